-- What a person chose about hearing from the coach, and what a nudge rests on, so that "why you" can be told as it was.
alter table nudge_preferences
  -- Areas the person wants to grow in, most wanted first.
  add column focus text[] not null default '{}',
  -- Each null: not chosen, so that the directory's or the company's value holds.
  add column timezone text,
  add column work_start text check (work_start ~ '^[0-2][0-9]:[0-5][0-9]$'),
  add column work_end text check (work_end ~ '^[0-2][0-9]:[0-5][0-9]$'),
  add column work_days integer[],
  add column locale text,
  -- The first local day on which they are back.
  add column away_until text check (away_until ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'),
  -- When the first questions were answered or skipped; null asks them.
  add column settled_at timestamptz;
alter table nudges drop constraint nudges_kind_check;
alter table nudges
  add constraint nudges_kind_check check (
    kind in ('welcome', 'first_plan', 'tip', 'course', 'moment', 're_engage', 'campaign', 'follow_up', 'check_in')
  ),
  add column content_version integer,
  -- Local day or moment after which it is worth nothing; it expires unsent.
  add column expires_at timestamptz,
  -- Who gets the slot when several want it: 1 first, 9 last.
  add column priority integer not null default 5 check (priority between 1 and 9),
  -- The rule that wanted it and the data it used.
  add column reason jsonb;
