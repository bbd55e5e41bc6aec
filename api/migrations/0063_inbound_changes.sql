-- What became of what a person wrote: edits and deletions are heard, and a turn that broke off can be tried again.
alter table inbound
  -- Files and pictures come along unread.
  add column has_attachments boolean not null default false,
  -- Times that answering it was begun.
  add column attempts integer not null default 0,
  -- The answer broke off; the text is kept until the person tries again or takes it back.
  add column cut_at timestamptz,
  add column deleted_at timestamptz,
  -- Grows with every edit, so that an answer in the making cannot close what changed meanwhile.
  add column version integer not null default 0,
  -- Grows when a deleted message is brought back: it is then answered anew.
  add column life integer not null default 0;
create index inbound_cut on inbound (organization_id, person_id, received_at) where cut_at is not null;
