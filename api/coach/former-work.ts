/** Carries out imports of a former chatbot, and their undoing, a page at a time: what a crash left half done goes on from its page. */
import { writeReceipts } from '../audit/audit.ts'
import { getPeopleWithin, personKeys } from '../directory/directory.ts'
import type { Trx } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { cancelOldImports, linesKept, peopleBehind, userIdsOf, type Key, type Whose } from './former-imports.ts'
import { readLines, sameText, type Account, type Message } from './former-lines.ts'
import { sealFor } from './seal.ts'
import * as store from './store-former.ts'
import { coachWords, localeOf } from './words.ts'

const LINES_AT_ONCE = 500
const ROWS_AT_ONCE = 1000

export async function workOnFormer(deps: Deps, organizationId: string): Promise<void> {
  await cancelOldImports(deps, organizationId)
  for (;;) {
    const row = await deps.db.for(organizationId)(trx => store.nextImport(trx, organizationId))
    if (!row) return
    if (row.state === 'undoing') await undo(deps, { organizationId, importId: row.id })
    else await carryOut(deps, row)
  }
}

async function carryOut(deps: Deps, row: store.FormerImportRow): Promise<void> {
  const key = { organizationId: row.organization_id, importId: row.id }
  const { said } = readLines(linesKept(deps, row) ?? [], deps.now())
  for (let from = row.lines_done; ; from += LINES_AT_ONCE) {
    const page = said.slice(from, from + LINES_AT_ONCE)
    const whose = await peopleBehind(deps, key.organizationId, userIdsOf(page))
    const goesOn = await deps.db.for(key.organizationId)(async trx => {
      const now = await store.lockImport(trx, key)
      // Another process is ahead.
      if (now?.state !== 'importing' || now.lines_done !== from) return false
      if (page.length === 0) return finish(trx, key, row.lines)
      await takeIn(deps, trx, { ...key, page, whose })
      return store.turnImport(trx, { ...key, from: 'importing', set: { lines_done: from + LINES_AT_ONCE } })
    })
    if (!goesOn) return
  }
}

/** Whole, and only now to be seen; the file is not kept. @returns false: there is nothing more to do. */
async function finish(trx: Trx, key: Key, lines: number): Promise<false> {
  const set = { state: 'imported', lines_done: lines, wrapped_key: null, sealed: null } as const
  await store.turnImport(trx, { ...key, from: 'importing', set })
  return false
}

type Page = Key & {
  readonly page: readonly (Account | Message)[]
  readonly whose: ReadonlyMap<string, Whose>
}

type Person = { readonly personId: string; readonly userId: string; readonly locale: string | undefined }

/** Who left since, or was parted from the account, is left out; so is who erased what was brought before. */
async function takeIn(deps: Deps, trx: Trx, { organizationId, importId, page, whose }: Page): Promise<void> {
  const found = [...whose].flatMap(([userId, one]) => (one.kind === 'person' ? [{ ...one, userId }] : []))
  const personIds = found.map(({ personId }) => personId)
  const erased = await store.peopleWhoErased(trx, organizationId, personIds)
  const people = found.filter(({ personId }) => !erased.has(personId))
  await welcome(deps, trx, { organizationId, importId }, people)
  const keys = await personKeys(trx, deps, { organizationId, personIds: people.map(({ personId }) => personId) })
  const byAccount = new Map(people.map(({ userId, personId }) => [userId, personId]))
  const rows = page.flatMap(one => {
    const personId = byAccount.get(one.thinkificUserId)
    const key = personId && keys.get(personId)
    return key && one.type === 'message' ? [toRow(deps, { organizationId, importId, personId, key, one })] : []
  })
  await store.insertMessages(trx, rows)
}

type Bringing = Key & { readonly personId: string; readonly key: Buffer; readonly one: Message }

function toRow(deps: Deps, { organizationId, importId, personId, key, one }: Bringing): store.FormerMessageRow {
  return {
    organization_id: organizationId,
    id: deps.newId('message'),
    import_id: importId,
    person_id: personId,
    user_id: one.thinkificUserId,
    author: one.role,
    sealed: sealFor(deps, key, { organizationId, personId }).text(one.text),
    fingerprint: deps.vault.fingerprint(key, `${organizationId}/${personId}`, sameText(one)),
    at: one.at
  }
}

/** Each is told once an import. */
async function welcome(deps: Deps, trx: Trx, key: Key, people: readonly Person[]): Promise<void> {
  if (people.length === 0) return
  const { organizationId, importId } = key
  const added = new Set(
    await store.insertAccounts(
      trx,
      people.map(({ personId, userId }) => ({
        organization_id: organizationId,
        import_id: importId,
        person_id: personId,
        user_id: userId
      }))
    )
  )
  const newcomers = people.filter(({ personId }) => added.has(personId))
  await tell(deps, trx, { ...key, news: 'imported' }, newcomers)
}

type News = Key & { readonly news: 'imported' | 'undone' }
type Told = { readonly personId: string; readonly locale: string | undefined }

const tell = (deps: Deps, trx: Trx, { organizationId, importId, news }: News, people: readonly Told[]): Promise<void> =>
  writeReceipts(
    trx,
    deps,
    people.map(({ personId, locale }) => ({
      organizationId,
      personId,
      kind: `former_coach.${news}`,
      title: coachWords(localeOf(locale)).former[news],
      detail: { importId }
    }))
  )

/** What this import brought, and nothing else. */
async function undo(deps: Deps, key: Key): Promise<void> {
  const { organizationId } = key
  for (;;) {
    const goesOn = await deps.db.for(organizationId)(async trx => {
      if ((await store.lockImport(trx, key))?.state !== 'undoing') return false
      if ((await store.deleteBrought(trx, key, ROWS_AT_ONCE)) > 0) return true
      const personIds = await store.deleteAccounts(trx, key, ROWS_AT_ONCE)
      await tell(deps, trx, { ...key, news: 'undone' }, await getPeopleWithin(trx, organizationId, personIds))
      if (personIds.length > 0) return true
      await store.turnImport(trx, { ...key, from: 'undoing', set: { state: 'undone' } })
      return false
    })
    if (!goesOn) return
  }
}
