-- Sending at scale: what slows every process down when Teams throttles, what each chat can take, and what became of each nudge.
alter table paces
  -- How many times the usual gap lies between two calls; it halves as time passes since `slowed_at`.
  add column slowness real not null default 1 check (slowness >= 1),
  add column slowed_at timestamptz not null default 'epoch',
  add column blocked_until timestamptz not null default 'epoch';
-- When the next message may go to a chat, by a rule for seconds and one for the hour; database time.
create table conversation_paces (
  organization_id text not null,
  conversation_id text not null,
  short_at timestamptz not null,
  long_at timestamptz not null,
  primary key (organization_id, conversation_id)
);
select isolate('conversation_paces');
alter table deliveries
  add column nudge_id text,
  -- Of the newest attempt, in database time: an attempt under way is left alone for as long as it may take.
  add column claimed_at timestamptz,
  -- What the channel answered, as status and code, beside the reason that we make of it.
  add column detail text;
update deliveries set nudge_id = intent->>'nudgeId' where intent->>'kind' in ('agreement', 'nudge', 'followUp');
create index deliveries_of_nudge on deliveries (organization_id, nudge_id) where nudge_id is not null;
create index nudges_due_of_organization on nudges (organization_id, due_at) where state = 'planned';
