-- The figures of a campaign as they were last told: they follow in steps, so that two looks tell nothing about one person.
create table campaign_looks (
  organization_id text not null,
  campaign_id text not null,
  parts jsonb not null,
  answers jsonb not null,
  told_at timestamptz not null,
  primary key (organization_id, campaign_id)
);
select isolate('campaign_looks');
