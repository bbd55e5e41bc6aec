-- One row per outside limit (a learning site, a Teams app and tenant): when its next call may go out, in database time.
create table paces (
  key text primary key,
  next_at timestamptz not null
);
grant select, insert, update on paces to ci_app, ci_router;
