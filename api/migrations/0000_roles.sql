-- Three roles, so that a forgotten `where` cannot show one company another's rows: the owner migrates, ci_app sees one
-- organization, ci_router reads the few routing columns and the OpenID provider's rows.
do $$
begin
  if not exists (select from pg_roles where rolname = 'ci_app') then create role ci_app nologin; end if;
exception when duplicate_object or unique_violation then null;
end $$;
do $$
begin
  if not exists (select from pg_roles where rolname = 'ci_router') then create role ci_router nologin; end if;
exception when duplicate_object or unique_violation then null;
end $$;
-- Every statement of the product begins with `set role`; an owner who made the roles himself has yet to join them.
do $$
begin
  if not (select rolsuper from pg_roles where rolname = current_user) then
    execute format('grant ci_app, ci_router to %I', current_user);
  end if;
end $$;
do $$
begin
  execute format('grant usage on schema %I to ci_app, ci_router', current_schema());
end $$;
-- isolate('people'): ci_app may do everything with its own organization's rows and see no other's.
create function isolate(table_name text) returns void language plpgsql as $$
begin
  execute format('alter table %I enable row level security', table_name);
  execute format('alter table %I force row level security', table_name);
  execute format('create policy own_organization on %I to ci_app using (organization_id = current_setting(''ci.organization'')) with check (organization_id = current_setting(''ci.organization''))', table_name);
  execute format('grant select, insert, update, delete on %I to ci_app', table_name);
end $$;
-- route('people', 'organization_id, email_domain'): ci_router may read these columns of every organization.
create function route(table_name text, columns text) returns void language plpgsql as $$
begin
  execute format('create policy routing on %I for select to ci_router using (true)', table_name);
  execute format('grant select (%s) on %I to ci_router', columns, table_name);
end $$;
