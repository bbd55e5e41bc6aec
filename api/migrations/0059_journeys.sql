-- Journeys as companies write them: a draft that several may edit, versions that nobody changes, and which cohort began when.
create table journeys (
  organization_id text not null,
  id text not null,
  name text not null,
  draft jsonb not null,
  -- Grows with each save, so that a save on top of an older one is refused.
  revision int not null,
  saved_by text not null,
  saved_at timestamptz not null,
  primary key (organization_id, id)
);
select isolate('journeys');
create table journey_versions (
  organization_id text not null,
  journey_id text not null,
  version int not null,
  content jsonb not null,
  -- `beginners`: whoever begins from then on; `everybody`: also those under way.
  reach text not null check (reach in ('beginners', 'everybody')),
  note text not null,
  -- The revision of the draft that it was.
  revision int not null,
  published_by text not null,
  published_at timestamptz not null,
  primary key (organization_id, journey_id, version)
);
select isolate('journey_versions');
revoke update, delete on journey_versions from ci_app;
create table journey_starts (
  organization_id text not null,
  journey_id text not null,
  cohort text not null,
  -- The first day for everybody, in their own zone; null: each from joining the cohort.
  starts_on text check (starts_on ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'),
  set_by text not null,
  set_at timestamptz not null,
  ended_at timestamptz,
  primary key (organization_id, journey_id, cohort)
);
select isolate('journey_starts');
-- What an author sent to themselves: words that nobody published.
create table nudge_tests (
  organization_id text not null,
  id text not null,
  person_id text not null,
  words jsonb not null,
  made_at timestamptz not null,
  primary key (organization_id, id)
);
create index nudge_tests_of_person on nudge_tests (organization_id, person_id);
select isolate('nudge_tests');
-- Sent by hand to its author, outside every budget.
alter table nudges drop constraint nudges_kind_check;
alter table nudges add constraint nudges_kind_check check (
  kind in ('welcome', 'first_plan', 'tip', 'course', 'moment', 're_engage', 'campaign', 'follow_up', 'check_in', 'test')
);
create index nudges_by_content on nudges (organization_id, content_id, state);
