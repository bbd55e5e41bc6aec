/** Verdicts on what is due, for many people in a few statements. Sending asks here, inside the transaction that locks the rows. */
import type { Organization } from '../organizations/organizations.ts'
import type { Trx } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { standingOfAuthored, type Standing } from './authored-standing.ts'
import { judgeAll, type Due, type Verdict } from './eligible.ts'
import { loadListeners, type Listener } from './listeners.ts'
import { SOURCES } from './proposing.ts'
import type { Objection, Page } from './source.ts'

/** @returns by the id of the nudge. */
export async function verdictsOn(
  deps: Pick<Deps, 'now' | 'config'>,
  trx: Trx,
  { organization, rows }: { readonly organization: Organization; readonly rows: readonly Due[] }
): Promise<ReadonlyMap<string, Verdict>> {
  const now = deps.now()
  const ids = [...new Set(rows.map(row => row.person_id))]
  const all = await loadListeners(deps, trx, organization, { ids })
  const listeners = new Map(all.map(listener => [listener.personId, listener]))
  const objections = await objectionsTo({ trx, organization, now, listeners: all.filter(mayHearUnasked) }, rows)
  const originals = rows.map(row => ({ ...row, once_key: originOf(row) }))
  const standings = await standingOfAuthored(trx, { organization, rows: originals, now })
  const verdicts = judgeAll(
    rows,
    ({ id, person_id }) => ({
      listener: listeners.get(person_id),
      objection: objections.get(id) ?? againstAuthored(standings.get(id))
    }),
    now
  )
  return new Map([...verdicts].map(([id, verdict]) => [id, withVersion(verdict, standings.get(id))]))
}

export const mayHearUnasked = ({ colleague, agreement }: Listener): boolean =>
  colleague.mayHear && agreement === 'given'

function againstAuthored(standing: Standing | undefined): Objection | undefined {
  if (standing?.kind === 'hold') return { kind: 'hold' }
  return standing?.kind === 'cancel' ? { kind: 'cancel', why: 'withdrawn' } : undefined
}

const withVersion = (verdict: Verdict, standing: Standing | undefined): Verdict =>
  verdict.kind === 'send' && standing?.kind === 'go' ? { ...verdict, version: standing.version } : verdict

/** What comes again because somebody asked for it is still about the same. */
const originOf = ({ once_key: key }: Due): string => key.replace(/^(?:again:)+/u, '')

async function objectionsTo(page: Page, rows: readonly Due[]): Promise<ReadonlyMap<string, Objection>> {
  const objections = new Map<string, Objection>()
  for (const { owns, gone, propose } of SOURCES) {
    const own = rows.filter(row => originOf(row).startsWith(owns))
    if (!gone || own.length === 0) continue
    const people = new Set(own.map(row => row.person_id))
    const listeners = page.listeners.filter(({ personId }) => people.has(personId))
    const proposals = await propose({ ...page, listeners })
    for (const row of own) {
      const isProposed = proposals.get(row.person_id)?.some(({ onceKey }) => onceKey === originOf(row))
      if (!isProposed) objections.set(row.id, gone)
    }
  }
  return objections
}
