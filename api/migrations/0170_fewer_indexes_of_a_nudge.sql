-- Each index of these tables is written twice for every nudge that goes out. That it arrived now touches none of deliveries: what somebody
-- presses is looked for among what was sent to them (deliveries_of_person).
drop index deliveries_by_activity;
-- A person's nudges are found by the unique key, which begins with the same columns.
drop index nudges_of_person;
