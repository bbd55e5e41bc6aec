-- A Teams token is compared with its person's last revocation at every exchange.
create index revocations_of_person on revocations (organization_id, person_id, revoked_at);
