/**
 * Sign-in by a code that is mailed. It works in the browser that asked, for ten minutes, once, and five tries end it. The request
 * that asks never learns whether the address is known: the job that mails does, so neither page nor time tells a stranger.
 */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Trx } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { VendorError } from '../platform/errors.ts'
import { createSharedLimit } from '../platform/limits.ts'
import { after, DAY, HOUR, MINUTE, SECOND } from '../platform/time.ts'
import type { Mailer } from '../vendors/mail.ts'
import { mailCodeJob } from './mail-job.ts'
import { codeMail } from './mail-words.ts'
import { accountsOf } from './own-people.ts'
import { changeRow, forgetOld, lockRow, readRow, type OwnRow } from './store-own.ts'
import { languageOf } from './words.ts'

export const CODE_MINUTES = 10
export const MOST_TRIES = 5
const CODE_DIGITS = 8
export const RESEND_SECONDS = 30
const LIFETIME_MS = CODE_MINUTES * MINUTE

export type Asking = {
  readonly uid: string
  readonly email: string
  /** Where the browser is, as far as the network says. */
  readonly networkAddress: string
}

export type Asked =
  | { readonly kind: 'asked' }
  /** The sign-in is not open any more. */
  | { readonly kind: 'over' }
  | { readonly kind: 'too_soon' | 'too_many'; readonly seconds: number }

export type AskCode = (asking: Asking) => Promise<Asked>

/** Makes a code that is mailed if the address is somebody's; an earlier one of this sign-in counts no more. */
export function createAskCode(deps: Deps): AskCode {
  const isTooOften = createAskingLimits(deps)
  return async asking => {
    const { uid, email } = asking
    const found = await deps.db.router(trx => readRow(trx, uid, deps.realNow()))
    const wait = found?.email === email ? secondsToWait(found, deps.realNow()) : 0
    if (wait > 0) return { kind: 'too_soon', seconds: wait }
    const seconds = found ? await isTooOften(asking) : 0
    if (seconds > 0) return { kind: 'too_many', seconds }
    return deps.db.router(trx => keepAsked(deps, trx, asking))
  }
}

async function keepAsked(deps: Deps, trx: Trx, { uid, email }: Asking): Promise<Asked> {
  const at = deps.realNow()
  const row = await lockRow(trx, uid, at)
  if (!row) return { kind: 'over' }
  // Somebody pressed twice.
  if (row.email === email && secondsToWait(row, at) > 0) return { kind: 'asked' }
  await changeRow(trx, uid, { email, salt: randomBytes(16).toString('base64url'), sent_at: at, ...UNPROVEN })
  await deps.queue.enqueue(trx, mailCodeJob.job({ uid, sentAt: at.toISOString() }))
  return { kind: 'asked' }
}

const UNPROVEN = { tries: 0, waiting_since: null, proven_at: null, organization_id: null, person_id: null }

const secondsToWait = ({ sent_at: sent }: OwnRow, at: Date): number =>
  sent ? Math.ceil((after(sent, RESEND_SECONDS * SECOND).getTime() - at.getTime()) / SECOND) : 0

/** For all processes together; an address that nobody has counts as any other. @returns seconds to wait, 0 for none. */
function createAskingLimits(deps: Deps): (asking: Asking) => Promise<number> {
  const hourly = createSharedLimit(deps, { name: 'code-hour', most: 6, seconds: HOUR / SECOND })
  const daily = createSharedLimit(deps, { name: 'code-day', most: 15, seconds: DAY / SECOND })
  const ofNetwork = createSharedLimit(deps, { name: 'code-network', most: 100, seconds: HOUR / SECOND })
  // Keyed, so that a copy of the table does not tell who was asked for.
  const keyed = (value: string): string =>
    createHmac('sha256', deps.config.COOKIE_KEYS[0] ?? '')
      .update(`code-asked.${value}`)
      .digest('base64url')
  return async ({ email, networkAddress }) =>
    (await hourly.take(keyed(email))) || (await daily.take(keyed(email))) || ofNetwork.take(keyed(networkAddress))
}

export type CodeChecked =
  | { readonly kind: 'proven'; readonly email: string }
  | { readonly kind: 'wrong'; readonly left: number }
  /** Too old, used, tried too often, or none was asked for. */
  | { readonly kind: 'over' }

export const checkCode = (deps: Deps, uid: string, code: string): Promise<CodeChecked> =>
  deps.db.router(async (trx): Promise<CodeChecked> => {
    const at = deps.realNow()
    const row = await lockRow(trx, uid, at)
    const salt = row && openSalt(row, at)
    if (!salt || !row.email) return { kind: 'over' }
    const given = code.replaceAll(/\D/gu, '')
    if (!deps.config.COOKIE_KEYS.some(key => isSame(given, codeOf(key, { uid, salt })))) return countWrong(trx, row)
    await changeRow(trx, uid, { salt: null, proven_at: at })
    return { kind: 'proven', email: row.email }
  })

/** Undefined when there is no code that may still be entered. */
const openSalt = ({ salt, sent_at: sent }: OwnRow, at: Date): string | undefined =>
  salt && sent && after(sent, LIFETIME_MS) > at ? salt : undefined

async function countWrong(trx: Trx, { interaction_uid: uid, tries }: OwnRow): Promise<CodeChecked> {
  const left = MOST_TRIES - tries - 1
  await changeRow(trx, uid, { tries: tries + 1, ...(left > 0 ? {} : { salt: null }) })
  return { kind: 'wrong', left }
}

export type CodeState = {
  readonly email: string
  /** The mail server refuses, and we go on trying. Says nothing about the address. */
  readonly waiting: boolean
  /** Until another may be asked for. */
  readonly seconds: number
}

/** Undefined when no code was asked for. */
export async function codeState(deps: Deps, uid: string): Promise<CodeState | undefined> {
  const at = deps.realNow()
  const row = await deps.db.router(trx => readRow(trx, uid, at))
  if (!row?.email || row.proven_at) return undefined
  return { email: row.email, waiting: row.waiting_since !== null, seconds: Math.max(0, secondsToWait(row, at)) }
}

type Sent = { readonly uid: string; readonly sentAt: string }

/** @throws VendorError to be tried again. For an address that nobody has, the server is greeted and nothing is sent. */
export async function mailCode(deps: Deps, mailer: Mailer, { uid, sentAt }: Sent): Promise<void> {
  const at = deps.realNow()
  const row = await deps.db.router(async trx => {
    await forgetOld(trx, at)
    return readRow(trx, uid, at)
  })
  const salt = row && openSalt(row, at)
  if (!salt || !row.email || row.sent_at?.toISOString() !== sentAt) return
  const code = codeOf(deps.config.COOKIE_KEYS[0] ?? '', { uid, salt })
  const known = await accountsOf(deps, row.email, row.only_organization_id ?? undefined)
  const mail = { to: row.email, ...codeMail(languageOf(row.language), code) }
  const waiting = (since: Date | null) => deps.db.router(trx => changeRow(trx, uid, { waiting_since: since }))
  try {
    await (known.length > 0 ? mailer.send(mail) : mailer.check())
  } catch (error) {
    if (!(error instanceof VendorError) || !error.retryable) return deps.log.warn({ err: error }, 'mail refused')
    await waiting(row.waiting_since ?? at)
    throw error
  }
  if (row.waiting_since) await waiting(null)
}

/** Eight digits that follow from a key of ours, so that no storage holds them. */
const codeOf = (key: string, { uid, salt }: { readonly uid: string; readonly salt: string }): string =>
  String(
    createHmac('sha256', key).update(`mail-code.${uid}.${salt}`).digest().readBigUInt64BE() % 10n ** BigInt(CODE_DIGITS)
  ).padStart(CODE_DIGITS, '0')

const isSame = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other))
