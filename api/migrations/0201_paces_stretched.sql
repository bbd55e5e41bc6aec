-- Where the moments of a pace were last moved on, and by how much: a call that came late is followed by as much less of the next ones.
alter table paces add column stretched_at timestamptz not null default '-infinity';
alter table paces add column stretched_ms double precision not null default 0;
