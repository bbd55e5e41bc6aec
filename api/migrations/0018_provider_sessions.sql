-- What a sign-out needs to know of a session without reading its tokens, and what its owner recognizes it by.
alter table oidc_payloads
  -- Of a session: `[{ "clientId": …, "sid": … }]`, the apps that it opened.
  add column clients jsonb,
  -- Of a session: browser and system, such as `Firefox on Windows`.
  add column device text,
  add column saved_at timestamptz;
grant select (model, clients) on oidc_payloads to ci_app;
-- A sign-in is kept when it ends; what it needs meanwhile travels signed.
alter table sign_in_attempts drop column code_verifier, drop column redeemed_at;
-- A company's own transaction compares a Microsoft token with the person's last revocation.
create policy own_organization_sees on revocations for select to ci_app using (organization_id = current_setting('ci.organization'));
grant select on revocations to ci_app;
-- Apps that sign people in through CI, as data; the built-in ones (web, tab, learning sites) keep only their secret here.
alter table oidc_clients
  add column registered boolean not null default false,
  -- Null: people of any company.
  add column organization_id text,
  add column name text,
  add column redirect_uris text[] not null default '{}',
  add column post_logout_redirect_uris text[] not null default '{}',
  add column backchannel_logout_uri text,
  add column auth_method text,
  add column pkce boolean not null default true;
grant update, delete on oidc_clients to ci_router;
