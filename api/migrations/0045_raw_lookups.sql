-- By which raw attributes of the directory a company's people are looked up, and the values. Row-level security keeps PostgreSQL
-- from an index over `raw`, because the operators of jsonb are not leakproof; equality of text is.
create table raw_lookups (
  organization_id text not null,
  attribute text not null,
  primary key (organization_id, attribute)
);
select isolate('raw_lookups');
create table raw_values (
  organization_id text not null,
  attribute text not null,
  value text not null,
  person_id text not null,
  primary key (organization_id, attribute, value, person_id),
  foreign key (organization_id, person_id) references people (organization_id, id) on delete cascade
);
create index raw_values_of_person on raw_values (organization_id, person_id);
select isolate('raw_values');
-- An index in all but name, so that it follows the table whoever writes it. Whoever begins a lookup waits for writers under way,
-- and they for it: see `findByRawAttribute`.
create function keep_raw_values() returns trigger language plpgsql set search_path from current as $$
begin
  perform pg_advisory_xact_lock_shared(hashtext('raw_lookups'), hashtext(current_setting('ci.organization', true)));
  if not exists (select from raw_lookups) then return null; end if;
  if tg_op = 'UPDATE' then
    delete from raw_values v using changed c, former f
      where f.organization_id = c.organization_id and f.id = c.id and f.raw is distinct from c.raw
        and v.organization_id = c.organization_id and v.person_id = c.id;
    insert into raw_values (organization_id, attribute, value, person_id)
      select c.organization_id, l.attribute, c.raw ->> l.attribute, c.id
      from changed c
      join former f on f.organization_id = c.organization_id and f.id = c.id and f.raw is distinct from c.raw
      join raw_lookups l on l.organization_id = c.organization_id
      where c.raw ->> l.attribute is not null;
  else
    insert into raw_values (organization_id, attribute, value, person_id)
      select c.organization_id, l.attribute, c.raw ->> l.attribute, c.id
      from changed c join raw_lookups l on l.organization_id = c.organization_id
      where c.raw ->> l.attribute is not null;
  end if;
  return null;
end $$;
create trigger keep_raw_values_added after insert on people
  referencing new table as changed for each statement execute function keep_raw_values();
create trigger keep_raw_values_changed after update on people
  referencing old table as former new table as changed for each statement execute function keep_raw_values();
