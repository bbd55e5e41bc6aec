-- One gate for every number of people that a company is told: its smallest group, and what was told last, so that two looks tell nothing
-- about one person.
create table gates (
  organization_id text primary key,
  -- Smallest group told of; only ever raised.
  smallest_group integer not null default 8 check (smallest_group >= 8),
  -- What is rounded up or down follows from it; nobody of the company knows it.
  secret text not null default gen_random_uuid()::text
);
select isolate('gates');
insert into gates (organization_id, smallest_group) select organization_id, smallest_group from report_counting;
alter table report_counting drop column smallest_group;
create table told_figures (
  organization_id text not null,
  -- Such as `campaign/cmp_1`.
  about text not null,
  smallest integer not null,
  -- By figure how many people there were when it was told, and what was told.
  figures jsonb not null,
  told_at timestamptz not null,
  primary key (organization_id, about)
);
select isolate('told_figures');
drop table campaign_looks;
