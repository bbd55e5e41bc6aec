-- A vendor that counts calls in a moving window and at once, as learning sites do: one row per call it allows, shared by all
-- processes. A slot is free again when its last call ended a whole window ago; a lane as soon as its call ended.
create table call_slots (
  key text not null,
  kind text not null check (kind in ('window', 'lane')),
  slot int not null,
  -- Database time. While a call is out: when its lease ends, in case the process that made it died.
  free_at timestamptz not null,
  primary key (key, kind, slot)
);
create index call_slots_free on call_slots (key, kind, free_at);
-- After the vendor said "too many" nobody calls before this moment.
create table call_blocks (
  key text primary key,
  until timestamptz not null
);
grant select, insert, update on call_slots, call_blocks to ci_app, ci_router;
