/** Whether what a journey or a campaign wanted is wanted still, judged when it is due. */
import type { Organization } from '../organizations/organizations.ts'
import type { Trx } from '../platform/database.ts'
import { pageOfSomebody } from './somebody.ts'
import { authoredCandidates } from './sources.ts'
import { campaignsOf, findSwitch } from './store-campaigns.ts'
import type { NudgeRow } from './store.ts'

export type Standing =
  /** With the words of this version: a correction may have been published since it was planned. */
  | { readonly kind: 'go'; readonly version: number | null }
  /** Its campaign is paused, or all are stopped; it may go on later. */
  | { readonly kind: 'hold' }
  | { readonly kind: 'cancel' }

type Row = Pick<NudgeRow, 'id' | 'person_id' | 'once_key' | 'content_id' | 'content_version'>

const isAuthored = ({ content_id }: Row): boolean => /^(?:journey|campaign)\//u.test(content_id ?? '')

/** By nudge; what no author wrote is not among them. Few statements, whatever the number of rows. */
export async function standingOfAuthored(
  trx: Trx,
  { organization, rows, now }: { organization: Organization; rows: readonly Row[]; now: Date }
): Promise<ReadonlyMap<string, Standing>> {
  const authored = rows.filter(isAuthored)
  if (authored.length === 0) return new Map()
  const { organizationId } = organization
  const ids = [...new Set(authored.map(({ person_id }) => person_id))]
  const { people } = await pageOfSomebody(trx, organization, { ids })
  const proposals = await authoredCandidates(trx, { organization, people: async () => people, now })
  const stopped = (await findSwitch(trx, organizationId)) !== undefined
  const paused = new Set(
    (await campaignsOf(trx, organizationId, { state: 'paused' })).map(({ campaignId }) => campaignId)
  )
  const standing = ({ content_id, once_key, person_id }: Row): Standing => {
    const [kind, id] = content_id?.split('/') ?? []
    if (kind === 'campaign' && (stopped || paused.has(id ?? ''))) return { kind: 'hold' }
    const wanted = proposals.get(person_id)?.find(({ onceKey, from }) => onceKey === once_key && from <= now)
    return wanted ? { kind: 'go', version: wanted.contentVersion } : { kind: 'cancel' }
  }
  return new Map(authored.map(row => [row.id, standing(row)]))
}
