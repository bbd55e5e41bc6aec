-- Two comparisons of a company may run at once: each takes back its own sightings only, and what one that died left goes with its age.
alter table directory_sightings add column seen_at timestamptz not null default now();
