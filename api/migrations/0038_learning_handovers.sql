-- How the last sign-in on a site that takes signed tokens went, and under which e-mail the site has the person's account: tokens
-- are matched by e-mail there, so it is looked up by the account's id and never taken from anywhere else.
create table learning_handovers (
  organization_id text not null,
  person_id text not null,
  outcome text not null check (outcome in ('done', 'account_refused', 'account_gone', 'no_email', 'site_refused')),
  user_id text,
  email text,
  -- Real time.
  looked_at timestamptz,
  -- Product time.
  at timestamptz not null,
  primary key (organization_id, person_id)
);
create index learning_handovers_by_outcome on learning_handovers (organization_id, outcome);
select isolate('learning_handovers');
