/** The last check as an admin reads it, on the page and as a file. */
import type { z } from 'zod'
import { record } from '../audit/audit.ts'
import type * as contract from '../contract/cutover.ts'
import { namesOfPeople } from '../directory/directory.ts'
import { BYTE_ORDER_MARK, csvRow } from '../platform/csv.ts'
import type { Deps } from '../platform/deps.ts'
import { isIntended, mayBeAccepted } from './cutover-items.ts'
import { COLUMNS, cutoverWords, type Language } from './cutover-words.ts'
import * as store from './store-cutover.ts'

type Asked = z.output<typeof contract.getCutover.query> & {
  readonly organizationId: string
  readonly language: Language
}

const ITEMS = 50

export async function cutoverView(
  deps: Deps,
  { organizationId, language, kind, after = 0 }: Asked
): Promise<z.input<typeof contract.getCutover.answer>> {
  const { check, kinds, items } = await deps.db.for(organizationId)(async trx => ({
    check: await store.findCheck(trx, organizationId),
    kinds: await store.countKinds(trx, organizationId),
    items: await store.pageOfItems(trx, { organizationId, kind, after, limit: ITEMS })
  }))
  if (!check) return { check: null }
  const acceptors = [...new Set(items.flatMap(({ accepted_by }) => accepted_by ?? []))]
  const names = await namesOfPeople(deps, organizationId, acceptors)
  const counted = kinds.filter(each => !isIntended(each.kind))
  const accepted = counted.reduce((sum, each) => sum + each.accepted, 0)
  const open = counted.reduce((sum, each) => sum + each.items, 0) - accepted
  return {
    check: {
      checkedAt: check.checked_at.toISOString(),
      plan: check.plan,
      learners: check.learners,
      able: check.able,
      left: check.left_people,
      ready: open === 0,
      open,
      accepted,
      kinds: kinds.map(each => ({
        kind: each.kind,
        title: cutoverWords(language, each.kind).title,
        open: each.items - each.accepted,
        accepted: each.accepted
      })),
      items: items.map(item => itemView(item, language, names)),
      next: items.length === ITEMS ? (items.at(-1)?.place ?? null) : null
    }
  }
}

function itemView(item: store.SeenItem, language: Language, names: ReadonlyMap<string, string>) {
  const { title, what, remedy } = cutoverWords(language, item.kind)
  return {
    itemKey: item.item_key,
    kind: item.kind,
    name: item.name,
    email: item.email,
    userId: item.user_id,
    personId: item.person_id,
    people: item.people,
    what: `${title}. ${what(item.people)}`,
    remedy,
    mayAccept: mayBeAccepted(item.kind) && !isIntended(item.kind),
    accepted:
      item.accepted_by && item.accepted_at
        ? { by: names.get(item.accepted_by) ?? '', at: item.accepted_at.toISOString(), reason: item.reason ?? '' }
        : null
  }
}

type File = { readonly organizationId: string; readonly language: Language; readonly author: string }

const ROWS = 500

/** Piece by piece: a page of rows is read when the one before has been taken. */
export async function* cutoverFile(deps: Deps, { organizationId, language, author }: File): AsyncGenerator<string> {
  const inCompany = deps.db.for(organizationId)
  await inCompany(trx => record(trx, deps, { organizationId, action: 'cutover.exported', actor: author, detail: {} }))
  yield BYTE_ORDER_MARK + csvRow(COLUMNS[language])
  for (let after = 0; ;) {
    const asked = { organizationId, after, limit: ROWS }
    const page = await inCompany(trx => store.pageOfItems(trx, asked))
    if (page.length > 0) yield page.map(item => lineOf(item, language)).join('')
    if (page.length < ROWS) return
    after = page.at(-1)?.place ?? after
  }
}

function lineOf(item: store.SeenItem, language: Language): string {
  const { title, what, remedy } = cutoverWords(language, item.kind)
  return csvRow([
    title,
    item.name,
    item.email,
    String(item.people),
    what(item.people),
    remedy,
    item.reason ?? '',
    item.user_id ?? '',
    item.person_id ?? ''
  ])
}
