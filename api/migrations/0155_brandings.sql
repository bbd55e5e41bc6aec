-- How a company's own app package looks in its Teams: names, descriptions, color, icons. Without a row it looks as ours.
create table brandings (
  organization_id text primary key,
  -- Rises with each change, and the package's version with it.
  revision integer not null check (revision > 0),
  brand jsonb not null,
  -- PNG, 192 pixels square; null: ours.
  color_icon bytea,
  -- PNG, 32 pixels square, white on transparent; null: ours.
  outline_icon bytea,
  changed_by text not null,
  changed_at timestamptz not null
);
select isolate('brandings');
