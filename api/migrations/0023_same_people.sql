-- Who is the same person: provider ids are recycled, people return, sign-ins come before directories. And who waits for a manager.
alter table people
  -- Another person has this provider id now; what this one did stays theirs.
  add column retired_at timestamptz,
  -- When the directory said that somebody who had been active was so no more.
  add column inactive_since timestamptz,
  -- Their whole directory ended, not they.
  add column ended_with_directory boolean not null default false,
  -- May use CI because they signed in; their directory has not said so yet.
  add column by_sign_in boolean not null default false;
alter table people drop constraint people_organization_id_idp_id_key;
create unique index people_by_idp on people (organization_id, idp_id) where retired_at is null;
create index people_once_of_idp on people (organization_id, idp_id) where retired_at is not null;
-- People of whom it is not sure whether they have been here before; an admin says.
create table returners (
  organization_id text not null,
  -- Who has the provider id now, and who had it before.
  person_id text not null,
  former_person_id text not null,
  -- `away_too_long`, `attribute_differs` or `attribute_missing`.
  because text not null,
  asked_at timestamptz not null,
  decision text check (decision in ('same', 'different')),
  decided_at timestamptz,
  decided_by text,
  primary key (organization_id, person_id)
);
select isolate('returners');
-- Who waits for a manager of this name. Row-level security keeps PostgreSQL from using an index for the overlap of arrays,
-- because that operator is not leakproof; equality of text is.
create table manager_names (
  organization_id text not null,
  name text not null,
  person_id text not null,
  primary key (organization_id, name, person_id)
);
select isolate('manager_names');
drop index people_by_manager_refs;
-- The owner need not be a superuser, whom the policies do not bind.
alter table people no force row level security;
alter table manager_names no force row level security;
update people set inactive_since = coalesce(left_at, updated_at) where state = 'inactive';
update people set by_sign_in = true where directory_user_id is null;
insert into manager_names (organization_id, name, person_id)
  select distinct organization_id, unnest(manager_refs), id from people;
alter table people force row level security;
alter table manager_names force row level security;
