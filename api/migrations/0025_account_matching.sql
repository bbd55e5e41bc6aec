-- A company's admin may let accounts be matched by employee number, and may part an account from a person it should not have.
create table account_matching (
  organization_id text primary key,
  employee_number boolean not null,
  changed_by text not null,
  changed_at timestamptz not null,
  -- What Microsoft said when last asked for somebody's number, in real time.
  answer text check (answer in ('granted', 'consent_missing', 'refused', 'unreachable')),
  answered_at timestamptz
);
select isolate('account_matching');
-- An account that an admin parted from a person: only a sign-in by that person joins the two again.
create table parted_accounts (
  organization_id text not null,
  tenant_id text not null,
  object_id text not null,
  person_id text not null,
  parted_by text not null,
  parted_at timestamptz not null,
  primary key (organization_id, tenant_id, object_id, person_id)
);
select isolate('parted_accounts');
alter table person_identities drop constraint person_identities_because_check;
alter table person_identities add constraint person_identities_because_check
  check (because in ('directory_attribute', 'sign_in', 'employee_number'));
create index people_by_employee_number on people (organization_id, employee_number) where employee_number is not null;
