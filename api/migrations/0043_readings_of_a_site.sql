-- A sweep or a comparison takes minutes on a large site: one process at a time reads it. Leases in database time, renewed while it lives.
alter table enrollment_sites add column sweeping_until timestamptz;
alter table enrollment_sites add column comparing_until timestamptz;
grant select (sweeping_until, comparing_until) on enrollment_sites to ci_router;
