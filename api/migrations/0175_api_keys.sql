-- Keys of a company's own systems: what each opens and until when. Of a secret only its digest is kept, so that whoever reads this table
-- can call nothing; the secret before a rotation works until former_until. Ended keys stay: the audit log names them.
create table api_keys (
  organization_id text not null,
  id text not null,
  name text not null,
  scopes text[] not null check (cardinality(scopes) > 0),
  digest bytea not null,
  former_digest bytea,
  former_until timestamptz,
  made_by text not null,
  made_at timestamptz not null,
  -- Who saw the secret that works now.
  seen_by text not null,
  rotated_at timestamptz,
  expires_at timestamptz not null,
  -- By the day only: how often a system calls is nobody's matter.
  last_used_on date,
  ended text check (ended in ('revoked', 'expired')),
  ended_at timestamptz,
  ended_by text,
  primary key (organization_id, id)
);
create index api_keys_by_id on api_keys (id);
create index api_keys_by_end on api_keys (expires_at) where ended is null;
select isolate('api_keys');
-- Which company a key is of, and whose have come to their end. Not the digests.
select route('api_keys', 'organization_id, id, expires_at, ended');
