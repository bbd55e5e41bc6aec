-- When somebody went on in a course: an enrollment keeps its latest state only, and what followed a nudge has to be told from before it.
create table course_steps (
  organization_id text not null,
  person_id text not null,
  course_id text not null,
  at timestamptz not null,
  progress double precision not null,
  primary key (organization_id, person_id, course_id, at)
);
create index course_steps_by_age on course_steps (organization_id, at);
select isolate('course_steps');
