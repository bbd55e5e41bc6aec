-- What a person asked to have of their own: made by a job, sealed with their key, gone after a week.
create table person_exports (
  organization_id text not null,
  id text not null,
  person_id text not null,
  state text not null check (state in ('waiting', 'ready', 'failed', 'expired')),
  asked_at timestamptz not null,
  -- Of all parts, and as many of them as are written.
  parts integer not null,
  parts_done integer not null default 0,
  ready_at timestamptz,
  -- Product time after which nobody can have it.
  expires_at timestamptz not null,
  downloads integer not null default 0,
  primary key (organization_id, id)
);
-- One that is under way is enough.
create unique index person_exports_waiting on person_exports (organization_id, person_id) where state = 'waiting';
create index person_exports_of_person on person_exports (organization_id, person_id, asked_at);
create index person_exports_over on person_exports (expires_at) where state in ('waiting', 'ready');
select isolate('person_exports');
select route('person_exports', 'organization_id, expires_at, state');
create table person_export_parts (
  organization_id text not null,
  export_id text not null,
  part integer not null,
  person_id text not null,
  sealed bytea not null,
  primary key (organization_id, export_id, part)
);
create index person_export_parts_of_person on person_export_parts (organization_id, person_id);
select isolate('person_export_parts');
