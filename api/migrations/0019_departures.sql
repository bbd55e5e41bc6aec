-- A leaver's signed receipt: when the company's provider said so, when it reached us, when each door was shut.
create table departures (
  organization_id text not null,
  id text not null,
  person_id text not null,
  reason text not null,
  -- When the company's directory changed the person, and when WorkOS made an event of it; null where nobody told.
  changed_at timestamptz,
  event_at timestamptz,
  received_at timestamptz not null,
  revoked_at timestamptz not null,
  -- Set when the person is back.
  returned_at timestamptz,
  primary key (organization_id, id)
);
create index departures_of_person on departures (organization_id, person_id, id);
select isolate('departures');
create table departure_hops (
  organization_id text not null,
  departure_id text not null,
  -- `app`, `conversation`, `nudges` or `courses`.
  hop text not null,
  -- Of an app, its client id and session; else empty.
  subject text not null,
  -- `waiting`: begun; `done`; `open`: stays open, because that app cannot be told.
  state text not null,
  at timestamptz not null,
  primary key (organization_id, departure_id, hop, subject)
);
select isolate('departure_hops');
-- A person sees and ends their own sessions; what is in them stays with the provider.
grant select (uid, grant_id) on oidc_payloads to ci_app;
