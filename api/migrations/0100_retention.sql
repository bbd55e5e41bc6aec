-- How long a company lets things be kept; without a row the product's own 24 months hold.
create table retention_policies (
  organization_id text primary key,
  conversation_days integer not null check (conversation_days between 30 and 3650),
  nudge_days integer not null check (nudge_days between 30 and 3650),
  inbound_days integer not null check (inbound_days between 7 and 3650),
  trace_days integer not null check (trace_days between 30 and 3650),
  changed_by text not null,
  changed_at timestamptz not null
);
select isolate('retention_policies');
create table retention_runs (
  organization_id text primary key,
  -- Product time: the next one comes a day later.
  ran_at timestamptz not null
);
select isolate('retention_runs');
select route('retention_runs', 'organization_id, ran_at');
