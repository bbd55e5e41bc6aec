-- An app that is added or removed, or whose secret is replaced, is recorded in the same transaction with each company concerned.
create policy router_records_apps on audit_events for insert to ci_router with check (action in ('app.added', 'app.removed', 'app.secret_replaced'));
grant insert on audit_events to ci_router;
