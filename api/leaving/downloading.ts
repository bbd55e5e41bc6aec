/** The archive by a link that opens once, for the admin whom it was given to, while they may have it. */
import { randomBytes } from 'node:crypto'
import { record } from '../audit/audit.ts'
import { getPerson } from '../directory/directory.ts'
import type { Deps } from '../platform/deps.ts'
import { ProblemError } from '../platform/errors.ts'
import { after, MINUTE } from '../platform/time.ts'
import { filesOf, sealedAs } from './exporting.ts'
import { companyOf, digestOf } from './receipt.ts'
import * as store from './store.ts'
import { archive, lengthOf, type Packed } from './zip.ts'

const LINK_MS = 10 * MINUTE
/** The right to have it is looked at anew after so many pieces. */
const LOOK_EVERY = 25

const gone = (): ProblemError =>
  new ProblemError('not_found', 'This file is no longer there. Ask for a new one on the page “Leaving”')

type Asked = store.ExportKey & { readonly by: string }

export const makeLink = (deps: Deps, { organizationId, exportId, by }: Asked) =>
  deps.db.for(organizationId)(async trx => {
    const row = await store.lockExport(trx, { organizationId, exportId })
    if (row?.state !== 'ready') throw gone()
    const token = `${organizationId}.${randomBytes(32).toString('base64url')}`
    const expiresAt = after(deps.realNow(), LINK_MS)
    const id = digestOf(token)
    const made = { organization_id: organizationId, id, export_id: exportId, person_id: by, made_at: deps.realNow() }
    await store.insertLink(trx, { ...made, expires_at: expiresAt })
    await record(trx, deps, { organizationId, action: 'company_export.linked', actor: by, detail: { exportId } })
    return { url: `${deps.config.PUBLIC_URL}/v1/company-exports/${token}`, expiresAt: expiresAt.toISOString() }
  })

export type Download = {
  readonly length: number
  readonly pieces: AsyncIterable<Uint8Array>
}

/** @throws ProblemError `not_found` for a link that was used, is over, or whose person may no longer have the file. */
export async function openDownload(deps: Deps, token: string): Promise<Download> {
  const organizationId = companyOf(token)
  if (!organizationId) throw gone()
  const row = await deps.db.for(organizationId)(async trx => {
    const link = await store.useLink(trx, { organizationId, id: digestOf(token), now: deps.realNow() })
    const found = link && (await store.lockExport(trx, { organizationId, exportId: link.export_id }))
    if (!link || found?.state !== 'ready') return undefined
    const key = { organizationId, exportId: found.id }
    await store.changeExport(trx, key, { downloads: found.downloads + 1 })
    const event = { organizationId, action: 'company_export.fetched', actor: link.person_id } as const
    await record(trx, deps, { ...event, detail: { exportId: found.id } })
    return { ...found, person_id: link.person_id }
  })
  if (!row || !(await mayHave(deps, row))) throw gone()
  const entries = filesOf(row)
  return { length: lengthOf(entries), pieces: archive(entries, entry => piecesOf(deps, row, entry)) }
}

type Fetched = store.ExportRow & { readonly person_id: string }

async function mayHave(deps: Deps, row: Fetched): Promise<boolean> {
  const person = await getPerson(deps, row.organization_id, row.person_id)
  return person?.state === 'active' && person.access && person.roles.some(role => role === 'owner' || role === 'admin')
}

async function* piecesOf(deps: Deps, row: Fetched, { name }: Packed): AsyncGenerator<Uint8Array> {
  const key = { organizationId: row.organization_id, exportId: row.id, file: name }
  const sealer = deps.vault.unlock(row.wrapped_key)
  let at = -1
  for (let count = 0; ; count++) {
    if (count % LOOK_EVERY === LOOK_EVERY - 1 && !(await mayHave(deps, row))) throw gone()
    const found = await deps.db.read(key.organizationId)(db => store.nextPart(db, { ...key, after: at }))
    if (!found) return
    at = found.part
    yield Buffer.from(sealer.open(sealedAs(row, found.part), found.sealed), 'base64')
  }
}
