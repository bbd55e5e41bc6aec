-- One nudge to whoever fits a rule, within a window of days; and the switch that stops all of a company's at once.
create table campaigns (
  organization_id text not null,
  id text not null,
  -- Name, audience, words by language, window, rank. Never changed once it was started.
  content jsonb not null,
  revision int not null,
  state text not null check (state in ('draft', 'running', 'paused', 'cancelled')),
  saved_by text not null,
  saved_at timestamptz not null,
  -- Turns taken, oldest first: when, by whom, which.
  turns jsonb not null default '[]',
  primary key (organization_id, id)
);
create index campaigns_by_state on campaigns (organization_id, state);
select isolate('campaigns');
create table campaign_switches (
  organization_id text not null primary key,
  stopped_by text not null,
  reason text not null,
  stopped_at timestamptz not null
);
select isolate('campaign_switches');
