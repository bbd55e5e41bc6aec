-- What happens in a company, told to the company's own systems: endpoints with sealed secrets, messages with ids that sort by time, and
-- one row for each message and endpoint, which is the log as well.
create table webhook_endpoints (
  organization_id text not null,
  id text not null,
  url text not null,
  events text[] not null,
  state text not null check (state in ('active', 'paused', 'disabled')),
  wrapped_key bytea not null,
  sealed bytea not null,
  -- The secret before: it signs beside the new one until then.
  former_sealed bytea,
  former_until timestamptz,
  made_by text not null,
  made_at timestamptz not null,
  -- Since when nothing has arrived; null while all is well. Real time, as all of retries.
  failing_since timestamptz,
  primary key (organization_id, id)
);
select isolate('webhook_endpoints');
create table webhook_messages (
  organization_id text not null,
  id text not null,
  type text not null,
  -- As it is signed and sent: ids, the company's own names for people, states. No content.
  body text not null,
  at timestamptz not null,
  primary key (organization_id, id)
);
create index webhook_messages_by_age on webhook_messages (organization_id, at);
select isolate('webhook_messages');
create table webhook_deliveries (
  organization_id text not null,
  endpoint_id text not null,
  message_id text not null,
  state text not null check (state in ('waiting', 'delivered', 'failed')),
  attempts integer not null default 0,
  due_at timestamptz not null,
  -- Of the last attempt.
  status integer,
  problem text,
  took_ms integer,
  tried_at timestamptz,
  primary key (organization_id, endpoint_id, message_id)
);
create index webhook_deliveries_due on webhook_deliveries (due_at) where state = 'waiting';
create index webhook_deliveries_of_message on webhook_deliveries (organization_id, message_id);
select isolate('webhook_deliveries');
select route('webhook_deliveries', 'organization_id, state, due_at');
