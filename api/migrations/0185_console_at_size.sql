-- What admins look for in a log of years: one person, one actor, one kind of action, one day. Without these each search read all of it.
create index audit_events_of_person on audit_events (organization_id, person_id, id) where person_id is not null;
create index audit_events_by_actor on audit_events (organization_id, actor, id);
create index audit_events_by_action on audit_events (organization_id, action, id);
-- Rows lie in the order of their time: this notes the times of each stretch of pages and costs a write next to nothing.
create index audit_events_by_time on audit_events using brin (at) with (pages_per_range = 32, autosummarize = on);
