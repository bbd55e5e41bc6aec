-- A directory of any size is taken in page by page: what a comparison has seen so far, when a row was last heard of, lookups by sets.
create table directory_sightings (
  organization_id text not null,
  -- One comparison of the lists with what is stored; its rows go when it ends.
  run_id text not null,
  directory_user_id text not null,
  primary key (organization_id, run_id, directory_user_id)
);
select isolate('directory_sightings');
-- Real time at which news last changed the row: an entry that came after a comparison began need not be in its lists.
alter table people add column heard_at timestamptz;
create index people_by_email on people (organization_id, email);
-- Pages of newcomers ask who waits for them: a pending list would be searched whole each time.
alter index people_by_manager_refs set (fastupdate = off);
