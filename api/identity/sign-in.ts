/** Sign-in through the company's own provider, brokered by WorkOS: out with PKCE and a signed state, back with a person or a refusal. */
import { createPersonFromSignIn, findPersonByIdp, getPerson, hasDirectory, type Person } from '../directory/directory.ts'
import type { Organization } from '../organizations/organizations.ts'
import type { Deps } from '../platform/deps.ts'
import type { Workos, WorkosProfile } from '../vendors/workos.ts'
import { mapClaims, type MappedClaims } from './claims.ts'
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
  const { organizationId, connectionId } = start.organization
  const attemptId = deps.newId('attempt')
  const { url, codeVerifier } = await workos.authorizationUrl({
    connectionId,
    redirectUri: callbackUrl(deps.config.PUBLIC_URL),
    state: signState({ uid: start.uid, organizationId, attemptId }, deps.config.COOKIE_KEYS, deps.realNow()),
    ...(start.loginHint ? { loginHint: start.loginHint } : {})
  })
  await deps.db.for(organizationId)(trx =>
    saveAttempt(trx, { organizationId, attemptId, uid: start.uid, clientId: start.clientId, codeVerifier, at: deps.realNow() })
  )
  return url
}

export type SignInRefusal = 'expired' | 'provider_refused' | 'wrong_company' | 'missing_claims' | 'not_in_directory' | 'no_access'
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
  await inOrganization(trx =>
    endAttempt(trx, {
      ...back.state,
      outcome: outcome.kind === 'refused' ? outcome.reason : 'signed_in',
      connectionType: profile?.connectionType,
      provenance: claims?.provenance,
      personId: outcome.kind === 'signedIn' ? outcome.personId : undefined
    })
  )
  return outcome
}

async function judge(deps: Deps, workos: Workos, back: SignInReturn & { readonly codeVerifier: string }): Promise<Judged> {
  if (!back.code) return { outcome: refused('provider_refused') }
  const exchanged = await workos.exchangeCode({ code: back.code, codeVerifier: back.codeVerifier })
  if (exchanged.kind === 'refused') {
    deps.log.warn({ attempt: back.state.attemptId, reason: exchanged.reason }, 'sign-in code refused')
    return { outcome: refused('provider_refused') }
  }
  const { profile } = exchanged
  if (profile.connectionId !== back.organization.connectionId) return { outcome: refused('wrong_company'), profile }
  const claims = mapClaims(profile)
  return { outcome: await findPerson(deps, back.organization, claims), profile, claims }
}

async function findPerson(deps: Deps, organization: Organization, claims: MappedClaims): Promise<SignInOutcome> {
  const { subject } = claims
  if (!subject) return refused('missing_claims')
  // Where a directory is synced it alone says who is there, by its own id; an e-mail joins nobody.
  if (await hasDirectory(deps, organization.organizationId))
    return admit(await findPersonByIdp(deps, organization.organizationId, subject), organization)
  const known = await findLinked(deps, organization, subject)
  if (known) return admit(known, organization)
  if (!claims.email) return refused('missing_claims')
  const person = await createPersonFromSignIn(deps, organization.organizationId, { idpId: subject, ...namesOf(claims) })
  await link(deps, organization, { subject, personId: person.personId })
  return admit(person, organization)
}

function admit(person: Person | undefined, { organizationId }: Organization): SignInOutcome {
  if (!person) return refused('not_in_directory')
  if (person.state !== 'active' || !person.access) return refused('no_access')
  return { kind: 'signedIn', organizationId, personId: person.personId }
}

const identityKey = ({ organizationId, connectionId }: Organization, subject: string) =>
  ({ organizationId, kind: 'sso', issuer: connectionId, subject }) as const

async function findLinked(deps: Deps, organization: Organization, subject: string): Promise<Person | undefined> {
  const personId = await deps.db.for(organization.organizationId)(trx => findIdentity(trx, identityKey(organization, subject)))
  return personId ? getPerson(deps, organization.organizationId, personId) : undefined
}

const link = (deps: Deps, organization: Organization, { subject, personId }: { readonly subject: string; readonly personId: string }) =>
  deps.db.for(organization.organizationId)(trx =>
    saveIdentity(trx, { ...identityKey(organization, subject), personId, because: 'sign_in', at: deps.realNow() })
  )

const namesOf = ({ email = '', firstName, lastName }: MappedClaims) => ({
  email,
  ...(firstName ? { firstName } : {}),
  ...(lastName ? { lastName } : {})
})

const refused = (reason: SignInRefusal): SignInOutcome => ({ kind: 'refused', reason })
