-- The zone that a person's own Teams last told: after what they chose, before what the directory says.
alter table nudge_preferences add column client_timezone text;
