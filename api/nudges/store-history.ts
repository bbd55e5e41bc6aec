/** What people were sent, and what is planned for them, of many at once. */
import { sql } from 'kysely'
import type { Trx } from '../platform/database.ts'
import { isOfThem, type Among } from '../platform/rows.ts'
import { DAY } from '../platform/time.ts'
import type { NudgeRow } from './store.ts'

export type HistoryRow = Pick<
  NudgeRow,
  'id' | 'person_id' | 'kind' | 'once_key' | 'content_id' | 'state' | 'answer' | 'asked' | 'due_at' | 'sent_at'
> & {
  /** By the lot of an experiment that is on: nothing was sent. */
  readonly left_out: boolean
}

const REMEMBERED_MS = 371 * DAY

/** A moment as milliseconds since 1970: of a whole company's history, reading dates as text takes longer than planning by them. */
type Told = Omit<HistoryRow, 'due_at' | 'sent_at'> & { readonly due_ms: number; readonly sent_ms: number | null }

const millisecondsOf = (column: 'due_at' | 'sent_at') =>
  // Multiplied before it is a floating number: a whole millisecond stays one.
  sql<number>`(extract(epoch from ${sql.ref(column)}) * 1000)::float8`

/** Of a year, and whatever was called not relevant, oldest first. */
export async function historyAmong(
  trx: Trx,
  asked: Among & { readonly now: Date }
): Promise<ReadonlyMap<string, readonly HistoryRow[]>> {
  const { rows } = await sql<Told>`
    select id, person_id, kind, once_key, content_id, state, answer, asked,
      ${millisecondsOf('due_at')} as due_ms, ${millisecondsOf('sent_at')} as sent_ms,
      state = 'held' and exists (
        select 1 from nudge_experiments e
        join nudge_decisions d on d.organization_id = e.organization_id and d.experiment_id = e.id
        where e.organization_id = n.organization_id and e.ended_at is null and d.person_id = n.person_id
          and d.nudge_id = n.id and not d.assigned) as left_out
    from nudges n where organization_id = ${asked.organizationId} and ${isOfThem(asked)}
      and (due_at > ${new Date(asked.now.getTime() - REMEMBERED_MS)} or answer = 'not_relevant')`.execute(trx)
  const histories = Map.groupBy(rows.map(rowOf), row => row.person_id)
  // Cheaper here than all together there.
  for (const history of histories.values()) history.sort((a, b) => a.due_at.getTime() - b.due_at.getTime())
  return histories
}

const rowOf = (told: Told): HistoryRow => ({
  id: told.id,
  person_id: told.person_id,
  kind: told.kind,
  once_key: told.once_key,
  content_id: told.content_id,
  state: told.state,
  answer: told.answer,
  asked: told.asked,
  due_at: new Date(told.due_ms),
  sent_at: told.sent_ms === null ? null : new Date(told.sent_ms),
  left_out: told.left_out
})
