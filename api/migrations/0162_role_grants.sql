-- Roles that an owner gave on the console, beside those that groups of the directory give. They end with the person's access.
create table role_grants (
  organization_id text not null,
  person_id text not null,
  role text not null check (role in ('owner', 'it', 'hr', 'author', 'support')),
  reason text not null,
  given_by text not null,
  given_at timestamptz not null,
  primary key (organization_id, person_id, role)
);
select isolate('role_grants');
