-- What a company's admin looks after: whether each connection is well, and the audit log where the company's own tools read it.
create table connection_events (
  organization_id text not null,
  connection_id text not null,
  kind text not null check (kind in ('sign_in', 'directory')),
  last_event text not null,
  last_event_at timestamptz not null,
  certificate_expires_at timestamptz,
  primary key (organization_id, connection_id)
);
select isolate('connection_events');
create table audit_forwarding (
  organization_id text primary key,
  active boolean not null,
  changed_by text not null,
  changed_at timestamptz not null,
  -- Real time: no batch begins before; the one who takes a batch moves it first.
  next_at timestamptz not null,
  failures int not null default 0,
  problem text check (problem in ('unreachable', 'refused')),
  last_sent_at timestamptz
);
select isolate('audit_forwarding');
select route('audit_forwarding', 'organization_id, active, next_at');
-- Events still to be forwarded: written with the event, gone when it has arrived.
create table audit_backlog (
  organization_id text not null,
  event_id text not null,
  -- Why the other side will not have it; such an event is not tried again.
  refused text,
  primary key (organization_id, event_id)
);
select isolate('audit_backlog');
select route('audit_backlog', 'organization_id, refused');
-- What is recorded as the router, such as an app that was added, is forwarded as all else.
create policy router_fills on audit_backlog for insert to ci_router with check (true);
grant insert on audit_backlog to ci_router;
