-- Accounts that a learning site had before CI: what it shows of each, whose each may be, and what an admin said about it.
create table site_learners (
  organization_id text not null,
  user_id text not null,
  -- The site's subdomain.
  site text not null,
  email text not null,
  first_name text not null,
  last_name text not null,
  -- From the profile field that the admin named; no other field is kept.
  employee_number text,
  roles text[] not null,
  created_at timestamptz,
  -- What the site signs in to this account through OpenID, and what the former single sign-on called it.
  subject text,
  former_id text,
  -- The runs that last read those two and saw the account.
  keys_read_in text,
  seen_in text not null,
  -- `certain` waits for a word only because the run was a dry one.
  state text not null check (state in ('unread', 'linked', 'certain', 'review', 'postponed', 'refused', 'nobody')),
  -- Equal for those that can be decided together; null where each has to be looked at.
  evidence text,
  decided_by text,
  decided_at timestamptz,
  reason text,
  primary key (organization_id, user_id)
);
create index site_learners_by_state on site_learners (organization_id, state, evidence, user_id);
select isolate('site_learners');
-- Whose an account may be: what speaks for it, and what against.
create table site_learner_candidates (
  organization_id text not null,
  user_id text not null,
  person_id text not null,
  grounds text[] not null,
  doubts text[] not null,
  primary key (organization_id, user_id, person_id)
);
create index site_learner_candidates_of_person on site_learner_candidates (organization_id, person_id);
select isolate('site_learner_candidates');
-- What an admin said about an account and a person holds for later comparisons: not the same, or a link that was taken back.
create table site_learner_words (
  organization_id text not null,
  user_id text not null,
  person_id text not null,
  said text not null check (said in ('refused', 'undone')),
  said_by text not null,
  said_at timestamptz not null,
  primary key (organization_id, user_id, person_id)
);
select isolate('site_learner_words');
create table link_runs (
  organization_id text not null,
  id text not null,
  mode text not null check (mode in ('dry', 'carry_out')),
  -- What the admin vouched for: which of the site's marks the company gives out.
  basis jsonb not null,
  state text not null check (state in ('running', 'paused', 'cancelled', 'done')),
  stage text not null check (stage in ('list', 'keys', 'judge', 'courses')),
  -- The next page of the site's list, in the stages that read one.
  page int not null,
  -- The account whose keys were read last, and how often the next one failed.
  cursor text not null,
  failures int not null,
  -- How many accounts the site said it has.
  learners int not null,
  author text not null,
  started_at timestamptz not null,
  ended_at timestamptz,
  -- A lease in database time, renewed while the process lives.
  claimed_by text,
  claimed_until timestamptz,
  primary key (organization_id, id)
);
create unique index link_runs_open on link_runs (organization_id) where state in ('running', 'paused');
select isolate('link_runs');
select route('link_runs', 'organization_id, state, claimed_until');
-- A linked account's courses are read before anything is asked for: the run that will do it, or `review` for the engine itself.
alter table learners add column courses_unread text;
create index learners_by_account on learners (organization_id, external_user_id);
-- It was there when the account was linked: no rule gave it, and nobody changed it by hand.
alter table enrollments add column from_before boolean not null default false;
