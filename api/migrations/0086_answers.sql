-- An answer in the making is read, stopped and tried again from any process: its state, who works on it until when, and its parts.
alter table messages
  add column state text not null default 'done' check (state in ('answering', 'done', 'stopped', 'failed')),
  -- Counts the tries: whoever works on an earlier one stores nothing any more.
  add column attempt int not null default 0,
  -- By the database's clock; past it, an answer that is still `answering` was cut.
  add column lease_until timestamptz,
  -- Which engine said it, and whether it took over from one that failed.
  add column engine text,
  add column degraded boolean not null default false,
  add column awaits text,
  add column plan_id text,
  -- Where in the person's feed it changed last.
  add column feed bigint not null default 0;
create index messages_of_feed on messages (organization_id, person_id, feed);
create index messages_answering on messages (organization_id, conversation_id) where state = 'answering';
create table answer_parts (
  organization_id text not null,
  message_id text not null,
  ordinal int not null,
  person_id text not null,
  sealed bytea not null,
  feed bigint not null,
  primary key (organization_id, message_id, ordinal)
);
create index answer_parts_of_feed on answer_parts (organization_id, person_id, feed);
select isolate('answer_parts');
-- Numbers what happens in a person's conversations in the order in which it commits, so that nobody who follows misses anything.
create table coach_feeds (
  organization_id text not null,
  person_id text not null,
  position bigint not null,
  -- Whoever followed up to a place before this one must read everything anew.
  reset_at bigint not null default 0,
  primary key (organization_id, person_id)
);
select isolate('coach_feeds');
