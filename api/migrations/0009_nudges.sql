-- Due times live here and a tick enqueues what is due, so that a plan can change until it is sent and cancelling is one update.
create table nudges (
  organization_id text not null,
  id text not null,
  person_id text not null,
  kind text not null check (kind in ('welcome', 'tip', 'follow_up')),
  -- What may exist once per person: the welcome, each piece of content, each plan's follow-up.
  once_key text not null,
  content_id text,
  plan_id text,
  state text not null check (state in ('planned', 'queued', 'sent', 'answered', 'held', 'cancelled', 'failed', 'unreachable', 'expired')),
  answer text,
  because text,
  due_at timestamptz not null,
  sent_at timestamptz,
  answered_at timestamptz,
  updated_at timestamptz not null,
  primary key (organization_id, id),
  unique (organization_id, person_id, once_key)
);
create index nudges_due on nudges (due_at) where state = 'planned';
create index nudges_of_person on nudges (organization_id, person_id, due_at);
select isolate('nudges');
select route('nudges', 'organization_id, state, due_at');
create table nudge_preferences (
  organization_id text not null,
  person_id text not null,
  per_week integer not null check (per_week between 0 and 5),
  paused_until timestamptz,
  stopped boolean not null default false,
  updated_at timestamptz not null,
  primary key (organization_id, person_id)
);
select isolate('nudge_preferences');
