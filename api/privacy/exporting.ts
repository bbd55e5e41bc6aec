/** A person's own file: asked for, made part by part by a job, sealed with their key, theirs alone for a week. */
import { z } from 'zod'
import { record, writeReceipt } from '../audit/audit.ts'
import { PERSONAL_KEYS, PERSONAL_SECTIONS } from '../contract/personal-sections.ts'
import { EXPORT_FORMAT, type ExportView } from '../contract/privacy.ts'
import { REGISTER } from '../contract/register.ts'
import { personKey } from '../directory/directory.ts'
import { getOrganization } from '../organizations/organizations.ts'
import type { Trx } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { ProblemError } from '../platform/errors.ts'
import type { Part, PersonKey } from '../platform/personal-data.ts'
import { DAY } from '../platform/time.ts'
import { exportJob } from './job-definitions.ts'
import { localeOfPerson } from './reader.ts'
import * as store from './store.ts'
import { languageOf, privacyWords, type Language } from './words.ts'

const LIVES_MS = REGISTER.exportDays * DAY

export const toView = (row: store.ExportRow): ExportView => ({
  exportId: row.id,
  state: row.state,
  askedAt: row.asked_at.toISOString(),
  readyAt: row.ready_at?.toISOString() ?? null,
  expiresAt: row.expires_at.toISOString(),
  parts: row.parts,
  partsDone: row.parts_done,
  downloads: row.downloads
})

export const exportsOf = (deps: Deps, key: PersonKey): Promise<readonly ExportView[]> =>
  deps.db.for(key.organizationId)(async trx => (await store.listExports(trx, key)).map(toView))

export const askExport = (deps: Deps, parts: readonly Part[], { organizationId, personId }: PersonKey) =>
  deps.db.for(organizationId)(async trx => {
    const exportId = deps.newId('export')
    const isNew = await store.insertExport(trx, {
      organization_id: organizationId,
      id: exportId,
      person_id: personId,
      state: 'waiting',
      asked_at: deps.now(),
      parts: parts.length,
      parts_done: 0,
      ready_at: null,
      expires_at: new Date(deps.now().getTime() + LIVES_MS),
      downloads: 0
    })
    if (isNew) await deps.queue.enqueue(trx, exportJob.job({ organizationId, exportId }, { key: exportId }))
    const rows = await store.listExports(trx, { organizationId, personId })
    const asked = rows.find(({ id, state }) => (isNew ? id === exportId : state === 'waiting'))
    if (!asked) throw new ProblemError('conflict', 'Your file has just become ready. Look again')
    return toView(asked)
  })

/** Part by part, each in a transaction of its own; who erased or dropped it meanwhile gets nothing more. */
export async function makeExport(deps: Deps, parts: readonly Part[], asked: store.ExportKey): Promise<void> {
  const row = await deps.db.for(asked.organizationId)(trx => store.findExport(trx, asked))
  if (!row) return
  const key = { organizationId: asked.organizationId, personId: row.person_id, exportId: asked.exportId }
  const locale = await localeOfPerson(deps, key)
  while (await deps.db.for(key.organizationId)(trx => makeNextPart(deps, trx, parts, key)));
  await deps.db.for(key.organizationId)(trx => finish(deps, trx, { ...key, parts: parts.length, locale }))
}

type Making = PersonKey & { readonly exportId: string }

/** The key is taken before the row, as an erasure takes them. @returns whether there may be more. */
async function makeNextPart(deps: Deps, trx: Trx, parts: readonly Part[], key: Making): Promise<boolean> {
  const wrapped = await personKey(trx, deps, key)
  const row = await store.lockExport(trx, key)
  const part = row?.state === 'waiting' ? parts[row.parts_done] : undefined
  if (!row || !part) return false
  const open = (sealed: Uint8Array): string => deps.vault.open(wrapped, contextOf(key), sealed)
  const sections = await part.export(trx, { ...key, open })
  const text = JSON.stringify({ part: part.name, sections })
  await store.insertPart(trx, {
    organization_id: key.organizationId,
    export_id: key.exportId,
    part: row.parts_done,
    person_id: key.personId,
    sealed: deps.vault.seal(wrapped, sealedAs(key, row.parts_done), text)
  })
  await store.changeExport(trx, key, { parts_done: row.parts_done + 1 })
  return true
}

const contextOf = ({ organizationId, personId }: PersonKey): string => `${organizationId}/${personId}`
const sealedAs = (key: Making, part: number): string => `${contextOf(key)}/${key.exportId}/${part}`

type Finishing = Making & { readonly parts: number; readonly locale: string }

async function finish(deps: Deps, trx: Trx, { parts, locale, ...making }: Finishing): Promise<void> {
  const { exportId, ...key } = making
  const row = await store.lockExport(trx, making)
  if (row?.state !== 'waiting' || row.parts_done < parts) return
  await store.changeExport(trx, making, { state: 'ready', ready_at: deps.now() })
  const title = privacyWords(languageOf(locale)).exported
  await writeReceipt(trx, deps, { ...key, kind: 'person.exported', title, detail: { exportId } })
  await record(trx, deps, { ...key, action: 'person.exported', actor: key.personId, detail: { exportId } })
}

/** The file, piece by piece. @throws ProblemError `not_found` for whoever else's, and when its week is over. */
export async function openExport(deps: Deps, making: Making): Promise<AsyncIterable<string>> {
  const row = await deps.db.for(making.organizationId)(async trx => {
    const found = await store.lockExport(trx, making)
    if (found?.person_id !== making.personId || found.state !== 'ready' || found.expires_at <= deps.now())
      throw new ProblemError('not_found', 'This file is no longer there. Ask for a new one')
    await store.changeExport(trx, making, { downloads: found.downloads + 1 })
    return found
  })
  const company = await getOrganization(deps, making.organizationId)
  const language = languageOf(await localeOfPerson(deps, making))
  return piecesOf(deps, making, { row, company: company.name, language })
}

type Opened = { readonly row: store.ExportRow; readonly company: string; readonly language: Language }

async function* piecesOf(deps: Deps, making: Making, { row, company, language }: Opened): AsyncGenerator<string> {
  const head = {
    format: EXPORT_FORMAT,
    exportId: row.id,
    personId: row.person_id,
    company,
    madeAt: (row.ready_at ?? row.asked_at).toISOString()
  }
  yield `${JSON.stringify(head).slice(0, -1)},"parts":[`
  for (let part = 0; part < row.parts; part++)
    yield `${part > 0 ? ',' : ''}\n${JSON.stringify(titled(await openPart(deps, making, part), language))}`
  yield '\n]}\n'
}

const storedPart = z.object({
  part: z.string(),
  sections: z.array(
    z.object({ section: z.enum(PERSONAL_KEYS), kept: z.string().nullable(), entries: z.array(z.unknown()) })
  )
})
type Stored = z.output<typeof storedPart>

const openPart = (deps: Deps, making: Making, part: number): Promise<Stored> =>
  deps.db.for(making.organizationId)(async trx => {
    const found = await store.findPart(trx, { ...making, part })
    if (!found) throw new ProblemError('not_found', 'This file is no longer there. Ask for a new one')
    const text = deps.vault.open(await personKey(trx, deps, making), sealedAs(making, part), found.sealed)
    return storedPart.parse(JSON.parse(text))
  })

const titled = ({ part, sections }: Stored, language: Language) => ({
  part,
  sections: sections.map(each => ({ ...each, title: PERSONAL_SECTIONS[language][each.section] }))
})

export const dropExportOf = (deps: Deps, making: Making): Promise<boolean> =>
  deps.db.for(making.organizationId)(trx => store.deleteExport(trx, making))
