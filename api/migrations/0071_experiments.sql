-- Whether unasked nudges help is only known beside people who get none: experiments, who said yes to being in one, each draw, each look.
create table nudge_experiments (
  organization_id text not null,
  id text not null,
  -- Key of the draws. It leaves the database for nobody: with it HR could tell who is held out.
  salt text not null,
  -- Registered before the first draw and never changed: what counts, for whom, how long, and what it may cost.
  primary_outcome text not null check (primary_outcome in ('plan', 'course', 'session')),
  holdout_percent integer not null check (holdout_percent between 5 and 20),
  send_percent integer not null check (send_percent between 50 and 100),
  weeks integer not null check (weeks between 4 and 52),
  cost_points integer not null check (cost_points between 1 and 20),
  started_at timestamptz not null,
  started_by text not null,
  next_check_at timestamptz not null,
  -- Its cost went over the registered limit: nobody new is drawn, who was held back stays so until HR ends it.
  halted_at timestamptz,
  ended_at timestamptz,
  ended_by text,
  primary key (organization_id, id)
);
-- One at a time in a company.
create unique index nudge_experiments_open on nudge_experiments (organization_id) where ended_at is null;
create index nudge_experiments_due on nudge_experiments (next_check_at) where ended_at is null;
select isolate('nudge_experiments');
select route('nudge_experiments', 'organization_id, ended_at, next_check_at');
-- Only who said yes to the text that discloses it. The arm follows from the salt; it is kept so that a draw can be proven later.
create table nudge_experiment_people (
  organization_id text not null,
  experiment_id text not null,
  person_id text not null,
  choice text not null check (choice in ('in', 'out')),
  arm text not null check (arm in ('held', 'nudged')),
  joined_at timestamptz,
  decided_at timestamptz not null,
  primary key (organization_id, experiment_id, person_id)
);
select isolate('nudge_experiment_people');
-- Each moment at which an unasked nudge could have gone: the chance it had and what was drawn. Append-only, thirteen months.
create table nudge_decisions (
  organization_id text not null,
  experiment_id text not null,
  person_id text not null,
  nudge_id text not null,
  kind text not null,
  arm text not null check (arm in ('held', 'nudged')),
  -- Chance of being sent, 0 to 1, given the arm.
  probability real not null,
  assigned boolean not null,
  at timestamptz not null,
  primary key (organization_id, experiment_id, person_id, nudge_id, at)
);
create index nudge_decisions_by_age on nudge_decisions (organization_id, at);
select isolate('nudge_decisions');
-- Sums at a look, before the gate of reports; no row of it is about a person.
create table nudge_experiment_looks (
  organization_id text not null,
  experiment_id text not null,
  look integer not null,
  made_at timestamptz not null,
  sums jsonb not null,
  primary key (organization_id, experiment_id, look)
);
select isolate('nudge_experiment_looks');
