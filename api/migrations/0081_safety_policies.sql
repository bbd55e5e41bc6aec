-- A company's own lines and routes for what is not for a coach, as its admin keeps them. Nobody is notified of anything: there is no column for it.
create table safety_policies (
  organization_id text not null primary key,
  lines jsonb not null,
  routes jsonb not null,
  changed_by text not null,
  changed_at timestamptz not null
);
select isolate('safety_policies');
