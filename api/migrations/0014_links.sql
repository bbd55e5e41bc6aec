-- A Microsoft account on its way to a person: begun in one Teams session, proven by a sign-in in one browser, ended by the
-- code that the browser shows and that same Teams session enters.
create table link_requests (
  organization_id text not null,
  id text not null,
  tenant_id text not null,
  object_id text not null,
  surface text not null check (surface in ('tab', 'chat')),
  -- As the account calls itself, for the page to name.
  account_name text not null,
  started_at timestamptz not null,
  expires_at timestamptz not null,
  -- The one browser that opened the page, and what it has to show. Hashes only.
  browser_hash text,
  person_id text,
  code_hash text,
  tries int not null default 0,
  ended_at timestamptz,
  outcome text check (outcome in ('linked', 'wrong_code', 'replaced')),
  primary key (organization_id, id)
);
create index link_requests_of_account on link_requests (organization_id, tenant_id, object_id) where ended_at is null;
create index link_requests_by_time on link_requests (organization_id, started_at);
select isolate('link_requests');
