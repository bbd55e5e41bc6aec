/**
 * Signs a person in on a site that takes tokens signed with its key, Thinkific's JWT sign-in. The site matches them by e-mail
 * alone: the token holds the e-mail that the site itself has for the account that is known to be the person's.
 */
import { SignJWT } from 'jose'
import { record } from '../audit/audit.ts'
import { subjectOf } from '../contract/subject.ts'
import type { Person } from '../directory/directory.ts'
import { getLearningSite, type LearningSite } from '../organizations/organizations.ts'
import type { Deps } from '../platform/deps.ts'
import { MINUTE, SECOND, sleep } from '../platform/time.ts'
import { SiteError } from './problems.ts'
import { requestSync } from './request.ts'
import { findLearner, forgetLearner, type PersonKey } from './store.ts'
import { findHandover, saveHandover, type HandoverProblem } from './store-handovers.ts'
import { findFailure } from './store-work.ts'
import { createThinkific } from './thinkific.ts'

/** Reading it back takes a redirection. */
const TOKEN_SECONDS = 60
/** Nobody waits longer for a site that is busy. */
const PATIENCE_MS = 8 * SECOND
/** A look at the account holds for so long. */
const LOOK_MS = 10 * MINUTE

export type Handover =
  /** @property url holds a token: it goes into a redirection and nowhere else. */
  | { readonly kind: 'go'; readonly url: string }
  /** The account is on its way. */
  | { readonly kind: 'coming' }
  /** The site has a problem, or more to do than it allows; again in a moment. */
  | { readonly kind: 'busy' }
  /** The admin sees it too. */
  | { readonly kind: 'refused'; readonly because: HandoverProblem }
  /** The site signs in another way, or there is none. */
  | { readonly kind: 'no_site' }

type Going = {
  readonly person: Person
  /** What the browser asked for: a course, or an address on the site. */
  readonly wanted: Wanted
  /** Where the site sends whom it refuses. */
  readonly errorUrl: string
}
export type Wanted = { readonly course?: string | undefined; readonly returnTo?: string | undefined }

export async function handOver(deps: Deps, { person, wanted, errorUrl }: Going): Promise<Handover> {
  const { organizationId, personId } = person
  const key = { organizationId, personId }
  const site = await getLearningSite(deps, organizationId)
  if (site?.signIn !== 'jwt') return { kind: 'no_site' }
  const account = await accountOf(deps, site, key)
  if (account.kind === 'refused') return refuse(deps, key, account.because)
  if (account.kind !== 'found') return account
  const returnTo = addressOn(site, wanted)
  const jwt = await tokenFor(deps, site, { person, email: account.email })
  await deps.db.for(organizationId)(async trx => {
    await saveHandover(trx, { ...key, outcome: 'done', at: deps.now(), ...account })
    const detail = { account: account.userId, ...(wanted.course ? { course: wanted.course } : {}) }
    await record(trx, deps, { ...key, action: 'learning_site.opened', actor: personId, detail })
  })
  const url = new URL(`${site.url.replace(/\/$/u, '')}/api/sso/v2/sso/jwt`)
  url.search = new URLSearchParams({ jwt, return_to: returnTo, error_url: errorUrl }).toString()
  return { kind: 'go', url: url.href }
}

/** The site sent somebody back. */
export const noteSiteRefused = (deps: Deps, key: PersonKey): Promise<Handover> => refuse(deps, key, 'site_refused')

async function refuse(deps: Deps, key: PersonKey, because: HandoverProblem): Promise<Handover> {
  await deps.db.for(key.organizationId)(async trx => {
    await saveHandover(trx, { ...key, outcome: because, at: deps.now() })
    await record(trx, deps, { ...key, action: 'learning_site.refused', actor: key.personId, detail: { because } })
  })
  return { kind: 'refused', because }
}

type Account =
  | { readonly kind: 'found'; readonly userId: string; readonly email: string; readonly lookedAt: Date }
  | { readonly kind: 'coming' }
  | { readonly kind: 'busy' }
  | { readonly kind: 'refused'; readonly because: HandoverProblem }

async function accountOf(deps: Deps, site: LearningSite, key: PersonKey): Promise<Account> {
  const { learner, failure, last } = await deps.db.for(key.organizationId)(async trx => ({
    learner: await findLearner(trx, key),
    failure: await findFailure(trx, key),
    last: await findHandover(trx, key)
  }))
  const userId = learner?.external_user_id
  if (!userId) {
    // Its answer to an account is final until an admin mends it: nobody is shown a page that waits for ever.
    if (failure) return { kind: 'refused', because: failure === 'no_email' ? 'no_email' : 'account_refused' }
    await requestSync(deps, key)
    return { kind: 'coming' }
  }
  const isFresh = last?.looked_at && deps.realNow().getTime() - last.looked_at.getTime() < LOOK_MS
  if (isFresh && last.user_id === userId && last.email && last.looked_at)
    return { kind: 'found', userId, email: last.email, lookedAt: last.looked_at }
  return look(deps, site, { ...key, userId })
}

async function look(deps: Deps, site: LearningSite, key: PersonKey & { readonly userId: string }): Promise<Account> {
  const { userId } = key
  try {
    const lookedAt = deps.realNow()
    const asked = createThinkific(deps, site).learnerById(userId)
    const there = await Promise.race([asked, sleep(PATIENCE_MS).then(() => 'late' as const)])
    if (there === 'late') {
      asked.catch((err: unknown) => deps.log.warn({ err }, 'a late look at an account failed'))
      return { kind: 'busy' }
    }
    if (there?.email) return { kind: 'found', userId, email: there.email.toLowerCase(), lookedAt }
    if (there) return { kind: 'refused', because: 'no_email' }
  } catch (error) {
    if (!(error instanceof SiteError)) throw error
    deps.log.warn({ person: key.personId, problem: error.kind }, 'learning site failed at a sign-in')
    return { kind: 'busy' }
  }
  // Whoever has the e-mail there now is not known to be this person: the account is made again, or refused for the admin to see.
  await deps.db.for(key.organizationId)(async trx => {
    await forgetLearner(trx, key)
    await saveHandover(trx, { ...key, outcome: 'account_gone', at: deps.now() })
  })
  await requestSync(deps, key)
  return { kind: 'coming' }
}

type Token = { readonly person: Person; readonly email: string }

const tokenFor = (
  { realNow, newId }: Pick<Deps, 'realNow' | 'newId'>,
  { apiKey }: LearningSite,
  { person, email }: Token
): Promise<string> => {
  const now = Math.floor(realNow().getTime() / SECOND)
  return new SignJWT({
    email,
    first_name: person.firstName || email,
    last_name: person.lastName || '-',
    external_id: subjectOf(person.organizationId, person.personId)
  })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setIssuedAt(now)
    .setExpirationTime(now + TOKEN_SECONDS)
    .setJti(newId('handover'))
    .sign(new TextEncoder().encode(apiKey))
}

/** Only addresses on the site itself; anything else leads to its first page. */
export function addressOn({ url, subdomain }: Pick<LearningSite, 'url' | 'subdomain'>, wanted: Wanted): string {
  const home = url.replace(/\/$/u, '')
  if (wanted.course && /^\d{1,20}$/u.test(wanted.course)) return `${home}/courses/${wanted.course}`
  const asked = URL.parse(wanted.returnTo ?? '', `${home}/`)
  if (!wanted.returnTo || !asked || asked.username || asked.password) return home
  const bases = [home, `https://${subdomain}.thinkific.com`]
  return bases.some(base => asked.href === base || asked.href.startsWith(`${base}/`)) ? asked.href : home
}
