-- Passkeys of people who sign in with CI itself: the public half, and what shows a copied one.
create table passkeys (
  organization_id text not null,
  id text not null,
  person_id text not null,
  credential_id text not null,
  public_key bytea not null,
  counter bigint not null,
  -- Kept by one device, or by an account that carries it to others.
  synced boolean not null,
  backed_up boolean not null,
  transports text[] not null,
  -- The browser it was added with.
  device text,
  created_at timestamptz not null,
  used_at timestamptz,
  primary key (organization_id, id),
  unique (organization_id, credential_id)
);
create index passkeys_of_person on passkeys (organization_id, person_id);
select isolate('passkeys');
