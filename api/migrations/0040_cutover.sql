-- Who could no longer sign in once the learning site knows no other way in than CI: the last check, and what an admin accepts of it.
create table cutover_checks (
  organization_id text primary key,
  checked_at timestamptz not null,
  checked_by text not null,
  -- What the admin knows of the site's plan: no call of the site tells it.
  plan text not null check (plan in ('plus', 'other', 'unknown')),
  learners int not null,
  able int not null,
  -- People who left and whose accounts stay shut, as intended.
  left_people int not null
);
select isolate('cutover_checks');
create table cutover_items (
  organization_id text not null,
  -- The kind and whom it is about: the same at each check, so that an acceptance holds.
  item_key text not null,
  place int not null,
  kind text not null,
  user_id text,
  person_id text,
  name text not null,
  email text not null,
  people int not null,
  primary key (organization_id, item_key)
);
create index cutover_items_in_order on cutover_items (organization_id, place, item_key);
select isolate('cutover_items');
create table cutover_acceptances (
  organization_id text not null,
  item_key text not null,
  reason text not null,
  accepted_by text not null,
  accepted_at timestamptz not null,
  primary key (organization_id, item_key)
);
select isolate('cutover_acceptances');
