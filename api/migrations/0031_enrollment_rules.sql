-- Enrollment by rules in versions, one queue of people to settle per company, and what nightly comparisons found.
create table enrollment_rule_sets (
  organization_id text not null,
  version int not null,
  -- Rules in order of precedence, exceptions for one person, and whether an e-mail may link an account.
  content jsonb not null,
  -- `settings`: as CI's operators configured the company; `admin`: saved by the company's own admin, from then on.
  source text not null check (source in ('settings', 'admin')),
  author text not null,
  reason text not null,
  saved_at timestamptz not null,
  primary key (organization_id, version)
);
select isolate('enrollment_rule_sets');
revoke update, delete on enrollment_rule_sets from ci_app;
-- Long work that an admin can watch, pause and cancel: a new version of the rules, or a repair.
create table enrollment_runs (
  organization_id text not null,
  id text not null,
  kind text not null check (kind in ('rules', 'repair', 'again')),
  version int not null,
  state text not null check (state in ('running', 'paused', 'cancelled', 'done')),
  author text not null,
  people int not null,
  calls int not null,
  started_at timestamptz not null,
  -- Set once everybody it concerns has been asked for: only then can it be done.
  sized_at timestamptz,
  ended_at timestamptz,
  primary key (organization_id, id)
);
select isolate('enrollment_runs');
-- One row a person, however often something asks for it: what to do is decided when it is their turn.
create table enrollment_work (
  organization_id text not null,
  person_id text not null,
  -- 1 leavers, 2 newcomers, 3 the rest.
  priority int not null,
  state text not null check (state in ('waiting', 'done', 'failed', 'cancelled')),
  run_id text,
  -- Grows with each request, so that work begun before the last one does not count as its answer.
  serial int not null,
  requested_at timestamptz not null,
  -- Product time; later than the request when a rule starts or ends later.
  due_at timestamptz not null,
  -- Real time; set while a retry waits.
  retry_at timestamptz,
  attempts int not null default 0,
  problem text,
  said text,
  -- A lease in database time, renewed while the process lives.
  claimed_by text,
  claimed_until timestamptz,
  -- Product time of the last visit.
  settled_at timestamptz,
  primary key (organization_id, person_id)
);
create index enrollment_work_next on enrollment_work (organization_id, state, priority, requested_at, person_id);
create index enrollment_work_of_run on enrollment_work (organization_id, run_id, state);
select isolate('enrollment_work');
select route('enrollment_work', 'organization_id, state, due_at, retry_at');
-- What is wrong with the learning site as a whole; nobody's work is used up while it lasts.
create table enrollment_sites (
  organization_id text primary key,
  problem text,
  said text,
  since timestamptz,
  failures int not null default 0,
  -- Real time: not before.
  retry_at timestamptz,
  -- Up to where changes of the site have been read, and when the whole site was last compared. Product time.
  swept_at timestamptz,
  compared_at timestamptz
);
select isolate('enrollment_sites');
select route('enrollment_sites', 'organization_id, retry_at, swept_at, compared_at');
create table enrollment_drifts (
  organization_id text not null,
  id text not null,
  found_at timestamptz not null,
  version int not null,
  listed int not null,
  people int not null,
  missing int not null,
  extra int not null,
  wrong_expiry int not null,
  by_hand int not null,
  repair_run_id text,
  primary key (organization_id, id)
);
select isolate('enrollment_drifts');
create table enrollment_drift_items (
  organization_id text not null,
  drift_id text not null,
  person_id text not null,
  kind text not null,
  target_id text not null,
  name text not null,
  what text not null check (what in ('missing', 'extra', 'wrong_expiry', 'by_hand')),
  external_enrollment_id text,
  found_open boolean not null,
  found_expiry timestamptz,
  wanted_expiry timestamptz,
  primary key (organization_id, drift_id, person_id, kind, target_id)
);
select isolate('enrollment_drift_items');
-- Values of claims that a rule in force names, and of no other.
create table person_claims (
  organization_id text not null,
  person_id text not null,
  name text not null,
  value text not null,
  seen_at timestamptz not null,
  primary key (organization_id, person_id, name, value)
);
select isolate('person_claims');
-- An account is asked for before it is known: after an answer that never came, the site is looked at first.
alter table learners alter column external_user_id drop not null;
alter table learners add column asked_at timestamptz;
alter table enrollments add column kind text not null default 'course' check (kind in ('course', 'bundle', 'group'));
alter table enrollments drop constraint enrollments_pkey;
alter table enrollments add primary key (organization_id, person_id, kind, course_id);
alter table enrollments add column rule_id text;
-- Set while the site was asked and did not answer yet.
alter table enrollments add column asked_at timestamptz;
-- As the site has them, as far as known.
alter table enrollments add column activated_at timestamptz;
alter table enrollments add column expires_at timestamptz;
alter table enrollments add column completed_at timestamptz;
-- `left`, `rule` or `expired`.
alter table enrollments add column ended_because text;
-- False for what no rule of ours gave: it is left alone until the person leaves.
alter table enrollments add column managed boolean not null default true;
update enrollments set completed_at = updated_at where state = 'completed';
