-- What sending writes: a nudge and its delivery change three times in a second, and most of that touches no index any more.
alter table nudges
  -- Only while it waits: an index on this stays as it is when what is on its way arrives.
  add column waits_until timestamptz generated always as (case when state = 'planned' then due_at end) stored,
  set (fillfactor = 70);
drop index nudges_due;
drop index nudges_due_of_organization;
drop index nudges_by_content;
create index nudges_waiting on nudges (waits_until) where waits_until is not null;
create index nudges_waiting_of_organization on nudges (organization_id, waits_until) where waits_until is not null;
create index nudges_by_content on nudges (organization_id, content_id);
alter table deliveries set (fillfactor = 60);
drop index deliveries_by_activity;
create index deliveries_by_activity on deliveries (organization_id, activity_id) where activity_id is not null;
grant select (waits_until) on nudges to ci_router;
