-- After a card about danger no program goes on talking by itself: the pause lasts until the person says they want to go on.
create table safety_pauses (
  organization_id text not null,
  person_id text not null,
  -- `asked`: they wrote again and people's words asked whether to go on.
  state text not null check (state in ('paused', 'asked')),
  since timestamptz not null,
  primary key (organization_id, person_id)
);
select isolate('safety_pauses');
