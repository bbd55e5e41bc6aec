-- What a campaign sent is corrected or taken back: one row a card, so that a crash goes on where it was and the counts stay true.
create table corrections (
  organization_id text not null,
  id text not null,
  campaign_id text not null,
  -- New words, a neutral line in their place, or nothing.
  kind text not null check (kind in ('correct', 'take_back', 'delete')),
  made_by text not null,
  made_at timestamptz not null,
  ended_at timestamptz,
  primary key (organization_id, id)
);
-- One at a time: two would race for the same cards.
create unique index corrections_under_way on corrections (organization_id, campaign_id) where ended_at is null;
create index corrections_of_campaign on corrections (organization_id, campaign_id, made_at);
select isolate('corrections');
create table corrected_cards (
  organization_id text not null,
  correction_id text not null,
  nudge_id text not null,
  person_id text not null,
  activity_id text not null,
  state text not null default 'waiting'
    check (state in ('waiting', 'changed', 'answered', 'gone', 'not_reached', 'failed')),
  attempts integer not null default 0,
  -- Database time: until then an attempt is somebody's, or it waits for another one.
  not_before timestamptz not null default 'epoch',
  detail text,
  updated_at timestamptz not null,
  primary key (organization_id, correction_id, nudge_id)
);
create index corrected_cards_waiting on corrected_cards (organization_id, correction_id, not_before) where state = 'waiting';
select isolate('corrected_cards');
