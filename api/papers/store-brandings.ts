/** Sole owner of `brandings`. */
import { sql } from 'kysely'
import { brandSchema, type Brand, type IconKind } from '../contract/branding.ts'
import type { Trx } from '../platform/database.ts'

type BrandingTables = {
  brandings: {
    organization_id: string
    revision: number
    brand: unknown
    color_icon: Uint8Array | null
    outline_icon: Uint8Array | null
    changed_by: string
    changed_at: Date
  }
}

export type Branding = {
  readonly revision: number
  readonly brand: Brand
  readonly icons: Readonly<Record<IconKind, Uint8Array | null>>
  readonly changedAt: Date | null
}

/** As ours. */
export const NO_BRAND: Brand = {
  shortName: '',
  fullName: '',
  accent: '',
  descriptions: { en: { short: '', full: '' }, es: { short: '', full: '' } }
}

const UNCHANGED: Branding = { revision: 0, brand: NO_BRAND, icons: { color: null, outline: null }, changedAt: null }

export async function findBranding(trx: Trx, organizationId: string): Promise<Branding> {
  const row = await trx
    .withTables<BrandingTables>()
    .selectFrom('brandings')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .executeTakeFirst()
  if (!row) return UNCHANGED
  return {
    revision: row.revision,
    brand: brandSchema.parse(typeof row.brand === 'string' ? JSON.parse(row.brand) : row.brand),
    icons: { color: row.color_icon, outline: row.outline_icon },
    changedAt: row.changed_at
  }
}

type Next = {
  readonly organizationId: string
  /** As it was read: whoever was faster stays. */
  readonly revision: number
  readonly next: Pick<Branding, 'brand' | 'icons'>
  readonly by: string
  readonly at: Date
}

/** @returns false when somebody else changed it meanwhile. */
export async function saveBranding(trx: Trx, { organizationId, revision, next, by, at }: Next): Promise<boolean> {
  const row = {
    revision: revision + 1,
    brand: JSON.stringify(next.brand),
    color_icon: next.icons.color,
    outline_icon: next.icons.outline,
    changed_by: by,
    changed_at: at
  }
  const { numInsertedOrUpdatedRows } = await trx
    .withTables<BrandingTables>()
    .insertInto('brandings')
    .values({ organization_id: organizationId, ...row })
    .onConflict(conflict =>
      conflict
        .column('organization_id')
        .doUpdateSet(row)
        .where(sql<boolean>`brandings.revision = ${revision}`)
    )
    .executeTakeFirst()
  return Number(numInsertedOrUpdatedRows ?? 0) === 1
}
