/** What of somebody's history counts: against the budget, as silence, as still to come. Pure. */
import { experimentAskedIn } from './experiment.ts'
import { ignoredOf, type Sent } from './pace.ts'
import type { HistoryRow } from './store-history.ts'

/** What nobody asked for; the welcome comes once and belongs to no week. */
export const isUnasked = ({ kind, asked }: Pick<HistoryRow, 'kind' | 'asked'>): boolean =>
  !asked && kind !== 'welcome' && kind !== 'follow_up' && kind !== 'test'

/** What was taken back leaves nothing to answer. */
function sentOf(history: readonly HistoryRow[]): readonly Sent[] {
  const sent: Sent[] = []
  for (const row of history)
    if (row.sent_at && row.state !== 'cancelled' && isUnasked(row))
      sent.push({ sentAt: row.sent_at, answered: row.answer !== null })
  return sent
}

type Silence = { readonly history: readonly HistoryRow[]; readonly lastSign: Date | undefined }
type Found = { readonly silence: Silence; readonly now: Date; readonly ignored: readonly Date[] }
/** Several ask it of each person in a plan. */
const found = new WeakMap<readonly HistoryRow[], Found>()

/** When the unasked nudges in a row went out that found no answer, newest last. */
export function ignoredBy(silence: Silence, now: Date): readonly Date[] {
  const { history, lastSign } = silence
  const known = found.get(history)
  if (known && known.now === now && known.silence.lastSign === lastSign) return known.ignored
  const ignored = ignoredOf(sentOf(history), lastSign, now)
  found.set(history, { silence, now, ignored })
  return ignored
}

/** When each went out; what is on its way goes now. What an experiment left out takes its place, or others came at another pace. */
export const takenOf = (history: readonly HistoryRow[]): readonly Date[] =>
  history
    .filter(row => (row.sent_at ?? row.left_out) || row.state === 'queued')
    .filter(isUnasked)
    .map(row => row.sent_at ?? row.due_at)

/** Moments that the person asked for and that are still to come, or just were. */
export const askedOf = (history: readonly HistoryRow[]): readonly Date[] =>
  history
    .filter(({ asked, state }) => asked && ['planned', 'queued', 'sent', 'answered'].includes(state))
    .map(({ sent_at, due_at }) => sent_at ?? due_at)

/** By planning, which may also move or drop it; whether to take part in an experiment is asked when that begins. */
export const isPlanned = (row: HistoryRow): boolean =>
  row.state === 'planned' && !row.asked && experimentAskedIn(row) === undefined

export const plannedOf = (history: readonly HistoryRow[]): readonly HistoryRow[] => history.filter(isPlanned)
