-- Where a person or an HR channel can be reached, what they agreed to, and each attempt to reach them.
create table conversation_references (
  organization_id text not null,
  tenant_id text not null,
  entra_object_id text not null,
  -- Empty until the account is joined to a person.
  person_id text,
  teams_user_id text not null,
  conversation_id text not null,
  service_url text not null,
  bot_id text not null,
  state text not null check (state in ('active', 'blocked', 'uninstalled', 'left')),
  updated_at timestamptz not null,
  primary key (organization_id, tenant_id, entra_object_id)
);
create index conversation_references_of_person on conversation_references (organization_id, person_id);
select isolate('conversation_references');
-- One decision per person and version of the text they read.
create table agreements (
  organization_id text not null,
  person_id text not null,
  version integer not null,
  decision text not null check (decision in ('given', 'declined')),
  surface text not null,
  decided_at timestamptz not null,
  primary key (organization_id, person_id, version)
);
select isolate('agreements');
create table hr_channels (
  organization_id text not null,
  id text not null,
  tenant_id text not null,
  team_id text not null,
  conversation_id text not null,
  name text,
  service_url text not null,
  bot_id text not null,
  state text not null check (state in ('candidate', 'confirmed', 'removed')),
  confirmed_by text,
  updated_at timestamptz not null,
  primary key (organization_id, id),
  unique (organization_id, conversation_id)
);
select isolate('hr_channels');
-- A row is written with the decision to send, before anything is sent; `sending` found again means an attempt whose end is unknown.
create table deliveries (
  organization_id text not null,
  id text not null,
  person_id text,
  channel_id text,
  key text not null,
  intent jsonb not null,
  state text not null check (state in ('queued', 'sending', 'sent', 'failed', 'unreachable', 'cancelled')),
  attempts integer not null default 0,
  -- Attempts that may have reached the person although nobody saw the answer.
  unclear integer not null default 0,
  activity_id text,
  reason text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (organization_id, id),
  unique (organization_id, key)
);
create index deliveries_of_person on deliveries (organization_id, person_id, created_at);
create index deliveries_by_activity on deliveries (organization_id, activity_id);
select isolate('deliveries');
-- Stored under the activity's id before it is acknowledged, so that a channel's retry is known again.
create table inbound (
  organization_id text not null,
  activity_id text not null,
  conversation_id text not null,
  person_id text,
  kind text not null,
  reference jsonb not null,
  sealed bytea,
  received_at timestamptz not null,
  handled_at timestamptz,
  primary key (organization_id, conversation_id, activity_id)
);
select isolate('inbound');
-- What people thought of a coach's turn: Teams keeps no copy.
create table turn_feedback (
  organization_id text not null,
  delivery_id text not null,
  person_id text not null,
  reaction text not null check (reaction in ('like', 'dislike')),
  sealed bytea,
  at timestamptz not null,
  primary key (organization_id, delivery_id, person_id)
);
select isolate('turn_feedback');
