-- Which claim is which attribute, where a company differs from the defaults of its kind of provider: every version is kept.
create table claim_mappings (
  organization_id text not null,
  version int not null,
  candidates jsonb not null,
  -- Why it was saved although a case broke.
  reason text,
  author text not null,
  saved_at timestamptz not null,
  primary key (organization_id, version)
);
select isolate('claim_mappings');
-- What a provider sends, kept by an admin with what has to come of it; each change of the mapping is tried on all of them.
create table claim_cases (
  organization_id text not null,
  id text not null,
  name text not null,
  connection_type text not null,
  claims jsonb not null,
  wanted jsonb not null,
  created_at timestamptz not null,
  primary key (organization_id, id)
);
select isolate('claim_cases');
-- The names of the claims that came with a sign-in, never their values: an admin sees what was missing.
alter table sign_in_attempts add column claims_seen text[] not null default '{}';
