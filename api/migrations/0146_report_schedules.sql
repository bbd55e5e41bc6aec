-- HR says itself when reports are made and posted, in which language a channel reads them, and a post whose end nobody saw is not repeated.
create table report_schedules (
  organization_id text not null,
  every text not null check (every in ('week', 'month', 'never')),
  -- 1 is Monday; of a month its first such day.
  weekday integer not null check (weekday between 1 and 7),
  -- Local wall time in the zone.
  at_time text not null check (at_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  timezone text not null,
  -- What fell due before is not made up for.
  changed_at timestamptz not null,
  primary key (organization_id)
);
select isolate('report_schedules');
alter table hr_channels add column locale text check (locale in ('en', 'es'));
alter table hr_channels drop constraint hr_channels_problem_check;
alter table hr_channels add constraint hr_channels_problem_check check (
  problem in ('deleted', 'team_deleted', 'app_removed', 'not_found', 'disabled', 'refused', 'unclear')
);
