/** Where a company's coach may be framed, as its admin says it. */
import { record } from '../audit/audit.ts'
import { recentOrganization } from '../organizations/organizations.ts'
import type { Deps } from '../platform/deps.ts'
import { ProblemError } from '../platform/errors.ts'
import { createMemo, type Memo } from '../platform/memo.ts'
import { SECOND } from '../platform/time.ts'
import { readOrigin } from './embed-origins.ts'
import { changeOrigins, listOrigins } from './store-embed.ts'
import { unknownCompany } from './unknown-company.ts'

const RECENT_MS = 2 * SECOND
const recent = new WeakMap<Deps['db'], Memo<readonly string[]>>()

function recentIn({ db }: Deps): Memo<readonly string[]> {
  const held = recent.get(db) ?? createMemo<readonly string[]>(RECENT_MS)
  recent.set(db, held)
  return held
}

/** As they were at most two seconds ago; none for a company that does not exist, whose id anybody may ask for. */
export const recentOrigins = (deps: Deps, organizationId: string): Promise<readonly string[]> =>
  recentIn(deps).get(organizationId, async () =>
    (await recentOrganization(deps, organizationId).catch(unknownCompany)) ? originsOf(deps, organizationId) : []
  )

export const originsOf = ({ db }: Deps, organizationId: string): Promise<readonly string[]> =>
  db.for(organizationId)(trx => listOrigins(trx, organizationId))

/** `by`: the admin, or `operator`. */
type Wanted = { readonly organizationId: string; readonly by: string; readonly origins: readonly string[] }

/** @throws ProblemError `bad_origin` naming the first that is none. */
export async function saveOrigins(deps: Deps, { organizationId, by, origins }: Wanted): Promise<void> {
  const wanted = [...new Set(origins.map(text => asOrigin(deps, text)))]
  await deps.db.for(organizationId)(async trx => {
    const before = await listOrigins(trx, organizationId)
    const added = wanted.filter(origin => !before.includes(origin))
    const removed = before.filter(origin => !wanted.includes(origin))
    if (added.length + removed.length === 0) return
    await changeOrigins(trx, { organizationId, by, added, removed, at: deps.now() })
    const detail = { added, removed }
    await record(trx, deps, { organizationId, action: 'embed.changed', actor: by, detail })
  })
  recentIn(deps).forget(organizationId)
}

function asOrigin({ config }: Deps, text: string): string {
  const loopback = config.PUBLIC_URL.startsWith('http://')
  const origin = readOrigin(text, { loopback })
  if (origin) return origin
  throw new ProblemError(
    'bad_request',
    `“${text.trim().slice(0, 100)}” is not an address of a site. Write it like https://learning.example.com, or https://*.example.com`,
    { reason: 'bad_origin' }
  )
}
