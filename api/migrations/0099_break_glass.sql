-- When somebody of ConsciousInsights may look at one person's conversation: asked for with a reason, let in by a second one, for an hour at most.
create table break_glass (
  organization_id text not null,
  id text not null,
  person_id text not null,
  -- Subjects of ConsciousInsights' own staff; the person is told the role, not the name.
  asked_by text not null,
  approved_by text,
  reason text not null,
  ticket text not null,
  minutes integer not null check (minutes between 5 and 60),
  -- Real time, as all that decides who may come in.
  asked_at timestamptz not null,
  approved_at timestamptz,
  expires_at timestamptz,
  ended_at timestamptz,
  primary key (organization_id, id),
  check (approved_by is null or approved_by <> asked_by)
);
create index break_glass_of_person on break_glass (organization_id, person_id, asked_at);
select isolate('break_glass');
revoke delete on break_glass from ci_app;
create table break_glass_reads (
  organization_id text not null,
  id text not null,
  break_glass_id text not null,
  person_id text not null,
  read_by text not null,
  messages integer not null,
  at timestamptz not null,
  primary key (organization_id, id)
);
create index break_glass_reads_of_person on break_glass_reads (organization_id, person_id, at);
select isolate('break_glass_reads');
revoke update, delete on break_glass_reads from ci_app;
