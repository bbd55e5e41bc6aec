-- Learners whom a learning site knows before a directory or a provider names them: their sign-up there gives courses there, and
-- nothing else anywhere. They are people without access; a directory that comes later goes on with the same person.
alter table people add column site_learner boolean not null default false;
create table sign_ups (
  organization_id text not null,
  -- The site's own id of the account.
  user_id text not null,
  -- `there`: older than the watch, an admin decides. `waiting`: its turn comes. `taken`: is this person's account. `doubtful`:
  -- may be somebody who is known here. `other_way`: not made by the site's single sign-on. `gone`: deleted on the site.
  state text not null check (state in ('there', 'waiting', 'taken', 'doubtful', 'other_way', 'gone')),
  email text,
  first_name text,
  last_name text,
  -- Of the learner's profile there, by name; rules may ask for them.
  attributes jsonb not null,
  -- The id that the site's present single sign-on gave, once looked up.
  sso_id text,
  person_id text,
  heard_by text not null check (heard_by in ('webhook', 'sweep', 'list')),
  signed_up_at timestamptz not null,
  -- The site's own time of this news: older news never overwrites newer.
  told_at timestamptz not null,
  -- When a list of all learners last named it. Product time.
  listed_at timestamptz,
  decided_at timestamptz,
  primary key (organization_id, user_id)
);
create index sign_ups_by_state on sign_ups (organization_id, state, signed_up_at);
create index sign_ups_of_person on sign_ups (organization_id, person_id);
select isolate('sign_ups');
-- Up to where a site's sign-ups were read. Product time.
create table site_watches (
  organization_id text primary key,
  -- Whoever signed up later is enrolled at once.
  since timestamptz not null,
  -- The newest account that was seen.
  highest_user_id bigint not null default 0,
  -- The page on which the newest account stood.
  last_page int not null default 1,
  swept_at timestamptz,
  listed_at timestamptz,
  active boolean not null
);
select isolate('site_watches');
select route('site_watches', 'organization_id, active, swept_at, listed_at');
