-- A report in the other languages that its readers have; `snapshot` is in the company's. Older ones are in the company's alone.
alter table reports add column others jsonb not null default '{}';
