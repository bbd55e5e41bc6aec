/** What is stored about each nudge, held against how often it arrived. Pure. */

export type StoredNudge = {
  readonly id: string
  readonly state: string
  /** Of its delivery; null while it has none. */
  readonly delivery: string | null
  readonly reason: string | null
  readonly unclear: number
}

export type Verdict = {
  /** Neither arrived nor reported: it would wait for ever. */
  readonly lost: number
  readonly repeats: number
  /** Attempts of which the record says that they may have arrived. */
  readonly ambiguous: number
  readonly unflaggedRepeats: number
  readonly falseStates: number
}

const ENDED = new Set(['sent', 'failed', 'unreachable', 'cancelled'])

export function judgeNudges(stored: readonly StoredNudge[], arrived: ReadonlyMap<string, number>): Verdict {
  const times = ({ id }: StoredNudge): number => arrived.get(id) ?? 0
  const count = (holds: (nudge: StoredNudge) => boolean): number => stored.filter(holds).length
  return {
    lost: count(({ state }) => !ENDED.has(state)),
    repeats: stored.reduce((sum, nudge) => sum + Math.max(0, times(nudge) - 1), 0),
    ambiguous: stored.reduce((sum, { unclear }) => sum + unclear, 0),
    unflaggedRepeats: count(nudge => times(nudge) > 1 && nudge.unclear === 0),
    falseStates: count(nudge => isFalse(nudge, times(nudge)))
  }
}

/** Where the record says that nobody knows, either may be true. */
function isFalse({ state, delivery, unclear }: StoredNudge, times: number): boolean {
  if (!ENDED.has(state)) return false
  if (state !== delivery) return true
  return state === 'sent' ? times === 0 : times > 0 && unclear === 0
}
