/** Sign-in through the company's own provider, brokered by WorkOS: out with PKCE and a signed state, back with a person or a refusal. */
import { record } from '../audit/audit.ts'
import {
  createPersonFromSignIn,
  findPersonByIdp,
  findPersonByMappedAttribute,
  getPerson,
  type Person
} from '../directory/directory.ts'
import type { Organization } from '../organizations/organizations.ts'
import type { Deps } from '../platform/deps.ts'
import type { Workos, WorkosProfile } from '../vendors/workos.ts'
import { isEntraSubject, mapClaims, type MappedClaims } from './claims.ts'
import { mappingOf } from './mappings.ts'
import { signState, type SignInState } from './state.ts'
import { endAttempt, findIdentity, saveAttempt, saveIdentity, takeAttempt } from './store.ts'

export const callbackUrl = (publicUrl: string): string => `${publicUrl}/signin/callback`

export type SignInStart = {
  /** The interaction to come back to. */
  readonly uid: string
  readonly clientId: string
  readonly organization: Organization
  readonly loginHint?: string | undefined
}

/** @returns where to send the browser. */
export async function startSignIn(deps: Deps, workos: Workos, start: SignInStart): Promise<string> {
  const { organizationId, connectionId, workosOrganizationId } = start.organization
  const attemptId = deps.newId('attempt')
  const { url, codeVerifier } = await workos.authorizationUrl({
    ...(connectionId ? { connectionId } : { organizationId: workosOrganizationId }),
    redirectUri: callbackUrl(deps.config.PUBLIC_URL),
    state: signState({ uid: start.uid, organizationId, attemptId }, deps.config.COOKIE_KEYS, deps.realNow()),
    ...(start.loginHint ? { loginHint: start.loginHint } : {})
  })
  await deps.db.for(organizationId)(trx =>
    saveAttempt(trx, {
      organizationId,
      attemptId,
      uid: start.uid,
      clientId: start.clientId,
      codeVerifier,
      at: deps.realNow()
    })
  )
  return url
}

export type SignInRefusal =
  | 'expired'
  | 'provider_refused'
  | 'wrong_company'
  | 'missing_claims'
  | 'not_in_directory'
  | 'no_access'
export type SignInOutcome =
  | { readonly kind: 'signedIn'; readonly organizationId: string; readonly personId: string }
  | { readonly kind: 'refused'; readonly reason: SignInRefusal }

export type SignInReturn = {
  readonly state: SignInState
  readonly organization: Organization
  /** Absent when the provider refused. */
  readonly code: string | undefined
}

type Judged = { readonly outcome: SignInOutcome; readonly profile?: WorkosProfile; readonly claims?: MappedClaims }

/** Redeems the code and finds the person; each outcome is kept with the attempt for the company's IT admin. */
export async function completeSignIn(deps: Deps, workos: Workos, back: SignInReturn): Promise<SignInOutcome> {
  const inOrganization = deps.db.for(back.state.organizationId)
  const codeVerifier = await inOrganization(trx => takeAttempt(trx, back.state, deps.realNow()))
  if (!codeVerifier) return refused('expired')
  const { outcome, profile, claims } = await judge(deps, workos, { ...back, codeVerifier })
  const personId = outcome.kind === 'signedIn' ? outcome.personId : undefined
  const { connectionType } = profile ?? {}
  await inOrganization(async trx => {
    const result = outcome.kind === 'refused' ? outcome.reason : 'signed_in'
    await endAttempt(trx, {
      ...back.state,
      outcome: result,
      connectionType,
      provenance: claims?.provenance,
      claimsSeen: profile && Object.keys(profile.rawAttributes),
      personId
    })
    const { organizationId, attemptId } = back.state
    if (personId)
      await record(trx, deps, {
        organizationId,
        personId,
        action: 'person.signed_in',
        actor: personId,
        detail: { attemptId, connectionType }
      })
  })
  return outcome
}

async function judge(
  deps: Deps,
  workos: Workos,
  back: SignInReturn & { readonly codeVerifier: string }
): Promise<Judged> {
  if (!back.code) return { outcome: refused('provider_refused') }
  const exchanged = await workos.exchangeCode({ code: back.code, codeVerifier: back.codeVerifier })
  if (exchanged.kind === 'refused') {
    deps.log.warn({ attempt: back.state.attemptId, reason: exchanged.reason }, 'sign-in code refused')
    return { outcome: refused('provider_refused') }
  }
  const { profile } = exchanged
  if (!isOf(profile, back.organization)) return { outcome: refused('wrong_company'), profile }
  const { candidates } = await mappingOf(deps, back.organization.organizationId)
  const claims = mapClaims(profile, candidates)
  return { outcome: await findPerson(deps, back.organization, { profile, claims }), profile, claims }
}

/** The answer must come over the company's own connection: a code of another company's is worth nothing here. */
const isOf = (profile: WorkosProfile, { connectionId, workosOrganizationId }: Organization): boolean =>
  connectionId ? profile.connectionId === connectionId : profile.organizationId === workosOrganizationId

type Proof = { readonly profile: WorkosProfile; readonly claims: MappedClaims }

async function findPerson(deps: Deps, organization: Organization, proof: Proof): Promise<SignInOutcome> {
  const { subject } = proof.claims
  if (!subject) return refused('missing_claims')
  // Where a directory is synced it alone says who is there, by its own id; an e-mail joins nobody.
  return organization.joining === 'directory'
    ? admit(await findInDirectory(deps, organization, { claims: proof.claims, subject }))
    : joinBySignIn(deps, organization, { ...proof, subject })
}

/** By the directory's id, else, where the directory is not Entra's own, by the attribute an admin confirmed to hold the object id. */
async function findInDirectory(
  deps: Deps,
  { organizationId, entraObjectIdAttribute: attribute }: Organization,
  { claims, subject }: { readonly claims: MappedClaims; readonly subject: string }
): Promise<Person | undefined> {
  const person = await findPersonByIdp(deps, organizationId, subject)
  if (person || !attribute || !isEntraSubject(claims)) return person
  return findPersonByMappedAttribute(deps, organizationId, { attribute, value: subject })
}

async function joinBySignIn(
  deps: Deps,
  { organizationId, accessGroup }: Organization,
  { profile, claims, subject }: Proof & { readonly subject: string }
): Promise<SignInOutcome> {
  if (accessGroup && !profile.groups.includes(accessGroup)) return refused('no_access')
  const key = { organizationId, kind: 'sso', issuer: profile.connectionId, subject } as const
  const linked = await deps.db.for(organizationId)(trx => findIdentity(trx, key))
  if (linked) return admit(await getPerson(deps, organizationId, linked))
  const { email, firstName, lastName } = claims
  if (!email) return refused('missing_claims')
  const person = await createPersonFromSignIn(deps, organizationId, { idpId: subject, email, firstName, lastName })
  await deps.db.for(organizationId)(trx =>
    saveIdentity(trx, { ...key, personId: person.personId, because: 'sign_in', at: deps.realNow() })
  )
  return admit(person)
}

function admit(person: Person | undefined): SignInOutcome {
  if (!person) return refused('not_in_directory')
  if (person.state !== 'active' || !person.access) return refused('no_access')
  return { kind: 'signedIn', organizationId: person.organizationId, personId: person.personId }
}

const refused = (reason: SignInRefusal): SignInOutcome => ({ kind: 'refused', reason })
