/** Every call of the bot to Teams passes the one limiter; an answer to Teams' own request is none. */
import type { Deps } from '../api/platform/deps.ts'
import { SECOND } from '../api/platform/time.ts'
import type { Failure } from './failure.ts'
import type { Gate } from './gate.ts'
import type { Teams } from './teams.ts'

/** Others go first; this one was not worth waiting for. */
const BEHIND: Failure = {
  kind: 'retry',
  reason: 'throttled',
  waitMs: undefined,
  mayHaveArrived: false,
  detail: 'not sent: others go first'
}

/** What deliveries send takes its moment before it is claimed, so the way they send takes none. */
export const pacedBeforehand = (direct: Teams, paced: Teams): Teams => ({
  ...paced,
  send: direct.send,
  update: direct.update
})

export function createPaced(teams: Teams, gate: Gate, { log }: Pick<Deps, 'log'>): Teams {
  const heeding = async <R extends { readonly kind: string }>(tenantId: string, call: Promise<R>): Promise<R> => {
    const result = await call
    if (isThrottled(result))
      await gate.slowDown(tenantId, result.waitMs ?? SECOND).catch((err: unknown) => {
        log.warn({ err }, 'others not told that Teams throttles')
      })
    return result
  }
  const inTurn = async <R extends { readonly kind: string }>(tenantId: string, call: () => Promise<R>): Promise<R> => {
    const answered = await gate.turn(tenantId)
    return heeding(tenantId, call().finally(answered))
  }
  return {
    receive: teams.receive,
    warm: teams.warm,
    send: async (place, activity) => {
      const send = () => teams.send(place, activity)
      if (activity.type !== 'typing') return inTurn(place.tenantId, send)
      // That somebody is writing is worth showing now or not at all.
      return (await gate.mayNow(place.tenantId)) ? heeding(place.tenantId, send()) : BEHIND
    },
    update: (place, activityId, activity) => inTurn(place.tenantId, () => teams.update(place, activityId, activity)),
    delete: (place, activityId) => inTurn(place.tenantId, () => teams.delete(place, activityId)),
    // It asks twice: which channels there are, and who is in one.
    describe: async (place, teamId) => {
      await gate.turn(place.tenantId)
      await gate.turn(place.tenantId)
      return teams.describe(place, teamId)
    },
    createConversation: to => inTurn(to.tenantId, () => teams.createConversation(to))
  }
}

const isThrottled = (result: object): result is Extract<Failure, { kind: 'retry' }> =>
  'reason' in result && result.reason === 'throttled' && 'kind' in result && result.kind === 'retry'
