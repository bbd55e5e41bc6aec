/** Nothing of a company stays: keys first, then every table that names it, then the company itself; a signed receipt says so. */
import { sql } from 'kysely'
import { signCompanyReceipt } from '../oauth/oauth.ts'
import { findAnyOrganization, forgetRecent } from '../organizations/organizations.ts'
import type { Deps } from '../platform/deps.ts'
import { SECOND, sleep } from '../platform/time.ts'
import { appendLine, type CompanyLine } from '../privacy/privacy.ts'
import { digestOf, erasedOf, receiptToken } from './receipt.ts'
import * as store from './store.ts'

const ROWS_A_TIME = 5000
/** A process remembers a company for two seconds, and waits for a busy database for three. */
const CLOSED_EVERYWHERE_MS = 5 * SECOND
/** What opens the rest goes first. */
const FIRST = ['person_keys', 'organization_secrets', 'coach_engines']
/** What erases reads itself goes last. */
const LAST = ['revocations', 'leavings', 'entra_tenants', 'organization_domains', 'organizations']
/** Tables that name a company in another way than by a column `organization_id`. */
const BESIDES = ['oidc_clients', 'directory_cursor', 'own_sign_ins', 'paces', 'call_slots', 'call_blocks']

/** Begun again after a crash it goes on: what is gone is gone, and what it counted is kept. */
export async function eraseCompany(deps: Deps, organizationId: string): Promise<void> {
  const row = await deps.db.for(organizationId)(trx => store.findLeaving(trx, organizationId))
  const company = await findAnyOrganization(deps, organizationId)
  if (row?.state !== 'erasing' || !row.erasure_id || !company) return
  const at = deps.now()
  // Before the first row goes: a restore must never bring back what this began to remove.
  if (deps.config.ERASURE_JOURNAL)
    await appendLine(deps.config.ERASURE_JOURNAL, {
      erasureId: row.erasure_id,
      organizationId,
      company: true,
      at: at.toISOString()
    })
  const erasing = { organizationId, tenants: company.entraTenantIds }
  for (const table of await tablesOf(deps, organizationId)) await eraseTable(deps, erasing, table)
  const jws = await signCompanyReceipt(deps, {
    erasureId: row.erasure_id,
    organizationId,
    company: company.name,
    askedAt: row.asked_at.toISOString(),
    leftAt: row.leaves_at.toISOString(),
    signInsEndedAt: (row.closed_at ?? at).toISOString(),
    erasedAt: at.toISOString(),
    exportId: row.export_id,
    erased: await countsOf(deps, organizationId)
  })
  // By then every process has read that the company is closed, and needs no revocation to refuse its tokens.
  await sleep(CLOSED_EVERYWHERE_MS)
  await deps.db.for(organizationId)(async trx => {
    await store.insertReceipt(trx, { id: digestOf(receiptToken(deps, row)), jws, at })
    await deps.queue.forget(trx, organizationId)
    // What came in between, such as the trace of a request that was under way.
    for (const table of await tablesWithin(trx)) await eraseRest(trx, erasing, table)
    // The leaving's own row is what allows the others to go.
    for (const table of ['revocations', 'entra_tenants', 'organization_domains', 'organizations', 'leavings'])
      await eraseRest(trx, erasing, table)
  })
  forgetRecent(deps)
}

type Erasing = { readonly organizationId: string; readonly tenants: readonly string[] }
type Trx = Parameters<typeof store.findLeaving>[0]

const tablesOf = (deps: Deps, organizationId: string): Promise<readonly string[]> =>
  deps.db.for(organizationId)(tablesWithin)

/** As the database has them now, whatever has been added since this was written. */
async function tablesWithin(trx: Trx): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`select c.relname as name from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'organization_id' and not a.attisdropped
    where c.relkind in ('r', 'p') and c.relnamespace = current_schema()::regnamespace order by 1`.execute(trx)
  const named = rows.map(({ name }) => name).filter(name => !FIRST.includes(name) && !LAST.includes(name))
  return [...FIRST, ...inOrder([...new Set([...named, ...BESIDES])])]
}

/** Rows that others lean on go after them. */
const inOrder = (names: readonly string[]): readonly string[] => [
  ...names.filter(name => name !== 'people'),
  ...names.filter(name => name === 'people')
]

async function eraseTable(deps: Deps, erasing: Erasing, table: string): Promise<void> {
  const { organizationId } = erasing
  for (;;) {
    const gone = await deps.db.for(organizationId)(async trx => {
      const count = await eraseRows(trx, erasing, table)
      if (count > 0)
        await sql`update leavings set erased = jsonb_set(erased, array[${table}],
            to_jsonb(coalesce((erased ->> ${table})::int, 0) + ${count}::int))
          where organization_id = ${organizationId}`.execute(trx)
      return count
    })
    if (gone < ROWS_A_TIME) return
  }
}

async function eraseRows(trx: Trx, { organizationId, tenants }: Erasing, table: string): Promise<number> {
  const { rows } = await sql<{ gone: number }>`select
    erase_company_rows(${table}, ${organizationId}, ${[...tenants]}::text[], ${ROWS_A_TIME}) as gone`.execute(trx)
  return rows[0]?.gone ?? 0
}

async function eraseRest(trx: Trx, erasing: Erasing, table: string): Promise<void> {
  while ((await eraseRows(trx, erasing, table)) === ROWS_A_TIME);
}

const countsOf = (deps: Deps, organizationId: string): Promise<Readonly<Record<string, number>>> =>
  deps.db.for(organizationId)(async trx => erasedOf(await store.findLeaving(trx, organizationId)))

/** After a restore: a company that the journal has, and the database has once more, is erased again. @returns whether it was. */
export async function replayCompany(deps: Deps, { organizationId, erasureId, at }: CompanyLine): Promise<boolean> {
  if (!(await findAnyOrganization(deps, organizationId))) return false
  const left = new Date(at)
  await deps.db.for(organizationId)(async trx => {
    const isNew = await store.insertLeaving(trx, {
      organization_id: organizationId,
      id: deps.newId('leaving'),
      state: 'erasing',
      asked_by: 'operator',
      reason: 'restored from a backup',
      asked_at: left,
      leaves_at: left,
      next_at: left,
      wrapped_key: deps.vault.newKey(),
      erasure_id: erasureId
    })
    if (!isNew) await store.changeLeaving(trx, organizationId, { state: 'erasing', erasure_id: erasureId })
  })
  await eraseCompany(deps, organizationId)
  return true
}
