-- Spreadsheets by which courses were assigned before: the file while it is being decided, and what came of it.
create table enrollment_imports (
  organization_id text not null,
  id text not null,
  file_name text not null,
  state text not null check (state in ('open', 'imported', 'cancelled', 'undone')),
  author text not null,
  uploaded_at timestamptz not null,
  -- The cells, sealed; gone once it is decided.
  wrapped_key bytea,
  sealed bytea,
  -- How the admin says the columns are meant; null until then.
  columns jsonb,
  decided_at timestamptz,
  reason text,
  assignments int not null default 0,
  rules int not null default 0,
  primary key (organization_id, id)
);
create index enrollment_imports_open on enrollment_imports (uploaded_at) where state = 'open';
select isolate('enrollment_imports');
select route('enrollment_imports', 'organization_id, state, uploaded_at');
-- Given to one person by an import, beside the rules. Of several imports the newest counts, and undoing it brings the one before back.
create table enrollment_assignments (
  organization_id text not null,
  import_id text not null,
  person_id text not null,
  kind text not null check (kind in ('course', 'bundle', 'group')),
  target_id text not null,
  name text not null,
  -- Null: since joining, and without end.
  starts_at timestamptz,
  ends_at timestamptz,
  because text not null,
  -- Of the spreadsheet.
  sheet_row int not null,
  primary key (organization_id, person_id, kind, target_id, import_id)
);
create index enrollment_assignments_of_import on enrollment_assignments (organization_id, import_id);
select isolate('enrollment_assignments');
alter table enrollment_runs drop constraint enrollment_runs_kind_check;
alter table enrollment_runs add constraint enrollment_runs_kind_check
  check (kind in ('rules', 'repair', 'again', 'import', 'undo'));
