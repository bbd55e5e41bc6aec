-- PostgreSQL plans by statistics, which autovacuum makes about once a minute, where it is on. Until then it takes a company's
-- people for few and reads all of them where an index would do: each page of a first import would cost more than the one before.
create function keep_directory_statistics() returns void language plpgsql security definer set search_path from current as $$
declare
  known int := (select relpages from pg_class where oid = 'people'::regclass);
  pages bigint := pg_relation_size('people'::regclass) / current_setting('block_size')::int;
begin
  -- Grown to the fourfold since the last look; below that, reading all is as good.
  if pages > 16 and pages > 4 * known then
    analyze people, directory_groups, group_members, manager_names, cohort_members;
  end if;
end $$;
revoke all on function keep_directory_statistics() from public;
grant execute on function keep_directory_statistics() to ci_router;
