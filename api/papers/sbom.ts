/** package-lock.json → the product's parts as CycloneDX 1.6, the same bytes for the same lock. Pure. */
import { z } from 'zod'

const packageSchema = z.object({
  name: z.string().optional(),
  version: z.string().optional(),
  license: z.union([z.string(), z.unknown()]).optional(),
  integrity: z.string().optional(),
  dev: z.boolean().optional(),
  devOptional: z.boolean().optional(),
  optional: z.boolean().optional(),
  link: z.boolean().optional(),
  dependencies: z.record(z.string(), z.string()).default({}),
  optionalDependencies: z.record(z.string(), z.string()).default({}),
  peerDependencies: z.record(z.string(), z.string()).default({})
})
const lockSchema = z.object({
  name: z.string(),
  version: z.string(),
  lockfileVersion: z.literal(3),
  packages: z.record(z.string(), packageSchema)
})
type Locked = z.output<typeof packageSchema>

/** What is only built and tested with stays out. */
export function sbomOf(lock: string): Readonly<Record<string, unknown>> {
  const { name, version, packages } = lockSchema.parse(JSON.parse(lock))
  const shipped = new Map(
    Object.entries(packages).filter(([path, one]) => path !== '' && !one.dev && !one.link && one.version)
  )
  const refOf = (path: string): string => purl(nameAt(path, shipped.get(path)), shipped.get(path)?.version ?? '')
  const root = `pkg:npm/${name}@${version}`
  // The same version may lie in several places; it is one part, and what it leans on is put together.
  const parts = new Map<string, object>()
  const leans = new Map<string, Set<string>>([[root, new Set()]])
  for (const [path, one] of shipped) {
    const ref = refOf(path)
    if (!parts.has(ref)) parts.set(ref, component(ref, nameAt(path, one), one))
    const known = leans.get(ref) ?? new Set()
    leans.set(ref, known)
    for (const needed of needs(one)) {
      const found = resolve(path, needed, shipped)
      if (found) known.add(refOf(found))
    }
  }
  for (const needed of Object.keys(packages['']?.dependencies ?? {})) {
    const found = resolve('', needed, shipped)
    if (found) leans.get(root)?.add(refOf(found))
  }
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      lifecycles: [{ phase: 'pre-build' }],
      component: { type: 'application', 'bom-ref': root, name, version, purl: root }
    },
    components: [...parts].toSorted(byKey).map(([, part]) => part),
    dependencies: [...leans].toSorted(byKey).map(([ref, on]) => ({ ref, dependsOn: [...on].toSorted() }))
  }
}

const byKey = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1)

/** An alias says its real name. */
const nameAt = (path: string, one: Locked | undefined): string =>
  one?.name ?? path.split('node_modules/').at(-1) ?? path

const purl = (name: string, version: string): string => `pkg:npm/${name.replace('@', '%40')}@${version}`

const needs = (one: Locked): readonly string[] => [
  ...Object.keys(one.dependencies),
  ...Object.keys(one.optionalDependencies),
  ...Object.keys(one.peerDependencies)
]

/** As Node looks: in the own folder first, then outwards. */
function resolve(from: string, name: string, shipped: ReadonlyMap<string, Locked>): string | undefined {
  for (let at = from; ; at = at.includes('/node_modules/') ? at.slice(0, at.lastIndexOf('/node_modules/')) : '') {
    const path = at === '' ? `node_modules/${name}` : `${at}/node_modules/${name}`
    if (shipped.has(path)) return path
    if (at === '') return undefined
  }
}

function component(ref: string, fullName: string, { version, license, integrity, optional, devOptional }: Locked) {
  const [scope, short] = fullName.startsWith('@') ? fullName.split('/') : [undefined, fullName]
  return {
    type: 'library',
    'bom-ref': ref,
    ...(scope ? { group: scope } : {}),
    name: short,
    version,
    scope: optional || devOptional ? 'optional' : 'required',
    ...hashOf(integrity),
    ...licenseOf(license),
    purl: ref
  }
}

function hashOf(integrity: string | undefined) {
  const [algorithm, digest] = integrity?.split(' ')[0]?.split('-') ?? []
  if (algorithm !== 'sha512' || !digest) return {}
  return { hashes: [{ alg: 'SHA-512', content: Buffer.from(digest, 'base64').toString('hex') }] }
}

/** One id, or an expression of several, as SPDX writes them. */
function licenseOf(license: unknown) {
  if (typeof license !== 'string' || license === '') return {}
  if (/ (?:OR|AND|WITH) /u.test(license)) return { licenses: [{ expression: license }] }
  return { licenses: [{ license: /^[\w.+-]+$/u.test(license) ? { id: license } : { name: license } }] }
}
