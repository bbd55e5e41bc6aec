-- Once a month people may say in two taps whether coaching helped at work; HR hears counts only. Whoever wants is never asked again.
create table pulse_answers (
  organization_id text not null,
  person_id text not null,
  -- `YYYY-MM` where the person is.
  month text not null check (month ~ '^[0-9]{4}-[0-9]{2}$'),
  helped text check (helped in ('yes', 'partly', 'no')),
  changed text check (changed in ('yes', 'partly', 'no')),
  -- When each was first answered. It stays, so that a period that is counted already counts the same again.
  helped_at timestamptz,
  changed_at timestamptz,
  updated_at timestamptz not null,
  primary key (organization_id, person_id, month)
);
create index pulse_answers_by_age on pulse_answers (organization_id, updated_at);
select isolate('pulse_answers');
alter table nudge_preferences add column pulse_off boolean not null default false;
alter table nudges drop constraint nudges_kind_check;
alter table nudges add constraint nudges_kind_check check (
  kind in ('welcome', 'first_plan', 'tip', 'course', 'moment', 're_engage', 'campaign', 'follow_up', 'check_in', 'test', 'pulse')
);
