/** Down the ladder: the activity feed, then mail. Each rung keeps its own outcome; what went out on one, or may have, is tried on no other. */
import { nudgeSettled } from '../nudges/nudges.ts'
import type { Trx } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { VendorError } from '../platform/errors.ts'
import { after, DAY, MINUTE, SECOND } from '../platform/time.ts'
import { createGraphApp, TokenError } from '../vendors/graph-app.ts'
import { createMailer, MailError } from '../vendors/mail.ts'
import { composeMail, messageIdOf, placeOf } from './compose-mail.ts'
import { feedEntry, readFeed } from './feed.ts'
import { groundOf, type Ground } from './ground.ts'
import { nextRungJob } from './job-definitions.ts'
import { isAddressRefused, readMailError, type MailAnswer } from './mail-answer.ts'
import { digestOf, mayMail, refusalHolds } from './mail-standing.ts'
import { begin, fromMail, type Begin, type RungAnswer } from './rungs.ts'
import { findMailStanding, saveMailStanding } from './store.ts'
import { changeRung, lastFeed, lockRung, type LowerRung } from './store-rungs.ts'
import { wordsIn } from './words.ts'

const RUNGS: readonly LowerRung[] = ['feed', 'mail']
const ATTEMPTS = 6
const LONGEST_WAIT = 10 * MINUTE
/** The feed shows where the app is. Where it was not, it is not asked again every time. */
const FEED_REST = 7 * DAY
/** Longer than Graph or a mail server may take, and than the wait for Graph's pace. */
const LEASE_MS = 2 * MINUTE

type Key = { readonly organizationId: string; readonly deliveryId: string }

export async function nextRung(deps: Deps, key: Key): Promise<void> {
  const standing = await groundOf(deps, key)
  if (standing.kind === 'none') return
  if (standing.kind === 'over') return settle(deps, { ...key, ...standing }, { outcome: 'cancelled' })
  const { ground } = standing
  for (const rung of RUNGS) {
    const began = await beginOn(deps, ground, rung)
    if (began.kind === 'next') continue
    if (began.kind === 'busy') return lookAgain(deps, key)
    if (began.kind === 'end') return settle(deps, ground, { outcome: began.outcome, rung })
    const answer = await send(deps, ground, rung)
    switch (await note(deps, ground, { rung, answer, attempts: began.attempts })) {
      case 'sent':
        return settle(deps, ground, { outcome: 'sent', rung })
      case 'later':
        return
      case 'next':
        continue
    }
  }
  return settle(deps, ground, { outcome: 'unreachable' })
}

/** Whoever is at it says what came of it; if they die, this finds out. */
const lookAgain = (deps: Deps, key: Key): Promise<void> =>
  deps.db.for(key.organizationId)(trx =>
    deps.queue.enqueue(trx, nextRungJob.job(key, { after: after(deps.realNow(), LEASE_MS) }))
  )

type Settling = Key & { readonly nudgeId: string | undefined }
type End = { readonly outcome: 'sent' | 'failed' | 'unreachable' | 'cancelled'; readonly rung?: LowerRung }

async function settle(deps: Deps, { organizationId, deliveryId, nudgeId }: Settling, end: End): Promise<void> {
  deps.log.info({ delivery: deliveryId, ...end }, 'ladder ended')
  if (nudgeId) await nudgeSettled(deps, { organizationId, nudgeId, ...end })
}

/** Claimed in a transaction of its own, right before it is sent. */
const beginOn = (deps: Deps, ground: Ground, rung: LowerRung): Promise<Begin> =>
  deps.db.for(ground.organizationId)(async trx => {
    const key = { organizationId: ground.organizationId, deliveryId: ground.deliveryId, rung }
    const updated_at = deps.now()
    const row = await lockRung(trx, key, ground.personId, updated_at)
    const began = begin(row)
    if (began.kind === 'end' && row.state === 'sending')
      await changeRung(trx, key, { state: 'failed', reason: 'unclear', unclear: row.unclear + 1, updated_at })
    if (began.kind !== 'go') return began
    const closed = await (rung === 'feed' ? whyNoFeed : whyNoMail)(deps, trx, ground)
    if (closed) {
      // An attempt that nobody saw the end of still counts as one that may have arrived.
      if (row.state === 'sending') return { kind: 'end', outcome: 'failed', reason: 'unclear' }
      await changeRung(trx, key, { state: 'skipped', reason: closed, updated_at })
      return { kind: 'next' }
    }
    const { attempts, unclear } = began
    await changeRung(trx, key, { state: 'sending', attempts, unclear, updated_at }, LEASE_MS)
    return began
  })

type WhyNot = (deps: Deps, trx: Trx, ground: Ground) => Promise<string | undefined>

const whyNoFeed: WhyNot = async (deps, trx, { organizationId, personId, settings, account }) => {
  if (settings.level < 1) return 'level'
  if (!deps.config.TAB_CLIENT_SECRET) return 'not_available'
  if (!account) return 'not_linked'
  const last = await lastFeed(trx, { organizationId, personId })
  const rests = last?.reason === 'feed_not_installed' && after(last.updated_at, FEED_REST) > deps.now()
  return rests ? 'feed_not_installed' : undefined
}

const whyNoMail: WhyNot = async (deps, trx, ground) => {
  const { organizationId, personId, settings, person, content } = ground
  if (!deps.config.MAIL_URL) return 'not_available'
  if (!settings.mail) return 'company_no_mail'
  if (content.kind === 'welcome' && !settings.welcomeByMail) return 'company_no_welcome'
  const standing = await findMailStanding(trx, { organizationId, personId })
  if (!mayMail(standing, person.email)) return person.email ? 'mail_stopped' : 'no_address'
  return refusalHolds(standing, person.email) ? 'no_mailbox' : undefined
}

const send = (deps: Deps, ground: Ground, rung: LowerRung): Promise<RungAnswer> =>
  rung === 'feed' ? sendFeed(deps, ground) : sendMail(deps, ground)

async function sendFeed(deps: Deps, ground: Ground): Promise<RungAnswer> {
  const { account, settings, locale, content, deliveryId } = ground
  const graph = createGraphApp(deps, settings.level)
  if (!graph || !account) return { kind: 'failed', reason: 'not_available' }
  const { feed } = wordsIn(locale)
  const text = content.kind === 'welcome' ? feed.welcome : feed.nudge
  try {
    return readFeed(
      await graph.notify(account, feedEntry(deps.config, { text, chain: deliveryId, place: placeOf(content) }))
    )
  } catch (error) {
    if (error instanceof TokenError)
      return error.number
        ? { kind: 'failed', reason: `feed_token ${error.number}` }
        : { kind: 'again', reason: 'feed_no_token', waitMs: undefined }
    if (error instanceof VendorError) return { kind: 'unclear' }
    throw error
  }
}

async function sendMail(deps: Deps, ground: Ground): Promise<RungAnswer> {
  const { organizationId, deliveryId, personId, person, organization, content, locale } = ground
  const email = person.email ?? ''
  const mail = composeMail(deps, { organizationId, personId, email, locale, company: organization.name }, content)
  const answer = await createMailer(deps.config)
    .send({ ...mail, messageId: messageIdOf(deps, organizationId, deliveryId) })
    .then((): MailAnswer => ({ kind: 'sent' }))
    .catch((error: unknown): MailAnswer => {
      if (error instanceof MailError) return readMailError(error)
      throw error
    })
  if (isAddressRefused(answer)) await refuseAddress(deps, { organizationId, personId, email, reason: answer.reason })
  return fromMail(answer)
}

type Refused = {
  readonly organizationId: string
  readonly personId: string
  readonly email: string
  readonly reason: string
}

export const refuseAddress = (deps: Deps, { organizationId, personId, email, reason }: Refused): Promise<void> =>
  deps.db.for(organizationId)(trx =>
    saveMailStanding(
      trx,
      { organizationId, personId },
      { refused_address: digestOf(email), refused_reason: reason, refused_at: deps.now() }
    )
  )

type Noted = { readonly rung: LowerRung; readonly answer: RungAnswer; readonly attempts: number }

const note = (deps: Deps, ground: Ground, { rung, answer, attempts }: Noted): Promise<'sent' | 'later' | 'next'> =>
  deps.db.for(ground.organizationId)(async trx => {
    const { organizationId, deliveryId } = ground
    const key = { organizationId, deliveryId, rung }
    const updated_at = deps.now()
    const later = async (ms: number): Promise<'later'> => {
      const at = after(deps.realNow(), ms)
      await deps.queue.enqueue(trx, nextRungJob.job({ organizationId, deliveryId }, { after: at }))
      return 'later'
    }
    switch (answer.kind) {
      case 'sent':
        await changeRung(trx, key, { state: 'sent', reason: null, updated_at })
        return 'sent'
      case 'failed':
        await changeRung(trx, key, { state: 'failed', reason: answer.reason, updated_at })
        return 'next'
      case 'again':
        if (attempts >= ATTEMPTS) {
          await changeRung(trx, key, { state: 'failed', reason: answer.reason, updated_at })
          return 'next'
        }
        await changeRung(trx, key, { state: 'waiting', reason: answer.reason, updated_at })
        return later(Math.min(answer.waitMs ?? 2 ** attempts * SECOND, LONGEST_WAIT))
      case 'unclear':
        // The row stays `sending`: the next attempt knows that this one may have arrived.
        await changeRung(trx, key, { updated_at })
        return later(2 ** attempts * SECOND)
    }
  })
