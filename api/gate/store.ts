/** SQL of the gate: how small a group a company lets be told of, and what was told last. */
import { sql } from 'kysely'
import { z } from 'zod'
import { FLOOR } from '../contract/parts.ts'
import type { Trx } from '../platform/database.ts'
import type { Figures } from './rounding.ts'

export async function findSmallest(trx: Trx, organizationId: string): Promise<number> {
  const { rows } = await sql<{ smallest: number }>`select smallest_group as smallest from gates
    where organization_id = ${organizationId}`.execute(trx)
  return rows[0]?.smallest ?? FLOOR
}

type Gate = { readonly smallest: number; readonly secret: string }

/** Made at the first question: from then on its secret stays. */
export async function findGate(trx: Trx, organizationId: string): Promise<Gate> {
  const { rows } = await sql<Gate>`select smallest_group as smallest, secret from gates
    where organization_id = ${organizationId}`.execute(trx)
  if (rows[0]) return rows[0]
  await sql`insert into gates (organization_id) values (${organizationId}) on conflict do nothing`.execute(trx)
  const made = await sql<Gate>`select smallest_group as smallest, secret from gates
    where organization_id = ${organizationId}`.execute(trx)
  return made.rows[0] ?? { smallest: FLOOR, secret: '' }
}

/** @returns false where it is larger already. */
export async function raiseSmallest(trx: Trx, organizationId: string, smallest: number): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into gates (organization_id, smallest_group) values (${organizationId}, ${smallest})
    on conflict (organization_id) do update set smallest_group = excluded.smallest_group
      where gates.smallest_group <= excluded.smallest_group`.execute(trx)
  return (numAffectedRows ?? 0n) > 0n
}

type About = { readonly organizationId: string; readonly about: string }
type Told = { readonly smallest: number; readonly figures: Figures; readonly at: Date }

const figuresSchema = z.record(z.string(), z.object({ people: z.int(), told: z.int() }))
type Row = { readonly smallest: number; readonly figures: unknown; readonly at: Date }
const toTold = ({ figures, ...row }: Row): Told => ({ ...row, figures: figuresSchema.parse(figures) })

const columns = sql`smallest, figures, told_at as at`

export async function findTold(trx: Trx, { organizationId, about }: About): Promise<Told | undefined> {
  const { rows } = await sql<Row>`select ${columns} from told_figures
    where organization_id = ${organizationId} and about = ${about}`.execute(trx)
  return rows[0] && toTold(rows[0])
}

/** Of two who ask at once the second is told after the first. */
export async function lockTold(trx: Trx, { organizationId, about }: About): Promise<Told | undefined> {
  await sql`insert into told_figures (organization_id, about, smallest, figures, told_at)
    values (${organizationId}, ${about}, 0, '{}', ${new Date(0)}) on conflict do nothing`.execute(trx)
  const { rows } = await sql<Row>`select ${columns} from told_figures
    where organization_id = ${organizationId} and about = ${about} for update`.execute(trx)
  return rows[0] && toTold(rows[0])
}

export async function keepTold(
  trx: Trx,
  { organizationId, about }: About,
  { smallest, figures, at }: Told
): Promise<void> {
  await sql`update told_figures set smallest = ${smallest}, figures = ${JSON.stringify(figures)}::jsonb, told_at = ${at}
    where organization_id = ${organizationId} and about = ${about}`.execute(trx)
}
