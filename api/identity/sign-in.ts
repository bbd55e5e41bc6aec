/** Sign-in through the company's own provider, brokered by WorkOS: out with PKCE and a signed state, back with a person or a refusal. */
import { record } from '../audit/audit.ts'
import {
  findPersonByIdpWithin,
  findPersonByMappedAttributeWithin,
  getPersonWithin,
  takeInSignIn,
  type Person
} from '../directory/directory.ts'
import type { ProviderOrganization } from '../organizations/organizations.ts'
import { claimsWanted, noteClaims } from '../enrollment/enrollment.ts'
import type { Trx } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import type { Workos, WorkosProfile } from '../vendors/workos.ts'
import { isEntraSubject, mapClaims, type MappedClaims } from './claims.ts'
import { recentMapping } from './mappings.ts'
import { sessionEnd } from './session-end.ts'
import { signState, type ReturnedState } from './state.ts'
import { findIdentity, keepAttempt, saveIdentity, type IdentityKey } from './store.ts'

export const callbackUrl = (publicUrl: string): string => `${publicUrl}/signin/callback`

export type SignInStart = {
  /** The interaction to come back to. */
  readonly uid: string
  readonly clientId: string
  readonly organization: ProviderOrganization
  readonly loginHint?: string | undefined
}

/** @returns where to send the browser. */
export function startSignIn(deps: Deps, workos: Workos, start: SignInStart): string {
  const { organizationId, connectionId, workosOrganizationId } = start.organization
  const attemptId = deps.newId('attempt')
  const { uid, clientId } = start
  const state = signState({ uid, clientId, organizationId, attemptId }, deps.config.COOKIE_KEYS, deps.realNow())
  return workos.authorizationUrl({
    ...(connectionId ? { connectionId } : { organizationId: workosOrganizationId }),
    redirectUri: callbackUrl(deps.config.PUBLIC_URL),
    state: state.text,
    codeVerifier: state.codeVerifier,
    ...(start.loginHint ? { loginHint: start.loginHint } : {})
  })
}

export type SignInRefusal =
  | 'expired'
  | 'provider_refused'
  | 'wrong_company'
  | 'missing_claims'
  | 'not_in_directory'
  | 'no_access'
  | 'too_many_groups'
export type SignInOutcome =
  | {
      readonly kind: 'signedIn'
      readonly person: Person
      /** When the provider's own session ends, in seconds since 1970, where it says so. */
      readonly until: number | undefined
    }
  | { readonly kind: 'refused'; readonly reason: SignInRefusal }

export type SignInReturn = {
  readonly state: ReturnedState
  readonly organization: ProviderOrganization
  /** Absent when the provider refused. */
  readonly code: string | undefined
}

/** Redeems the code and finds the person; the outcome is kept with the attempt, once, for the company's IT admin. */
export async function completeSignIn(deps: Deps, workos: Workos, back: SignInReturn): Promise<SignInOutcome> {
  const { organizationId } = back.organization
  const { candidates } = await recentMapping(deps, organizationId)
  const wanted = await claimsWanted(deps, organizationId)
  const profile = await redeem(deps, workos, back)
  return deps.db.for(organizationId)(async trx => {
    const claims = profile && mapClaims(profile, candidates)
    const outcome = claims
      ? await judge(deps, trx, { organization: back.organization, profile, claims })
      : refused('provider_refused')
    const first = await keepAttempt(trx, deps, {
      ...back.state,
      outcome: outcome.kind === 'refused' ? outcome.reason : 'signed_in',
      connectionType: profile?.connectionType,
      provenance: claims?.provenance,
      claimsSeen: profile && Object.keys(profile.rawAttributes),
      personId: outcome.kind === 'signedIn' ? outcome.person.personId : undefined
    })
    if (first && profile && outcome.kind === 'signedIn')
      await noteClaims(deps, trx, {
        organizationId,
        personId: outcome.person.personId,
        wanted,
        claims: profile.rawAttributes
      })
    return first ? outcome : refused('expired')
  })
}

async function redeem(deps: Deps, workos: Workos, { code, state }: SignInReturn): Promise<WorkosProfile | undefined> {
  if (!code) return undefined
  const exchanged = await workos.exchangeCode({ code, codeVerifier: state.codeVerifier })
  if (exchanged.kind === 'profile') return exchanged.profile
  deps.log.warn({ attempt: state.attemptId, reason: exchanged.reason }, 'sign-in code refused')
  return undefined
}

type Proof = {
  readonly organization: ProviderOrganization
  readonly profile: WorkosProfile
  readonly claims: MappedClaims
}

async function judge(deps: Deps, trx: Trx, proof: Proof): Promise<SignInOutcome> {
  const { organization, profile, claims } = proof
  const { subject } = claims
  if (!isOf(profile, organization)) return refused('wrong_company')
  if (!subject) return refused('missing_claims')
  // Where a directory is synced it alone says who is there, by its own id; an e-mail joins nobody.
  const outcome =
    organization.joining === 'directory'
      ? admit(await findInDirectory(trx, organization, { claims, subject }))
      : organization.closed
        ? admit(await findLinked(trx, { ...proof, subject }))
        : await joinBySignIn(deps, trx, { ...proof, subject })
  return outcome.kind === 'signedIn' ? { ...outcome, until: sessionEnd(profile.rawAttributes) } : outcome
}

/** The answer must come over the company's own connection: a code of another company's is worth nothing here. */
const isOf = (profile: WorkosProfile, { connectionId, workosOrganizationId }: ProviderOrganization): boolean =>
  connectionId ? profile.connectionId === connectionId : profile.organizationId === workosOrganizationId

/** By the directory's id, else, where the directory is not Entra's own, by the attribute an admin confirmed to hold the object id. */
async function findInDirectory(
  trx: Trx,
  { organizationId, subjectAttribute, entraObjectIdAttribute: attribute }: ProviderOrganization,
  { claims, subject }: { readonly claims: MappedClaims; readonly subject: string }
): Promise<Person | undefined> {
  const byId = await findPersonByIdpWithin(trx, organizationId, subject)
  // Whoever only ever came by sign-in is not in the directory that is there now.
  if (byId?.inDirectory) return byId
  if (subjectAttribute)
    return findPersonByMappedAttributeWithin(trx, organizationId, { attribute: subjectAttribute, value: subject })
  if (!attribute || !isEntraSubject(claims)) return undefined
  return findPersonByMappedAttributeWithin(trx, organizationId, { attribute, value: subject })
}

/** A company that leaves takes nobody in any more. */
async function findLinked(
  trx: Trx,
  { organization: { organizationId }, profile, subject }: Proof & { readonly subject: string }
): Promise<Person | undefined> {
  const personId = await findIdentity(trx, { organizationId, kind: 'sso', issuer: profile.connectionId, subject })
  return personId ? getPersonWithin(trx, organizationId, personId) : undefined
}

/** Each sign-in is judged anew: whoever lost the group is refused, and what they still hold ends in this transaction. */
async function joinBySignIn(
  deps: Deps,
  trx: Trx,
  { organization, profile, claims, subject }: Proof & { readonly subject: string }
): Promise<SignInOutcome> {
  const { organizationId, accessGroup } = organization
  // Unknown is not none: nobody is thrown out for it, and nobody let in.
  if (accessGroup && claims.overage) return refused('too_many_groups')
  const key = { organizationId, kind: 'sso', issuer: profile.connectionId, subject } as const
  const linked = await findIdentity(trx, key)
  const { groups, overage, provenance: _, ...told } = claims
  const at = { deps, trx, organization, receivedAt: deps.realNow() }
  const signedIn = { ...told, personId: linked, idpId: subject, groups: overage ? undefined : groups }
  const taken = await takeInSignIn(at, signedIn)
  if (taken.kind !== 'person') return refused(taken.kind === 'noEmail' ? 'missing_claims' : 'no_access')
  const { personId } = taken
  if (!linked) await keepIdentity(deps, trx, { ...key, personId })
  return admit(await getPersonWithin(trx, organizationId, personId))
}

async function keepIdentity(deps: Deps, trx: Trx, key: IdentityKey & { readonly personId: string }): Promise<void> {
  const { organizationId, personId } = key
  const because = 'sign_in'
  const saved = await saveIdentity(trx, { ...key, because, at: deps.realNow() })
  const detail = { kind: 'sso', connectionId: key.issuer, because }
  if (saved.isNew)
    await record(trx, deps, { organizationId, personId, action: 'account.linked', actor: personId, detail })
}

function admit(person: Person | undefined): SignInOutcome {
  if (!person) return refused('not_in_directory')
  if (person.state !== 'active' || !person.access) return refused('no_access')
  return { kind: 'signedIn', person, until: undefined }
}

const refused = (reason: SignInRefusal): SignInOutcome => ({ kind: 'refused', reason })
