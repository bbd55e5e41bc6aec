/** A company's looks: its admin sets names, descriptions, color and icons; each change makes a higher version of the package. */
import { record } from '../audit/audit.ts'
import type { Brand, BrandingView, IconKind } from '../contract/branding.ts'
import type { Deps } from '../platform/deps.ts'
import { ProblemError } from '../platform/errors.ts'
import { ourIcon, PACKAGE_LOOKS, packageVersion } from './package.ts'
import { judgeIcon, type IconVerdict } from './png.ts'
import { productVersion } from './product.ts'
import { findBranding, saveBranding, type Branding } from './store-brandings.ts'

export type Admin = { readonly organizationId: string; readonly personId: string }

export const brandingWithin = (deps: Deps, organizationId: string): Promise<Branding> =>
  deps.db.for(organizationId)(trx => findBranding(trx, organizationId))

export const brandingOf = async (deps: Deps, organizationId: string): Promise<BrandingView> =>
  toView(await brandingWithin(deps, organizationId))

async function toView({ brand, icons, revision, changedAt }: Branding): Promise<BrandingView> {
  const iconOf = async (kind: IconKind) => ({
    image: `data:image/png;base64,${Buffer.from(icons[kind] ?? (await ourIcon(kind))).toString('base64')}`,
    own: icons[kind] !== null
  })
  return {
    brand,
    ours: PACKAGE_LOOKS,
    icons: { color: await iconOf('color'), outline: await iconOf('outline') },
    revision,
    version: packageVersion(await productVersion(), revision),
    changedAt: changedAt?.toISOString() ?? null
  }
}

/** @throws ProblemError `conflict` when somebody else was faster. */
export async function changeBrand(
  deps: Deps,
  admin: Admin,
  { revision, brand }: { readonly revision: number; readonly brand: Brand }
): Promise<BrandingView> {
  return change(deps, admin, before => {
    if (before.revision !== revision)
      throw new ProblemError('conflict', 'Somebody else changed this meanwhile. Load it again', { reason: 'changed' })
    return { brand, icons: before.icons }
  })
}

export async function changeIcon(
  deps: Deps,
  admin: Admin,
  { kind, bytes }: { readonly kind: IconKind; readonly bytes: Uint8Array }
): Promise<{ readonly kind: 'taken'; readonly branding: BrandingView } | Extract<IconVerdict, { kind: 'refused' }>> {
  const verdict = judgeIcon(kind, bytes)
  if (verdict.kind === 'refused') return verdict
  const branding = await change(deps, admin, ({ brand, icons }) => ({
    brand,
    icons: { ...icons, [kind]: verdict.png }
  }))
  return { kind: 'taken', branding }
}

export const removeIcon = (deps: Deps, admin: Admin, kind: IconKind): Promise<BrandingView> =>
  change(deps, admin, ({ brand, icons }) => ({ brand, icons: { ...icons, [kind]: null } }))

type Looks = Pick<Branding, 'brand' | 'icons'>

/** What stays the same makes no new version. */
async function change(
  deps: Deps,
  { organizationId, personId }: Admin,
  next: (before: Branding) => Looks
): Promise<BrandingView> {
  await deps.db.for(organizationId)(async trx => {
    const before = await findBranding(trx, organizationId)
    const looks = next(before)
    const fields = changed(before, looks)
    if (fields.length === 0) return
    const { revision } = before
    const at = deps.now()
    if (!(await saveBranding(trx, { organizationId, revision, next: looks, by: personId, at })))
      throw new ProblemError('conflict', 'Somebody else changed this meanwhile. Load it again', { reason: 'changed' })
    const detail = { fields, revision: revision + 1 }
    await record(trx, deps, { organizationId, action: 'branding.changed', actor: personId, detail })
  })
  return brandingOf(deps, organizationId)
}

const FIELDS = ['shortName', 'fullName', 'accent', 'descriptions'] as const

const changed = (before: Looks, after: Looks): readonly string[] => [
  ...FIELDS.filter(field => JSON.stringify(before.brand[field]) !== JSON.stringify(after.brand[field])),
  ...(['color', 'outline'] as const).filter(kind => !isSame(before.icons[kind], after.icons[kind]))
]

const isSame = (one: Uint8Array | null, other: Uint8Array | null): boolean =>
  one === null || other === null ? one === other : Buffer.compare(one, other) === 0
