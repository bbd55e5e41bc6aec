-- What a company gives its coach to read: files cut in passages, found by full-text search in the file's own language.
create function text_search_of(language text) returns regconfig language sql stable as $$
  select coalesce((select oid::regconfig from pg_ts_config
    where cfgname = case language when 'en' then 'english' when 'es' then 'spanish' end limit 1), 'simple'::regconfig)
$$;
create table materials (
  organization_id text not null,
  id text not null,
  title text not null,
  language text not null check (language in ('en', 'es', 'other')),
  file_name text not null,
  format text not null check (format in ('text', 'docx', 'pdf')),
  -- Counts the files that stood in this place.
  version int not null,
  bytes int not null,
  characters int not null,
  uploaded_by text not null,
  uploaded_at timestamptz not null,
  primary key (organization_id, id)
);
select isolate('materials');
-- No index on `words`: under row-level security `@@` may not use one, and a company's limit keeps its passages few.
create table material_passages (
  organization_id text not null,
  material_id text not null,
  ordinal int not null,
  heading text not null,
  passage text not null,
  -- The title weighs A, the heading B, the passage D; without accents.
  words tsvector not null,
  primary key (organization_id, material_id, ordinal),
  foreign key (organization_id, material_id) references materials (organization_id, id) on delete cascade
);
select isolate('material_passages');
-- What an answer quotes of it, sealed like its text.
alter table messages add column cited bytea;
