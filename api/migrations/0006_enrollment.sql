-- Who takes which course, what the learning site answered, and the pace at which it may be asked.
create table learners (
  organization_id text not null,
  person_id text not null,
  site text not null,
  external_user_id text not null,
  linked_at timestamptz not null,
  primary key (organization_id, person_id),
  unique (organization_id, site, external_user_id)
);
select isolate('learners');
create table enrollments (
  organization_id text not null,
  person_id text not null,
  course_id text not null,
  course_name text not null,
  -- The cohort whose rule asked for the course, in the words of the company.
  because text not null,
  state text not null check (state in ('coming', 'enrolled', 'completed', 'ended', 'failed')),
  external_enrollment_id text,
  progress double precision not null default 0,
  -- What the learning site answered when it refused, for the admin.
  refusal text,
  updated_at timestamptz not null,
  primary key (organization_id, person_id, course_id)
);
select isolate('enrollments');
-- Webhooks carry no timestamp: only the stored id stops a replay.
create table enrollment_webhooks (
  organization_id text not null,
  id text not null,
  received_at timestamptz not null,
  primary key (organization_id, id)
);
select isolate('enrollment_webhooks');
