-- People, groups and cohorts of a company, kept in step with its directory.
create table people (
  organization_id text not null,
  id text not null,
  -- Null for people who came by sign-in only.
  directory_id text,
  directory_user_id text,
  idp_id text not null,
  email text,
  first_name text,
  last_name text,
  title text,
  department text,
  employee_number text,
  -- How the directory names the manager, best first; the manager may arrive later than the report.
  manager_refs text[] not null default '{}',
  manager_id text,
  country text,
  timezone text,
  locale text,
  raw jsonb not null default '{}',
  state text not null check (state in ('active', 'inactive')),
  access boolean not null,
  roles text[] not null default '{}',
  -- The source's own time of change: older news never overwrites newer.
  source_updated_at timestamptz not null,
  left_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (organization_id, id),
  unique (organization_id, idp_id)
);
create index people_by_directory_user on people (organization_id, directory_user_id);
create index people_by_manager on people (organization_id, manager_id);
create index people_by_manager_refs on people using gin (manager_refs);
select isolate('people');
create table directory_groups (
  organization_id text not null,
  id text not null,
  directory_id text not null,
  name text not null,
  primary key (organization_id, id)
);
select isolate('directory_groups');
-- Keyed by the directory's own user id: a membership may arrive before its person.
create table group_members (
  organization_id text not null,
  group_id text not null,
  directory_user_id text not null,
  primary key (organization_id, group_id, directory_user_id)
);
create index group_members_of_user on group_members (organization_id, directory_user_id);
select isolate('group_members');
-- Cohorts a person was last told to be in; what the groups say now is compared with it.
create table cohort_members (
  organization_id text not null,
  cohort text not null,
  person_id text not null,
  joined_at timestamptz not null,
  primary key (organization_id, cohort, person_id)
);
create index cohort_members_of_person on cohort_members (organization_id, person_id);
select isolate('cohort_members');
-- One data key a person, wrapped by the master key: erasing it erases what the person wrote.
create table person_keys (
  organization_id text not null,
  person_id text not null,
  wrapped_key bytea not null,
  primary key (organization_id, person_id)
);
select isolate('person_keys');
-- Where the event stream has been read up to; the row `workos` is the lock of its readers. A row per company names the last
-- event that concerned it, so that a listing knows whether something came between.
create table directory_cursor (
  reader text primary key,
  last_event_id text,
  updated_at timestamptz not null
);
grant select, insert, update on directory_cursor to ci_router, ci_app;
