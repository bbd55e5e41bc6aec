-- Client companies. Reference tables: a request must find its company before row-level security can name it.
create table organizations (
  id text primary key,
  external_id text not null unique,
  workos_organization_id text not null unique,
  settings jsonb not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create table organization_domains (
  domain text primary key,
  organization_id text not null references organizations (id)
);
create table entra_tenants (
  tenant_id text primary key,
  organization_id text not null references organizations (id),
  -- When the company's admin confirmed that this tenant is theirs.
  confirmed_at timestamptz not null
);
grant select, insert, update on organizations to ci_router;
grant select, insert, delete on organization_domains, entra_tenants to ci_router;
-- Secrets of a company, sealed with its own data key.
create table organization_secrets (
  organization_id text not null,
  name text not null,
  wrapped_key bytea not null,
  sealed bytea not null,
  updated_at timestamptz not null,
  primary key (organization_id, name)
);
select isolate('organization_secrets');
