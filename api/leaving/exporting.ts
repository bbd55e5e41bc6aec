/** The company's own file: a page of rows at a time, each in a transaction of its own, so that it goes on where a crash left it. */
import { z } from 'zod'
import { record } from '../audit/audit.ts'
import type { CompanyExportView } from '../contract/leaving.ts'
import { getOrganization } from '../organizations/organizations.ts'
import type { Trx } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { after, DAY } from '../platform/time.ts'
import { csvHead, csvName, csvText, jsonName, jsonText, manifestOf, readmeOf } from './files.ts'
import { exportJob } from './job-definitions.ts'
import { pageOfRows } from './reading.ts'
import * as store from './store.ts'
import { SECTIONS } from './tables.ts'
import { emptyEntry, lengthOf, pack } from './zip.ts'

const LIVES_MS = 7 * DAY
const PAGE = 2000
/** Then somebody else's turn comes: a job is one of many, and may not take longer than a job may. */
const PAGES_A_TURN = 40
const ALL = Object.entries(SECTIONS)

const entrySchema = z.object({
  name: z.string(),
  rows: z.number(),
  crc: z.number(),
  size: z.number(),
  packed: z.number()
})
export const filesOf = (row: Pick<store.ExportRow, 'files'>): readonly store.FileEntry[] =>
  z.array(entrySchema).parse(row.files)

export const toView = (row: store.ExportRow, lastId: string | null): CompanyExportView => ({
  exportId: row.id,
  state: row.state,
  askedAt: row.asked_at.toISOString(),
  readyAt: row.ready_at?.toISOString() ?? null,
  expiresAt: row.expires_at?.toISOString() ?? null,
  sections: row.sections,
  sectionsDone: row.section,
  rows: Number(row.rows),
  bytes: Number(row.bytes),
  downloads: row.downloads,
  last: row.id === lastId
})

type Asking = { readonly organizationId: string; readonly by: string; readonly last: boolean }

/** @returns its id, or that of the one which is being made already. */
export async function askExport(deps: Deps, trx: Trx, { organizationId, by, last }: Asking): Promise<string> {
  const exportId = deps.newId('export')
  const isNew = await store.insertExport(trx, {
    organization_id: organizationId,
    id: exportId,
    asked_by: by,
    asked_at: deps.now(),
    sections: ALL.length,
    wrapped_key: deps.vault.newKey(),
    expires_at: last ? null : after(deps.now(), LIVES_MS)
  })
  if (!isNew) {
    const waiting = (await store.listExports(trx, organizationId)).find(({ state }) => state === 'waiting')
    return waiting?.id ?? exportId
  }
  await deps.queue.enqueue(trx, exportJob.job({ organizationId, exportId }, { key: exportId }))
  await record(trx, deps, { organizationId, action: 'company_export.asked', actor: by, detail: { exportId } })
  return exportId
}

/** A turn's worth of pages; what is left goes on in another job. */
export async function makeExport(deps: Deps, key: store.ExportKey): Promise<void> {
  for (let page = 0; page < PAGES_A_TURN; page++)
    if (!(await deps.db.for(key.organizationId)(trx => makeNextPage(deps, trx, key)))) {
      await finish(deps, key)
      return
    }
  await deps.db.for(key.organizationId)(trx =>
    deps.queue.enqueue(trx, exportJob.job({ ...key }, { key: `${key.exportId}/next` }))
  )
}

const placeSchema = z.array(z.string()).nullable()

/** @returns whether there may be more. */
async function makeNextPage(deps: Deps, trx: Trx, key: store.ExportKey): Promise<boolean> {
  const row = await store.lockExport(trx, key)
  const next = row?.state === 'waiting' ? ALL[row.section] : undefined
  if (!row || !next) return false
  const [table, section] = next
  const place = placeSchema.parse(row.place) ?? undefined
  const { organizationId } = key
  const page = await pageOfRows(trx, { organizationId, table, section, after: place, limit: PAGE })
  const head = place ? '' : csvHead(section.columns)
  const written = await write(deps, trx, row, [
    { name: csvName(section.name), text: head + csvText(section.columns, page.rows), rows: page.rows.length },
    { name: jsonName(section.name), text: jsonText(page.rows), rows: page.rows.length }
  ])
  await store.changeExport(trx, key, {
    ...written,
    rows: String(Number(row.rows) + page.rows.length),
    section: page.next ? row.section : row.section + 1,
    place: page.next ? JSON.stringify(page.next) : null
  })
  return true
}

type Text = { readonly name: string; readonly text: string; readonly rows: number }

/** Appends to files of the archive. @returns what changes of the row. */
async function write(deps: Deps, trx: Trx, row: store.ExportRow, texts: readonly Text[]) {
  const files = new Map(filesOf(row).map(file => [file.name, file]))
  const sealer = deps.vault.unlock(row.wrapped_key)
  let { parts } = row
  for (const { name, text, rows } of texts) {
    const before = files.get(name) ?? { ...emptyEntry(name), rows: 0 }
    const { entry, piece } = await pack(before, text)
    files.set(name, { ...entry, rows: before.rows + rows })
    const sealed = sealer.seal(sealedAs(row, parts), piece.toString('base64'))
    await store.insertPart(trx, {
      organization_id: row.organization_id,
      export_id: row.id,
      part: parts,
      file: name,
      sealed
    })
    parts += 1
  }
  const all = [...files.values()]
  return { parts, files: JSON.stringify(all), bytes: String(lengthOf(all)) }
}

export const sealedAs = (row: Pick<store.ExportRow, 'organization_id' | 'id'>, part: number): string =>
  `${row.organization_id}/${row.id}/${part}`

async function finish(deps: Deps, key: store.ExportKey): Promise<void> {
  const { organizationId: _id, ...settings } = await getOrganization(deps, key.organizationId)
  await deps.db.for(key.organizationId)(async trx => {
    const row = await store.lockExport(trx, key)
    if (row?.state !== 'waiting' || row.section < row.sections) return
    const madeAt = deps.now().toISOString()
    const made = { exportId: row.id, organizationId: key.organizationId, company: settings.name, madeAt }
    const written = await write(deps, trx, row, [
      { name: 'README.txt', text: readmeOf(made), rows: 0 },
      { name: 'settings.json', text: `${JSON.stringify(settings, null, 2)}\n`, rows: 1 },
      { name: 'manifest.json', text: manifestOf({ ...made, files: filesOf(row) }), rows: 0 }
    ])
    await store.changeExport(trx, key, { ...written, state: 'ready', ready_at: deps.now() })
    const detail = { exportId: row.id, rows: Number(row.rows), bytes: Number(written.bytes) }
    const event = {
      organizationId: key.organizationId,
      action: 'company_export.made',
      actor: 'schedule',
      detail
    } as const
    await record(trx, deps, event)
  })
}

/** Those whose week is over. */
export const expireExports = (deps: Deps, organizationId: string): Promise<void> =>
  deps.db.for(organizationId)(async trx => {
    for (const exportId of await store.oldExports(trx, organizationId, deps.now()))
      await store.endExport(trx, { organizationId, exportId }, 'expired')
  })
