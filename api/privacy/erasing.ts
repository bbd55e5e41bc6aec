/** A person's own erasure: their key first, then everything of theirs, slice by slice, in one transaction. */
import { record, writeReceipt } from '../audit/audit.ts'
import { ERASE_PHRASES, type ErasurePreview, type Gone } from '../contract/privacy.ts'
import { destroyKey } from '../directory/directory.ts'
import type { Trx } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { ProblemError } from '../platform/errors.ts'
import type { Count, Leaving, Part, PersonKey } from '../platform/personal-data.ts'
import { journalJob } from './job-definitions.ts'
import { localeOfPerson } from './reader.ts'
import * as store from './store.ts'
import { languageOf, privacyWords } from './words.ts'

export const previewOf = (deps: Deps, parts: readonly Part[], key: PersonKey): Promise<ErasurePreview> =>
  deps.db.for(key.organizationId)(async trx => {
    const counts: Count[] = []
    for (const part of parts) counts.push(...(await part.count(trx, key)))
    return summed(counts)
  })

/** Pure: one line a section, and one for each reason why a part of it stays. */
export function summed(counts: readonly Count[]): ErasurePreview {
  const lines = [...Map.groupBy(counts, ({ section, kept }) => `${section} ${kept ?? ''}`).values()]
  const totals = lines.flatMap(([first, ...rest]) =>
    first ? [{ ...first, count: rest.reduce((total, { count }) => total + count, first.count) }] : []
  )
  return {
    goes: totals.flatMap(({ section, kept, count }) => (kept === null && count > 0 ? [{ section, count }] : [])),
    stays: totals.flatMap(({ section, kept, count }) =>
      kept !== null && count > 0 ? [{ section, count, because: kept }] : []
    )
  }
}

export const isConfirmed = (typed: string): boolean =>
  Object.values<string>(ERASE_PHRASES).includes(typed.trim().toLowerCase().replaceAll(/\s+/gu, ' '))

export type Erased = { readonly erasureId: string; readonly at: Date; readonly gone: Gone[] }

/** @throws ProblemError `bad_request` when the words that confirm are others. */
export async function erasePerson(
  deps: Deps,
  parts: readonly Part[],
  { confirm, ...key }: Leaving & { readonly confirm: string }
): Promise<Erased> {
  if (!isConfirmed(confirm))
    throw new ProblemError('bad_request', `Type “${ERASE_PHRASES.en}” or “${ERASE_PHRASES.es}” to confirm`, {
      reason: 'not_confirmed'
    })
  const erasureId = deps.newId('erasure')
  const locale = await localeOfPerson(deps, key)
  return insisting(() =>
    deps.db.for(key.organizationId)(trx => eraseWithin(deps, trx, { ...key, parts, erasureId, locale }))
  )
}

/** As a card's button asks: pressed twice, or on two devices, it is one erasure. @returns undefined when it was done before. */
export const eraseOnce = async (
  deps: Deps,
  parts: readonly Part[],
  { erasureId, ...leaving }: Leaving & { readonly erasureId: string }
): Promise<Erased | undefined> => {
  const locale = await localeOfPerson(deps, leaving)
  return insisting(() =>
    deps.db.for(leaving.organizationId)(async trx => {
      for (const part of parts) await part.takeTurn(trx, leaving)
      if (await store.findErasure(trx, leaving.organizationId, erasureId)) return undefined
      return eraseWithin(deps, trx, { ...leaving, parts, erasureId, locale })
    })
  )
}

const DEADLOCK = '40P01'
const TRIES = 5

/** Whoever seals at this moment may hold a row of theirs and wait for the key: the database ends one of the two, and nothing is done. */
async function insisting<T>(work: () => Promise<T>, tries = TRIES): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (tries <= 1 || !(error instanceof Error) || !('code' in error) || error.code !== DEADLOCK) throw error
    return insisting(work, tries - 1)
  }
}

type Erasing = Leaving & {
  readonly parts: readonly Part[]
  readonly erasureId: string
  readonly locale: string | undefined
}

async function eraseWithin(deps: Deps, trx: Trx, { parts, erasureId, locale, ...key }: Erasing): Promise<Erased> {
  const { organizationId, personId } = key
  for (const part of parts) await part.takeTurn(trx, key)
  await destroyKey(trx, key)
  const counts: Count[] = []
  for (const part of parts) counts.push(...(await part.erase(deps, trx, key)))
  const { goes: gone } = summed(counts)
  const at = deps.now()
  await store.insertErasure(trx, { organization_id: organizationId, id: erasureId, person_id: personId, at })
  const title = privacyWords(languageOf(locale)).erased
  const detail = { erasureId, gone: Object.fromEntries(gone.map(({ section, count }) => [section, count])) }
  await writeReceipt(trx, deps, { organizationId, personId, kind: 'person.erased', title, detail })
  await record(trx, deps, { organizationId, personId, action: 'person.erased', actor: personId, detail: { erasureId } })
  if (deps.config.ERASURE_JOURNAL)
    await deps.queue.enqueue(trx, journalJob.job({ organizationId, erasureId }, { key: erasureId }))
  return { erasureId, at, gone }
}

/** After a restore: what the journal has and the database has not is erased once more. @returns whether it was. */
export async function replayErasure(
  deps: Deps,
  parts: readonly Part[],
  { erasureId, ...key }: PersonKey & { readonly erasureId: string }
): Promise<boolean> {
  const locale = await localeOfPerson(deps, key)
  return deps.db.for(key.organizationId)(async trx => {
    if (await store.findErasure(trx, key.organizationId, erasureId)) return false
    await eraseWithin(deps, trx, { ...key, surface: 'tab', parts, erasureId, locale })
    return true
  })
}
