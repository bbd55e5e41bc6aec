/** Follows the person's stream for as long as the page is open, and comes back to where it was when it is cut off. */
import { coachEventSchema, streamCoach, type CoachEvent } from '../../../api/contract/coach-stream.ts'
import type { Session } from '../../session.ts'
import { framesOf } from './frames.ts'

type Following = {
  readonly from: number
  readonly signal: AbortSignal
  readonly onEvent: (event: CoachEvent) => void
  /** Whether the newest arrives. */
  readonly onState: (state: 'open' | 'lost') => void
}

const PAUSES_MS = [500, 1000, 2000, 5000, 10_000]

export async function follow(session: Session, { from, signal, onEvent, onState }: Following): Promise<void> {
  let after = from
  let failures = 0
  while (!signal.aborted) {
    try {
      const { body } = await session.open(streamCoach, { query: { after }, signal })
      if (!body) throw new Error('a stream without a body')
      for await (const { id, data } of framesOf(body)) {
        failures = 0
        onState('open')
        const event = data && coachEventSchema.parse(JSON.parse(data))
        if (signal.aborted) return
        if (event) onEvent(event)
        if (id) after = Number(id)
      }
    } catch {
      if (signal.aborted) return
      failures += 1
      if (failures > 2) onState('lost')
    }
    await pause(PAUSES_MS[Math.min(failures, PAUSES_MS.length - 1)] ?? 0, signal)
  }
}

/** Over at once when the network is back, or the page is left. */
const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise(resolve => {
    const end = (): void => {
      clearTimeout(timer)
      window.removeEventListener('online', end)
      signal.removeEventListener('abort', end)
      resolve()
    }
    const timer = setTimeout(end, ms)
    window.addEventListener('online', end)
    signal.addEventListener('abort', end)
  })
