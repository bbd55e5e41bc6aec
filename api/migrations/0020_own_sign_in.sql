-- People without a company provider sign in with CI itself: an address leads to them, and a sign-in on its way waits
-- for its code or passkey.
alter table organizations alter column workos_organization_id drop not null;
-- Only of organizations that sign their people in with CI; whoever leaves loses the row.
create table mail_addresses (
  organization_id text not null,
  email text not null,
  person_id text not null,
  -- An operator's invitation, or the person by joining an organization that is open.
  because text not null check (because in ('invitation', 'joined')),
  added_at timestamptz not null,
  primary key (organization_id, email),
  unique (organization_id, person_id)
);
create index mail_addresses_by_email on mail_addresses (email);
select isolate('mail_addresses');
select route('mail_addresses', 'organization_id, email, person_id');
-- One row an interaction. Found by the interaction that the browser's cookie proves; its organization is known at the end only.
create table own_sign_ins (
  interaction_uid text primary key,
  started_at timestamptz not null,
  expires_at timestamptz not null,
  language text not null,
  -- The one organization that the asking app is for.
  only_organization_id text,
  email text,
  -- The code follows from it and from a key that no database holds: what is here gives nothing away.
  salt text,
  sent_at timestamptz,
  tries int not null default 0,
  -- Since when the mail server has refused; null while all is well.
  waiting_since timestamptz,
  -- What a passkey has to sign, once.
  challenge text,
  challenge_for text check (challenge_for in ('sign_in', 'new_passkey')),
  proven_at timestamptz,
  organization_id text,
  person_id text
);
create index own_sign_ins_by_end on own_sign_ins (expires_at);
grant select, insert, update, delete on own_sign_ins to ci_router;
