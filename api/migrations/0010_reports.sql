-- HR reads prepared snapshots only, each exactly as it passed the privacy gate.
create table reports (
  organization_id text not null,
  id text not null,
  made_at timestamptz not null,
  period_from timestamptz not null,
  period_to timestamptz not null,
  -- The week a scheduled report stands for; a second run of the same week finds it and makes none.
  period_key text not null,
  snapshot jsonb not null,
  primary key (organization_id, id),
  unique (organization_id, period_key)
);
select isolate('reports');
