-- Which identities elsewhere are which person here, and how each sign-in went, so that an IT admin sees why one failed.
create table person_identities (
  organization_id text not null,
  kind text not null check (kind in ('sso', 'entra', 'learning')),
  -- The connection, the Entra tenant or the learning site that vouches for the subject.
  issuer text not null,
  subject text not null,
  person_id text not null,
  -- What joined them: an attribute pair an admin confirmed, or a sign-in by the person.
  because text not null check (because in ('directory_attribute', 'sign_in')),
  linked_at timestamptz not null,
  primary key (organization_id, kind, issuer, subject)
);
create index person_identities_of_person on person_identities (organization_id, person_id);
select isolate('person_identities');
create table sign_in_attempts (
  organization_id text not null,
  id text not null,
  interaction_uid text not null,
  client_id text not null,
  -- PKCE; gone once the code is redeemed.
  code_verifier text,
  started_at timestamptz not null,
  redeemed_at timestamptz,
  outcome text,
  connection_type text,
  -- Which claim won for each attribute. Names of claims only, never their values.
  provenance jsonb,
  person_id text,
  primary key (organization_id, id)
);
create index sign_in_attempts_by_time on sign_in_attempts (organization_id, started_at);
select isolate('sign_in_attempts');
