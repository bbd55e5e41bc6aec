-- What the coach may remember of a person: only what they said should be, each item by itself, sealed with their key.
create table memory_choices (
  organization_id text not null,
  person_id text not null,
  active boolean not null,
  -- Plans that they settle become items too.
  from_plans boolean not null,
  changed_at timestamptz not null,
  primary key (organization_id, person_id)
);
select isolate('memory_choices');
create table memory_items (
  organization_id text not null,
  id text not null,
  person_id text not null,
  sealed bytea not null,
  source text not null check (source in ('said', 'written', 'plan')),
  -- The message or the plan it came from: remembered once only.
  source_id text,
  source_at timestamptz not null,
  edited_at timestamptz,
  primary key (organization_id, id),
  unique (organization_id, person_id, source_id)
);
create index memory_items_of_person on memory_items (organization_id, person_id, source_at);
select isolate('memory_items');
