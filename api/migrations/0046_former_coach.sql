-- Accounts and conversations of the chatbot that a company had before: the file while it is decided and carried out, and what it brought.
create table former_imports (
  organization_id text not null,
  id text not null,
  file_name text not null,
  state text not null check (state in ('open', 'importing', 'imported', 'cancelled', 'undoing', 'undone')),
  author text not null,
  uploaded_at timestamptz not null,
  -- The lines, sealed; gone once it is cancelled or carried out.
  wrapped_key bytea,
  sealed bytea,
  decided_at timestamptz,
  -- Of the file, and as many of them as are carried out.
  lines int not null,
  lines_done int not null default 0,
  -- What the file has for people who can be told, as the admin saw it.
  people int not null default 0,
  conversations int not null default 0,
  messages int not null default 0,
  primary key (organization_id, id)
);
create index former_imports_due on former_imports (state, uploaded_at) where state in ('open', 'importing', 'undoing');
select isolate('former_imports');
select route('former_imports', 'organization_id, state, uploaded_at');
create table former_accounts (
  organization_id text not null,
  import_id text not null,
  person_id text not null,
  -- Of the learning site.
  user_id text not null,
  primary key (organization_id, import_id, person_id)
);
select isolate('former_accounts');
-- Apart from `messages`: no engine and no report reads them.
create table former_messages (
  organization_id text not null,
  id text not null,
  import_id text not null,
  person_id text not null,
  -- Of the learning site: shown only while this account is this person's.
  user_id text not null,
  author text not null check (author in ('person', 'coach')),
  sealed bytea not null,
  -- Made with the person's own key of what the message says, so that it is brought once only.
  fingerprint text not null,
  at timestamptz not null,
  primary key (organization_id, id),
  unique (organization_id, person_id, fingerprint)
);
create index former_messages_of_person on former_messages (organization_id, person_id, at, id);
create index former_messages_of_import on former_messages (organization_id, import_id);
select isolate('former_messages');
-- Who erased what was brought: nothing is brought for them again.
create table former_erasures (
  organization_id text not null,
  person_id text not null,
  at timestamptz not null,
  primary key (organization_id, person_id)
);
select isolate('former_erasures');
