-- Reports are made of fixed sets of people and of what each did in a period, kept up from day to day instead of read from all history.
-- Earlier snapshots told numbers of groups that changed by one from week to week: beside the new ones they would tell who.
truncate reports;
alter table reports add column kind text not null check (kind in ('weekly', 'monthly'));
create index reports_by_kind on reports (organization_id, kind, period_to);
create table report_counting (
  organization_id text primary key,
  -- Smallest group told of; only ever raised.
  smallest_group integer not null default 8 check (smallest_group >= 8),
  -- What changed before this is counted.
  folded_to timestamptz,
  -- When everybody was last divided anew, and by what the company is broken down since.
  drawn_at timestamptz,
  dimensions text[] not null default '{}'
);
select isolate('report_counting');
-- A fixed set of people who are only ever counted together; without a dimension, everybody else.
create table report_parts (
  organization_id text not null,
  id text not null,
  dimension text check (dimension in ('cohort', 'country', 'department')),
  name text,
  began_at timestamptz not null,
  primary key (organization_id, id)
);
select isolate('report_parts');
-- Which part somebody is counted in, and what they had done (a bit a figure) when the last report of each kind was made.
create table report_people (
  organization_id text not null,
  person_id text not null,
  part_id text not null,
  -- From then on their bits stay as they were told last.
  has_left boolean not null default false,
  weekly bigint not null default 0,
  monthly bigint not null default 0,
  primary key (organization_id, person_id)
);
select isolate('report_people');
-- What somebody did in a week (`w2026-11-16`), a month (`m2026-11`), or ever: bits, no counts, no content.
create table report_activity (
  organization_id text not null,
  person_id text not null,
  period text not null,
  bits bigint not null,
  primary key (organization_id, person_id, period)
);
select isolate('report_activity');
