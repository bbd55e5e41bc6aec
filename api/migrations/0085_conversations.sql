-- Topics of a person's conversation with the coach: each with its own dialogue. What was one thread becomes the first of them.
create table conversations (
  organization_id text not null,
  id text not null,
  person_id text not null,
  -- The title; absent until something was said.
  sealed bytea,
  created_at timestamptz not null,
  -- When something was last said: the newest is where a channel without topics goes on.
  last_at timestamptz not null,
  primary key (organization_id, id)
);
create index conversations_of_person on conversations (organization_id, person_id, last_at);
select isolate('conversations');
insert into conversations (organization_id, id, person_id, created_at, last_at)
select organization_id, 'thr_' || split_part(person_id, '_', 2), person_id, min(at), max(at)
from (
  select organization_id, person_id, at from messages
  union all
  select organization_id, person_id, updated_at from coach_sessions
) as heard
group by organization_id, person_id;

alter table coach_sessions add column conversation_id text;
update coach_sessions set conversation_id = 'thr_' || split_part(person_id, '_', 2);
alter table coach_sessions alter column conversation_id set not null;
alter table coach_sessions drop constraint coach_sessions_pkey;
alter table coach_sessions add primary key (organization_id, conversation_id);
create index coach_sessions_of_person on coach_sessions (organization_id, person_id);

alter table messages add column conversation_id text;
update messages set conversation_id = 'thr_' || split_part(person_id, '_', 2);
alter table messages alter column conversation_id set not null;
create index messages_of_conversation on messages (organization_id, conversation_id, position);
