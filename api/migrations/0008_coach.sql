-- The coach's thread and the plans people make, sealed with each person's own key: erasing the key erases the content.
create table messages (
  organization_id text not null,
  id text not null,
  person_id text not null,
  author text not null check (author in ('person', 'coach', 'human')),
  sealed bytea not null,
  surface text not null check (surface in ('teams', 'tab', 'web', 'lms')),
  -- The activity or turn it came with; an answer carries its question's id and a suffix. Storing twice is a no-op.
  source_id text not null,
  at timestamptz not null,
  position bigint generated always as identity,
  primary key (organization_id, id),
  unique (organization_id, person_id, source_id)
);
create index messages_of_person on messages (organization_id, person_id, position);
select isolate('messages');
create table coach_sessions (
  organization_id text not null,
  person_id text not null,
  sealed bytea not null,
  updated_at timestamptz not null,
  primary key (organization_id, person_id)
);
select isolate('coach_sessions');
create table plans (
  organization_id text not null,
  id text not null,
  person_id text not null,
  sealed bytea not null,
  state text not null check (state in ('open', 'kept', 'missed', 'dropped')),
  follow_up_at timestamptz,
  made_at timestamptz not null,
  closed_at timestamptz,
  primary key (organization_id, id)
);
create index plans_of_person on plans (organization_id, person_id, made_at);
select isolate('plans');
