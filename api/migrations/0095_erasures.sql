-- A journal of what people had erased: it is replayed after a restore, so that a backup brings nothing back.
create table erasures (
  organization_id text not null,
  id text not null,
  person_id text not null,
  at timestamptz not null,
  primary key (organization_id, id)
);
create index erasures_of_person on erasures (organization_id, person_id);
select isolate('erasures');
revoke update, delete on erasures from ci_app;
