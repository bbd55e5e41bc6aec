-- Who changed what, and what people are told about it. Append-only: nobody but the owner may change or remove a row.
create table audit_events (
  organization_id text not null,
  id text not null,
  person_id text,
  action text not null,
  actor text not null,
  detail jsonb not null,
  at timestamptz not null,
  primary key (organization_id, id)
);
select isolate('audit_events');
revoke update, delete on audit_events from ci_app;
create table receipts (
  organization_id text not null,
  id text not null,
  person_id text not null,
  kind text not null,
  title text not null,
  detail jsonb not null,
  at timestamptz not null,
  primary key (organization_id, id)
);
create index receipts_of_person on receipts (organization_id, person_id, id);
select isolate('receipts');
revoke update on receipts from ci_app;
