-- CI as OpenID provider: what oidc-provider stores, its sealed keys and client secrets, and the log of revocations that
-- every process reads each second. All rows are local to the provider: the router role owns them, because a request names
-- its company only after the row is found.
create table oidc_payloads (
  model text not null,
  id text not null,
  payload jsonb not null,
  organization_id text,
  person_id text,
  grant_id text,
  user_code text,
  uid text,
  expires_at timestamptz,
  consumed_at timestamptz,
  primary key (model, id)
);
create index oidc_payloads_of_person on oidc_payloads (organization_id, person_id) where person_id is not null;
create index oidc_payloads_of_grant on oidc_payloads (grant_id) where grant_id is not null;
create index oidc_payloads_by_uid on oidc_payloads (model, uid) where uid is not null;
create index oidc_payloads_by_expiry on oidc_payloads (expires_at);
alter table oidc_payloads enable row level security;
alter table oidc_payloads force row level security;
create policy provider on oidc_payloads to ci_router using (true) with check (true);
grant select, insert, update, delete on oidc_payloads to ci_router;
create policy own_organization_sees on oidc_payloads for select to ci_app using (organization_id = current_setting('ci.organization'));
create policy own_organization_deletes on oidc_payloads for delete to ci_app using (organization_id = current_setting('ci.organization'));
grant select (organization_id, person_id), delete on oidc_payloads to ci_app;
create table oidc_keys (
  id text primary key,
  wrapped_key bytea not null,
  sealed bytea not null,
  created_at timestamptz not null
);
alter table oidc_keys enable row level security;
alter table oidc_keys force row level security;
create policy provider on oidc_keys to ci_router using (true) with check (true);
grant select, insert on oidc_keys to ci_router;
create table oidc_clients (
  client_id text primary key,
  wrapped_key bytea not null,
  sealed_secret bytea not null,
  created_at timestamptz not null
);
alter table oidc_clients enable row level security;
alter table oidc_clients force row level security;
create policy provider on oidc_clients to ci_router using (true) with check (true);
grant select, insert on oidc_clients to ci_router;
create table revocations (
  serial bigint generated always as identity primary key,
  organization_id text not null,
  person_id text not null,
  reason text not null,
  -- When the event was taken in, as the caller says; what is read each second goes by the database's own time.
  revoked_at timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp()
);
create index revocations_by_time on revocations (recorded_at);
alter table revocations enable row level security;
alter table revocations force row level security;
create policy own_organization_adds on revocations for insert to ci_app with check (organization_id = current_setting('ci.organization'));
grant insert on revocations to ci_app;
create policy watch on revocations for select to ci_router using (true);
grant select on revocations to ci_router;
