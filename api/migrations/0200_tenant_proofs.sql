-- A tenant becomes a company's by what Microsoft signed for one of that tenant's administrators. Those that were typed in before stay,
-- and give way to whoever proves one.
alter table entra_tenants add column proof text not null default 'before' check (proof in ('before', 'operator', 'microsoft'));
alter table entra_tenants alter column proof drop default;
alter table entra_tenants add column proved_at timestamptz;
alter table entra_tenants add constraint proved_when check ((proof = 'microsoft') = (proved_at is not null));
grant update on entra_tenants to ci_router;
-- A proof on its way: begun in the console, carried by one browser through Microsoft's sign-in, used once.
create table tenant_proofs (
  organization_id text not null,
  id text not null,
  -- The tenant that it has to be, where the company has one already.
  wanted_tenant_id text,
  begun_by text not null,
  begun_at timestamptz not null,
  expires_at timestamptz not null,
  -- Of what the browser holds; state, nonce and code verifier come of it. A hash only.
  browser_hash text,
  -- From here on of Microsoft's signed answer.
  tenant_id text,
  object_id text,
  roles text[] not null default '{}',
  ended_at timestamptz,
  outcome text,
  primary key (organization_id, id)
);
create index tenant_proofs_by_time on tenant_proofs (organization_id, begun_at);
select isolate('tenant_proofs');
-- What another company proved to be its own.
create table tenant_losses (
  organization_id text not null,
  tenant_id text not null,
  lost_at timestamptz not null,
  primary key (organization_id, tenant_id)
);
select isolate('tenant_losses');
