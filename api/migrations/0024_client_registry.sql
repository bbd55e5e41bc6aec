-- An app that is added or removed, or whose secret is replaced, is recorded in the same transaction with each company concerned.
create policy router_records_apps on audit_events for insert to ci_router with check (action in ('app.added', 'app.removed', 'app.secret_replaced'));
grant insert on audit_events to ci_router;
-- Failed tries, counted for all processes together. Keys are digests: no address, account or client can be read from them.
create table rate_limits (
  key text primary key,
  points integer not null,
  -- Milliseconds since 1970.
  expire bigint
);
alter table rate_limits enable row level security;
alter table rate_limits force row level security;
create policy counting on rate_limits to ci_router using (true) with check (true);
grant select, insert, update, delete on rate_limits to ci_router;
