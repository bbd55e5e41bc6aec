/**
 * The "Connect" flow, for accounts whose object id no directory carries. It resists phishing: begun in one Teams session, proven
 * by a sign-in in the one browser that opened its page, and ended by a code that only that page shows and only that session takes.
 */
import { createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'
import type { LinkRefusal } from '../contract/identity.ts'
import { findOrganizationByTenant } from '../organizations/organizations.ts'
import type { Trx } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { MINUTE } from '../platform/time.ts'
import type { EntraIdentity } from './entra.ts'
import { linkWithin, whyNotJoined } from './people.ts'
import { findIdentity } from './store.ts'
import { changeLink, insertLink, lockLink, type LinkKey, type LinkRow } from './store-links.ts'

export type { LinkKey } from './store-links.ts'

const LIFETIME_MS = 5 * MINUTE
const MOST_TRIES = 5
const CODE_DIGITS = 6

export type TeamsAccount = Pick<EntraIdentity, 'tid' | 'oid'> & { readonly name: string }

export type LinkStart =
  | { readonly kind: 'started'; readonly linkId: string; readonly url: string; readonly expiresAt: Date }
  | { readonly kind: 'refused'; readonly reason: 'unknown_tenant' | 'already_linked' }

/** @returns the page to open in a browser, for five minutes. A newer start ends an older one of the same account. */
export async function startLink(
  deps: Deps,
  { tid, oid, name, surface }: TeamsAccount & { readonly surface: 'tab' | 'chat' }
): Promise<LinkStart> {
  const organization = await findOrganizationByTenant(deps, tid)
  if (!organization) return { kind: 'refused', reason: 'unknown_tenant' }
  const { organizationId } = organization
  const at = deps.realNow()
  const linkId = deps.newId('link')
  const expiresAt = new Date(at.getTime() + LIFETIME_MS)
  const started = await deps.db.for(organizationId)(async trx => {
    if (await findIdentity(trx, { organizationId, kind: 'entra', issuer: tid, subject: oid })) return false
    const account = { tenant_id: tid, object_id: oid, account_name: name, surface }
    const times = { started_at: at, expires_at: expiresAt, ended_at: null, outcome: null }
    const proof = { browser_hash: null, person_id: null, code_hash: null, tries: 0 }
    await insertLink(trx, { organization_id: organizationId, id: linkId, ...account, ...times, ...proof })
    return true
  })
  if (!started) return { kind: 'refused', reason: 'already_linked' }
  return { kind: 'started', linkId, url: linkUrl(deps, { organizationId, linkId }), expiresAt }
}

/** The page of a request. */
export const linkUrl = ({ config }: Pick<Deps, 'config'>, { organizationId, linkId }: LinkKey): string =>
  `${config.PUBLIC_URL}/link/${encodeURIComponent(organizationId)}/${encodeURIComponent(linkId)}`

type Within<R> = (trx: Trx, row: LinkRow) => Promise<R>

/** Runs `work` on the locked request while it is open; undefined when there is none, or none any more. */
const withOpen = <R>(deps: Deps, key: LinkKey, work: Within<R>): Promise<R | undefined> =>
  deps.db.for(key.organizationId)(async trx => {
    const row = await lockLink(trx, key)
    if (!row || row.ended_at || row.expires_at.getTime() <= deps.realNow().getTime()) return undefined
    return work(trx, row)
  })

/** The name of the account that asks, while the request is open. */
export const readLink = (deps: Deps, key: LinkKey): Promise<{ readonly accountName: string } | undefined> =>
  withOpen(deps, key, async (_trx, row) => ({ accountName: row.account_name }))

/** @returns what this browser must show from now on; undefined when the request is over or another browser has it. */
export const claimBrowser = (deps: Deps, key: LinkKey, held: string | undefined): Promise<string | undefined> =>
  withOpen(deps, key, async (trx, row) => {
    if (row.browser_hash) return held && isSame(row.browser_hash, hash(deps, key, held)) ? held : undefined
    const secret = randomBytes(32).toString('base64url')
    await changeLink(trx, key, { browser_hash: hash(deps, key, secret) })
    return secret
  })

/** Whether this is the browser that opened the page. */
export const isBrowserOf = async (deps: Deps, key: LinkKey, held: string): Promise<boolean> =>
  (await withOpen(deps, key, async (_trx, row) =>
    Boolean(row.browser_hash && isSame(row.browser_hash, hash(deps, key, held)))
  )) ?? false

export type Proven =
  | { readonly kind: 'code'; readonly code: string; readonly accountName: string }
  | { readonly kind: 'refused'; readonly reason: Exclude<LinkRefusal, 'wrong_code'> }

/** The person has signed in: gives the code to show. Asked again, a new code replaces the old. */
export async function proveLink(deps: Deps, key: LinkKey, personId: string): Promise<Proven> {
  const proven = await withOpen<Proven>(deps, key, async (trx, row) => {
    const reason = await whyNotJoined(trx, { ...accountOf(row), personId })
    if (reason) return { kind: 'refused', reason }
    const code = String(randomInt(10 ** CODE_DIGITS)).padStart(CODE_DIGITS, '0')
    await changeLink(trx, key, { person_id: personId, code_hash: hash(deps, key, code) })
    return { kind: 'code', code, accountName: row.account_name }
  })
  return proven ?? { kind: 'refused', reason: 'expired' }
}

const accountOf = (row: LinkRow) => ({ organizationId: row.organization_id, tid: row.tenant_id, oid: row.object_id })

export type Confirmed = 'linked' | LinkRefusal

/** Takes the code in the Teams session that began, and in no other. The fifth wrong one ends the request. */
export async function confirmLink(
  deps: Deps,
  { tid, oid }: Pick<EntraIdentity, 'tid' | 'oid'>,
  { linkId, code }: { readonly linkId: string; readonly code: string }
): Promise<Confirmed> {
  const organization = await findOrganizationByTenant(deps, tid)
  if (!organization) return 'expired'
  const key = { organizationId: organization.organizationId, linkId }
  const confirmed = await withOpen<Confirmed>(deps, key, async (trx, row) => {
    if (row.tenant_id !== tid || row.object_id !== oid) return 'expired'
    const ended_at = deps.realNow()
    const digits = code.replaceAll(/\D/gu, '')
    if (!row.person_id || !row.code_hash || !isSame(row.code_hash, hash(deps, key, digits))) {
      const tries = row.tries + 1
      const over = tries >= MOST_TRIES
      await changeLink(trx, key, { tries, ...(over ? { ended_at, outcome: 'wrong_code' } : {}) })
      return over ? 'expired' : 'wrong_code'
    }
    const outcome = await linkWithin(deps, trx, { ...accountOf(row), personId: row.person_id })
    if (outcome === 'linked') await changeLink(trx, key, { ended_at, outcome })
    return outcome
  })
  return confirmed ?? 'expired'
}

/** A code has a million values and lives five minutes: keyed, so that a copy of the table does not give it away. */
const hash = ({ config }: Deps, { linkId }: LinkKey, secret: string): string =>
  createHmac('sha256', config.COOKIE_KEYS[0] ?? '')
    .update(`link.${linkId}.${secret}`)
    .digest('base64url')

const isSame = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other))
