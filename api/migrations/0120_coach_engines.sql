-- A language model that a company chose for its coach; its key is sealed with a key of its own and bound to where it is sent.
create table coach_engines (
  organization_id text not null primary key,
  provider text not null check (provider in ('azure', 'compatible')),
  endpoint text not null,
  model text not null,
  wrapped_key bytea not null,
  sealed bytea not null,
  -- Names these settings; what was found out about earlier ones is not kept for them.
  version text not null,
  active boolean not null default false,
  changed_by text not null,
  changed_at timestamptz not null,
  check_result text,
  check_ms integer,
  checked_at timestamptz
);
select isolate('coach_engines');
