-- Bundles and groups are compared too: which of them the site could not show is part of the finding.
alter table enrollment_drifts add column unread jsonb not null default '[]';
