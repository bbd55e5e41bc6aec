/** The door of this slice: what people say to the coach and hear from it, and the plans they make. */
import type { Turn } from '../contract/coach.ts'
import { personKey } from '../directory/directory.ts'
import type { Deps } from '../platform/deps.ts'
import { ProblemError, VendorError } from '../platform/errors.ts'
import type { Moment } from '../platform/moments.ts'
import { SECOND, sleep } from '../platform/time.ts'
import { answer } from './answering.ts'
import { engines, type Engines } from './choose.ts'
import { bellOf, toTurns } from './feed.ts'
import { begin } from './hearing.ts'
import type { Utterance } from './telling.ts'
import type { Awaited } from './port.ts'
import { sealFor } from './seal.ts'
import * as messages from './store-messages.ts'
import { newestConversation } from './store-conversations.ts'
import * as store from './store.ts'

export { soundsLikeCrisis } from './safety/safety.ts'
export type { Engines } from './choose.ts'
export { coachEngineOf } from './model/settings.ts'
export { doneWithCoach } from './done.ts'
export { conversationOf } from './conversations.ts'
export { forgetTurn } from './erasing.ts'
export { followAnswer } from './follow.ts'
export { adoptPlan, closePlan, loadPlan, plansOf } from './plans.ts'
export { stopTurn } from './turns.ts'

type Key = messages.Key

export type Heard =
  | {
      readonly kind: 'turn'
      readonly messageId: string
      readonly awaits: Awaited
      /** Settled in this turn. */
      readonly planId: string | undefined
    }
  /** Words that people wrote: `crisis` about danger of the person's own, `human` about anything else. */
  | { readonly kind: 'crisis' | 'human'; readonly messageId: string }
  | { readonly kind: 'needsAgreement' }

/**
 * Stores the words and waits for their whole answer, exactly once however often it is called; an answer that was cut is made anew.
 * @throws VendorError when nobody could answer.
 */
export async function hear(deps: Deps, said: Utterance, chosen: Engines = engines): Promise<Heard> {
  for (;;) {
    const begun = await begin(deps, said)
    if (begun.kind !== 'turn') return begun
    if (begun.work) await answer(deps, begun.work, chosen)
    const row = await whenEnded(deps, { ...said, messageId: begun.messageId })
    if (row.state === 'failed') throw new VendorError('coach', 'no engine answered', { retryable: true })
    if (row.state !== 'cut')
      return {
        kind: 'turn',
        messageId: row.id,
        awaits: (row.awaits ?? 'rest') as Awaited,
        planId: row.plan_id ?? undefined
      }
  }
}

const LOOK_MS = SECOND

/** @throws ProblemError `not_found` when it was taken back meanwhile. */
async function whenEnded(deps: Deps, key: Key & { readonly messageId: string }): Promise<messages.MessageRow> {
  let news = Promise.withResolvers<void>()
  using _bell = deps.db.bells.on(bellOf(key), () => news.resolve())
  for (;;) {
    const row = await deps.db.for(key.organizationId)(trx => messages.findMessage(trx, key))
    if (!row) throw new ProblemError('not_found', 'This message no longer exists')
    if (row.state !== 'answering') return row
    await Promise.race([news.promise, sleep(LOOK_MS)])
    news = Promise.withResolvers()
  }
}

const DEFAULT_LIMIT = 50

/** The newest conversation, oldest turn first. */
export const threadOf = (deps: Deps, key: Key, limit = DEFAULT_LIMIT): Promise<readonly Turn[]> =>
  deps.db.for(key.organizationId)(async trx => {
    const newest = await newestConversation(trx, key)
    if (!newest) return []
    const seal = sealFor(deps, await personKey(trx, deps, key), key)
    return toTurns(
      trx,
      { ...key, seal },
      await messages.listMessages(trx, { ...key, conversationId: newest.id, limit })
    )
  })

/** One turn, for a channel that shows it. @throws ProblemError `not_found`. */
export const loadTurn = (deps: Deps, key: Key & { readonly messageId: string }): Promise<Turn> =>
  deps.db.for(key.organizationId)(async trx => {
    const row = await messages.findMessage(trx, key)
    const seal = sealFor(deps, await personKey(trx, deps, key), key)
    const [turn] = row ? await toTurns(trx, { ...key, seal }, [row]) : []
    if (!turn) throw new ProblemError('not_found', 'This message no longer exists')
    return turn
  })

type Period = { readonly from: Date; readonly to: Date }
type People = Promise<ReadonlySet<string>>

export const peopleWhoTalked = (deps: Deps, organizationId: string, period: Period): People =>
  deps.db.for(organizationId)(trx => store.peopleWriting(trx, organizationId, period))

export const peopleWhoKeptAPlan = (deps: Deps, organizationId: string, period: Period): People =>
  deps.db.for(organizationId)(trx => store.peoplePlanning(trx, organizationId, { ...period, states: ['kept'] }))

type Followed = { readonly moments: readonly Moment[]; readonly withinMs: number }

/** Which moments a turn of the person, or a plan that they kept, followed: ids only, no content. */
export const momentsFollowed = (
  deps: Deps,
  organizationId: string,
  { by, ...followed }: Followed & { readonly by: 'writing' | 'keeping' }
): People =>
  deps.db.for(organizationId)(trx =>
    (by === 'writing' ? store.followedByWriting : store.followedByKeeping)(trx, organizationId, followed)
  )
