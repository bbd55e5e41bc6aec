-- What HR sees before it confirms a channel, and what became of it since: who can read there, and why nothing can be posted.
alter table hr_channels
  add column kind text check (kind in ('standard', 'private', 'shared')),
  add column members integer,
  add column looked_at timestamptz,
  add column team_name text,
  -- Each leaves the channel registered; `removed` as a state does not.
  add column problem text check (problem in ('deleted', 'team_deleted', 'app_removed', 'not_found', 'disabled', 'refused')),
  add column problem_at timestamptz,
  add column last_posted_at timestamptz,
  -- Where its readers are; null: the company's.
  add column timezone text;
-- A report waits here until it is time where the channel's readers are.
create table hr_posts (
  organization_id text not null,
  channel_id text not null,
  report_id text not null,
  due_at timestamptz not null,
  queued_at timestamptz,
  primary key (organization_id, channel_id, report_id)
);
create index hr_posts_due on hr_posts (due_at) where queued_at is null;
select isolate('hr_posts');
select route('hr_posts', 'organization_id, due_at, queued_at');
