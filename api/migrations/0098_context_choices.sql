-- Which facts about their work a person lets the coach use. The list is closed: ratings, potential and the like have no name here.
create table context_choices (
  organization_id text not null,
  person_id text not null,
  fact text not null check (
    fact in ('title', 'department', 'tenure', 'new_manager', 'team_size', 'country', 'language', 'courses', 'focus')
  ),
  active boolean not null,
  changed_at timestamptz not null,
  primary key (organization_id, person_id, fact)
);
select isolate('context_choices');
