-- What decided a nudge is kept with it; what a person asked for is told apart from what they did not; when a title became another.
alter table nudges
  -- The person chose this moment: outside the budget.
  add column asked boolean not null default false,
  -- To the minute, also outside of their hours.
  add column exact boolean not null default false,
  -- Zone, window, budget and what else was considered, as it was when it was planned.
  add column decision jsonb,
  -- Why it did not go out.
  add column why_not text;
update nudges set asked = true where kind = 'follow_up';
alter table nudge_preferences
  -- When the person last said, by any choice, that messages may come: silence counts from there.
  add column resumed_at timestamptz;
alter table people add column title_since timestamptz;
create index inbound_of_person on inbound (organization_id, person_id, received_at);
-- When everybody of a company was last planned.
create table nudge_planning (
  organization_id text primary key,
  planned_at timestamptz not null
);
select isolate('nudge_planning');
select route('nudge_planning', 'organization_id, planned_at');
