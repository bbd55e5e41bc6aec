/** What people hear about an experiment: who agreed before is asked once whether to take part, admins hear when it halts. */
import { deliver, peopleWhoAgreed, referenceOf } from '../channels/channels.ts'
import { adminsOf } from '../directory/directory.ts'
import type { Deps } from '../platform/deps.ts'
import { after, DAY } from '../platform/time.ts'
import { fractionOf, questionKey } from './experiment.ts'
import { newRow } from './planning.ts'
import * as store from './store-experiments.ts'
import { insertNudges, type NudgeRow } from './store.ts'

const AT_ONCE = 1000
const SPREAD = 5 * DAY

/** Planned like any message, so that working time, pause and stop hold; spread over days, each person once. */
export async function askAboutExperiment(deps: Deps, key: store.ExperimentKey): Promise<void> {
  const row = await deps.db.for(key.organizationId)(trx => store.lockExperiment(trx, key))
  if (!row || row.ended_at) return
  const people = [...(await peopleWhoAgreed(deps, key.organizationId))].toSorted()
  for (let from = 0; from < people.length; from += AT_ONCE) {
    const rows = people.slice(from, from + AT_ONCE).map(personId => questionFor(deps, row, personId))
    await deps.db.for(key.organizationId)(trx => insertNudges(trx, rows))
  }
}

const questionFor = (deps: Deps, row: store.ExperimentRow, personId: string): NudgeRow => ({
  ...newRow(
    deps,
    { organizationId: row.organization_id, personId },
    {
      kind: 'check_in',
      once_key: questionKey(row.id),
      due_at: after(row.started_at, fractionOf(row.salt, `ask:${personId}`) * SPREAD)
    }
  ),
  priority: 3,
  reason: { rule: 'experiment', data: [] }
})

export async function tellExperimentHalted(deps: Deps, key: store.ExperimentKey): Promise<void> {
  const { organizationId, experimentId } = key
  for (const personId of await adminsOf(deps, organizationId)) {
    if (!(await referenceOf(deps, organizationId, personId))) continue
    const intent = { kind: 'notice', words: 'experimentHalted' } as const
    await deps.db.for(organizationId)(trx =>
      deliver(deps, trx, { organizationId, personId, intent, key: `halted:${experimentId}:${personId}` })
    )
  }
}
