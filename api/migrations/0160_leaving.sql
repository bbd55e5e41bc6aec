-- A company leaves: scheduled by an admin, undone until the day, then a file with everything, sign-ins end, and nothing stays.
-- Who may still come in: everybody (null), nobody but those who lead the leaving ('people'), nobody ('all').
alter table organizations add column closed text check (closed in ('people', 'all'));
create table leavings (
  organization_id text primary key,
  id text not null unique,
  state text not null check (state in ('scheduled', 'exporting', 'handing_over', 'closing', 'erasing')),
  asked_by text not null,
  reason text not null,
  asked_at timestamptz not null,
  -- Product time: until then it can be undone.
  leaves_at timestamptz not null,
  -- When it is looked at next.
  next_at timestamptz not null,
  export_id text,
  -- Until then the file waits for somebody to fetch it and say so.
  hand_over_until timestamptz,
  confirmed_by text,
  confirmed_at timestamptz,
  closed_at timestamptz,
  -- Opens the receipt once nobody can sign in any more; gone with the company.
  wrapped_key bytea not null,
  erasure_id text,
  -- By table, so that a process that dies in the middle loses no count.
  erased jsonb not null default '{}'
);
select isolate('leavings');
select route('leavings', 'organization_id, id, state, next_at');
-- The company's own file: made a page at a time, sealed, fetched by a link that opens once.
create table company_exports (
  organization_id text not null,
  id text not null,
  state text not null check (state in ('waiting', 'ready', 'failed', 'expired')),
  asked_by text not null,
  asked_at timestamptz not null,
  -- Of all sections, and where the next page begins.
  sections integer not null,
  section integer not null default 0,
  place jsonb,
  rows bigint not null default 0,
  parts integer not null default 0,
  bytes bigint not null default 0,
  -- Of each file in the archive: its name, rows, checksum and sizes so far.
  files jsonb not null default '[]',
  wrapped_key bytea not null,
  ready_at timestamptz,
  -- Null: kept until the company is erased.
  expires_at timestamptz,
  downloads integer not null default 0,
  primary key (organization_id, id)
);
create unique index company_exports_waiting on company_exports (organization_id) where state = 'waiting';
select isolate('company_exports');
select route('company_exports', 'organization_id, state, expires_at');
create table company_export_parts (
  organization_id text not null,
  export_id text not null,
  part integer not null,
  file text not null,
  sealed bytea not null,
  primary key (organization_id, export_id, part)
);
create index company_export_parts_of_file on company_export_parts (organization_id, export_id, file, part);
select isolate('company_export_parts');
create table company_export_links (
  organization_id text not null,
  -- A digest: the link itself is shown once and kept nowhere.
  id text not null,
  export_id text not null,
  person_id text not null,
  made_at timestamptz not null,
  -- Real time.
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (organization_id, id)
);
select isolate('company_export_links');
-- What is left of a company that left: a signed receipt, found by the digest of a link that its admins were given.
create table company_receipts (
  id text primary key,
  jws text not null,
  at timestamptz not null
);
alter table company_receipts enable row level security;
alter table company_receipts force row level security;
create policy receipts on company_receipts for select to ci_router using (true);
create policy adding on company_receipts for insert to ci_app with check (true);
grant select on company_receipts to ci_router;
grant insert on company_receipts to ci_app;
-- Only this role removes what nobody else may change, and only of a company that is being erased.
do $$
begin
  if not exists (select from pg_roles where rolname = 'ci_eraser') then create role ci_eraser nologin; end if;
exception when duplicate_object or unique_violation then null;
end $$;
do $$
begin
  if not (select rolsuper from pg_roles where rolname = current_user) then
    execute format('grant ci_eraser to %I', current_user);
  end if;
  execute format('grant usage on schema %I to ci_eraser', current_schema());
end $$;
create function let_erase(table_name text) returns void language plpgsql as $$
begin
  execute format('grant select, delete on %I to ci_eraser', table_name);
  execute format('create policy leaving on %I to ci_eraser using (organization_id = current_setting(''ci.organization''))', table_name);
end $$;
create or replace function isolate(table_name text) returns void language plpgsql as $$
begin
  execute format('alter table %I enable row level security', table_name);
  execute format('alter table %I force row level security', table_name);
  execute format('create policy own_organization on %I to ci_app using (organization_id = current_setting(''ci.organization'')) with check (organization_id = current_setting(''ci.organization''))', table_name);
  execute format('grant select, insert, update, delete on %I to ci_app', table_name);
  perform let_erase(table_name);
end $$;
do $$
declare each record;
begin
  for each in select table_name from information_schema.columns
    where table_schema = current_schema() and column_name = 'organization_id' and table_name <> 'oidc_clients'
  loop perform let_erase(each.table_name); end loop;
end $$;
-- What names a company in another way.
grant select, delete on organizations, oidc_clients, directory_cursor, own_sign_ins, paces, call_slots, call_blocks to ci_eraser;
create policy leaving on oidc_clients to ci_eraser using (true);
create function erase_company_rows(of_table text, company text, names text[], most integer) returns integer
language plpgsql security definer set search_path from current as $$
declare
  gone integer;
  which text := case of_table
    when 'organizations' then 'id = $1'
    when 'directory_cursor' then 'reader = $1 or reader like ''%:'' || $1'
    when 'oidc_clients' then 'organization_id = $1 or client_id = ''thinkific-'' || $1'
    when 'own_sign_ins' then 'organization_id = $1 or only_organization_id = $1'
    when 'paces' then 'exists (select from unnest($3) n where position(n in key) > 0)'
    when 'call_slots' then 'exists (select from unnest($3) n where position(n in key) > 0)'
    when 'call_blocks' then 'exists (select from unnest($3) n where position(n in key) > 0)'
    else 'organization_id = $1' end;
begin
  if company is distinct from current_setting('ci.organization')
    or not exists (select from leavings where organization_id = company and state = 'erasing') then
    raise exception 'this company is not being erased';
  end if;
  execute format('delete from %I where ctid = any(array(select ctid from %I where %s limit $2))', of_table, of_table, which)
    using company, most, names;
  get diagnostics gone = row_count;
  return gone;
end $$;
do $$
begin
  execute format('grant create on schema %I to ci_eraser', current_schema());
  alter function erase_company_rows(text, text, text[], integer) owner to ci_eraser;
  execute format('revoke create on schema %I from ci_eraser', current_schema());
end $$;
revoke all on function erase_company_rows(text, text, text[], integer) from public;
grant execute on function erase_company_rows(text, text, text[], integer) to ci_app;
-- Domains and tenants that lead to a company that is closed lead nowhere.
grant update (closed) on organizations to ci_router;
