-- How far a company lets us go to reach its people, whom Graph was asked to install the app for, and each rung below the chat.
create table reach_settings (
  organization_id text primary key,
  -- 0: nothing of Graph. 1: the activity feed. 2: installing too. No call above it leaves us.
  level integer not null check (level between 0 and 2),
  mail boolean not null,
  -- Whether somebody who has agreed to nothing may be asked by mail.
  welcome_by_mail boolean not null,
  -- The app's id in the company's catalogue, as Microsoft gave it.
  catalog_id text,
  changed_by text not null,
  changed_at timestamptz not null
);
select isolate('reach_settings');
-- What Microsoft said when an admin last asked whether everything is in place.
create table reach_checks (
  organization_id text not null,
  tenant_id text not null,
  answer jsonb not null,
  checked_at timestamptz not null,
  primary key (organization_id, tenant_id)
);
select isolate('reach_checks');
create table install_runs (
  organization_id text not null,
  id text not null,
  state text not null check (state in ('running', 'paused', 'cancelled', 'done')),
  author text not null,
  people integer not null,
  started_at timestamptz not null,
  -- Everybody it concerns is listed.
  sized_at timestamptz,
  ended_at timestamptz,
  -- Why all of it waits, such as a permission that is missing; real time until the next try, null until somebody resumes it.
  problem text,
  retry_at timestamptz,
  primary key (organization_id, id)
);
select isolate('install_runs');
select route('install_runs', 'organization_id, id, state, sized_at, problem, retry_at');
create table installs (
  organization_id text not null,
  run_id text not null,
  person_id text not null,
  tenant_id text not null,
  object_id text not null,
  state text not null check (state in ('waiting', 'installed', 'already', 'failed', 'cancelled')),
  reason text,
  attempts integer not null default 0,
  -- Real time: who works on it, until when, and when it may be tried again.
  crew text,
  claimed_until timestamptz,
  retry_at timestamptz,
  updated_at timestamptz not null,
  primary key (organization_id, run_id, person_id)
);
create index installs_waiting on installs (organization_id, run_id) where state = 'waiting';
create index installs_of_person on installs (organization_id, person_id, updated_at);
select isolate('installs');
-- One row per delivery and rung, written before anything is sent: `sending` found again means an attempt whose end is unknown,
-- `waiting` one that certainly did not arrive.
create table delivery_rungs (
  organization_id text not null,
  delivery_id text not null,
  rung text not null check (rung in ('feed', 'mail')),
  person_id text not null,
  state text not null check (state in ('waiting', 'sending', 'sent', 'failed', 'skipped')),
  reason text,
  attempts integer not null,
  unclear integer not null default 0,
  -- Real time: until then a process is at it, and no other takes its silence for a death.
  claimed_until timestamptz,
  updated_at timestamptz not null,
  primary key (organization_id, delivery_id, rung)
);
create index delivery_rungs_of_person on delivery_rungs (organization_id, person_id);
select isolate('delivery_rungs');
-- What a person, or their mail server, said about mail from us.
create table mail_standing (
  organization_id text not null,
  person_id text not null,
  -- The person wants none.
  stopped_at timestamptz,
  -- No mailbox is there; under a digest of the address, so that another address is tried.
  refused_address text,
  refused_reason text,
  refused_at timestamptz,
  primary key (organization_id, person_id)
);
select isolate('mail_standing');
-- By which way a nudge came.
alter table nudges add column rung text check (rung in ('chat', 'feed', 'mail'));
-- `lost`: Teams says that the app is not there, which nobody told us; unlike `blocked` and `uninstalled` it is no person's no.
alter table conversation_references drop constraint conversation_references_state_check;
alter table conversation_references add constraint conversation_references_state_check
  check (state in ('active', 'blocked', 'uninstalled', 'left', 'lost'));
