-- What a paused run holds is not due: the router sees which runs those are.
select route('enrollment_runs', 'organization_id, id, state');
grant select (run_id) on enrollment_work to ci_router;
