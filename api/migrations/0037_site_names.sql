-- A customer may rename a learning site. What its webhooks call it, once a call under that name was answered: a hint for the admin.
alter table enrollment_sites add column heard_name text;
