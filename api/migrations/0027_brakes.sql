-- Many people leaving at once are more often a mistake than a truth: what is hard to undo waits until an admin decides.
create table brakes (
  organization_id text not null,
  id text not null,
  set_at timestamptz not null,
  -- Why it was set: so many had left within the window, of so many who had access before.
  people_left int not null,
  people_before int not null,
  -- `ended` or `kept`, the latest if decided again; it never lifts itself.
  decision text check (decision in ('ended', 'kept')),
  decided_at timestamptz,
  decided_by text,
  why text,
  primary key (organization_id, id)
);
create unique index brakes_undecided on brakes (organization_id) where decided_at is null;
select isolate('brakes');
-- Everybody who left, once: counted while the window lasts, and held while an admin has yet to decide.
create table leavers (
  organization_id text not null,
  person_id text not null,
  -- As in `departures`, or `changed_groups`: still there, but in no group any more that gives the course.
  reason text not null,
  left_at timestamptz not null,
  -- `free`: nothing waits; `held`: what is hard to undo waits; `ended`: an admin said that they did leave; `returned`.
  state text not null check (state in ('free', 'held', 'ended', 'returned')),
  primary key (organization_id, person_id)
);
create index leavers_of_late on leavers (organization_id, left_at) where state = 'free';
create index leavers_held on leavers (organization_id, left_at) where state = 'held';
select isolate('leavers');
