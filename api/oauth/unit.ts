/** One request's dealings with the provider's storage: read once, remembered, and kept by a single statement at the end. */
import { AsyncLocalStorage } from 'node:async_hooks'
import type { Deps } from '../platform/deps.ts'
import { after, SECOND } from '../platform/time.ts'
import {
  findPayloads,
  isEmpty,
  keepChanges,
  type Lookup,
  type PayloadKey,
  type PayloadRow,
  type SpentKey,
  type StoredPayload
} from './store-payloads.ts'
import type { FreshCodes } from './fresh-codes.ts'
import type { SealedInteractions } from './sealed-interaction.ts'

type UnitDeps = Pick<Deps, 'db' | 'realNow'>
/** The browser that asks. */
type Visitor = {
  readonly device: string | undefined
  readonly interactions: SealedInteractions
  readonly codes: FreshCodes
}

export type Unit = {
  find(lookup: Omit<Lookup, 'at'>): Promise<StoredPayload | undefined>
  save(row: PayloadRow): void
  remove(key: PayloadKey): void
  removeGrant(grantId: string): void
  /** Takes effect with the rest; whether this request was the first shows then. */
  consume(key: PayloadKey): void
  /** Takes effect with the rest, once and for all: of what is kept elsewhere, such as by the browser. */
  spend(key: PayloadKey, expiresAt: Date): void
  /** @returns false when something was consumed, spent or signed out by another request before: nothing of this one is kept then. */
  keep(): Promise<boolean>
  /** By the database's clock: whatever comes of this request counts as made then. */
  readonly began: Date
  readonly visitor: Visitor | undefined
}

const current = new AsyncLocalStorage<Unit>()

/** The unit of the request in hand; outside of one, each call stands for itself. */
export const currentUnit = (): Unit | undefined => current.getStore()

export const inUnit = <T>(unit: Unit, work: () => Promise<T>): Promise<T> => current.run(unit, work)

/** How long a person who was found active counts as such without another look. */
export const ACCOUNT_MS = SECOND
/** A request may go by a look at its person that is this much older than itself: what is held, and the look's own time. */
export const LOOKED_MS = ACCOUNT_MS + SECOND

export async function openUnit({ db, realNow }: UnitDeps, visitor?: Visitor): Promise<Unit> {
  const began = await db.now()
  const since = after(began, -LOOKED_MS)
  const known = new Map<string, StoredPayload | undefined>()
  const saved = new Map<string, PayloadRow>()
  const removed = new Map<string, PayloadKey>()
  const consumed = new Map<string, PayloadKey>()
  const spent = new Map<string, SpentKey>()
  const removedGrants = new Set<string>()
  /** Sessions that were there. */
  const found = new Map<string, PayloadKey>()
  const load = async (lookup: Omit<Lookup, 'at'>): Promise<StoredPayload | undefined> => {
    const rows =
      visitor?.codes.take(lookup) ??
      (await db.statement(statement => findPayloads(statement, { ...lookup, at: realNow() })))
    for (const row of rows) if (!known.has(nameOf(row))) known.set(nameOf(row), row)
    for (const row of rows) if (row.model === 'Session') found.set(nameOf(row), row)
    const [first] = rows
    return first?.model === lookup.model ? known.get(nameOf(first)) : undefined
  }
  /** A code that another process took before, which only its row could tell: what it gave ends, as when it is read as used. */
  const endUsed = async (removedGrants: readonly string[]): Promise<void> => {
    if (removedGrants.length > 0)
      await db.statement(statement => keepChanges(statement, { ...NO_CHANGES, since, began, removedGrants }, realNow()))
  }
  return {
    began,
    visitor,
    find: async lookup => {
      const { model, by, value } = lookup
      if (by === 'id' && known.has(nameOf({ model, id: value }))) return known.get(nameOf({ model, id: value }))
      const here = [...known.values()].find(row => by === 'uid' && row?.model === model && row.payload['uid'] === value)
      return here ?? load(lookup)
    },
    save: row => {
      removed.delete(nameOf(row))
      saved.set(nameOf(row), row)
      known.set(nameOf(row), { ...row, consumedAt: null })
    },
    remove: key => {
      saved.delete(nameOf(key))
      removed.set(nameOf(key), key)
      known.set(nameOf(key), undefined)
    },
    removeGrant: grantId => {
      removedGrants.add(grantId)
      for (const [name, row] of known) if (row?.payload['grantId'] === grantId) known.set(name, undefined)
      for (const [name, row] of saved) if (row.payload['grantId'] === grantId) saved.delete(name)
    },
    consume: key => {
      consumed.set(nameOf(key), key)
      const row = known.get(nameOf(key))
      if (row) known.set(nameOf(key), { ...row, consumedAt: realNow() })
    },
    spend: (key, expiresAt) => void spent.set(nameOf(key), { ...key, expiresAt }),
    keep: async () => {
      const changes = {
        since,
        began,
        saved: [...saved.values()],
        removed: [...removed.values()],
        removedGrants: [...removedGrants],
        consumed: [...consumed.values()],
        spent: [...spent.values()],
        // What only ends a session may find it ended.
        held:
          saved.size === 0
            ? []
            : [...found].filter(([name]) => saved.has(name) || removed.has(name)).map(([, key]) => key)
      }
      for (const part of [saved, removed, removedGrants, consumed, spent, found]) part.clear()
      if (isEmpty(changes)) return true
      const kept = await db.statement(statement => keepChanges(statement, changes, realNow()))
      if (kept) visitor?.codes.keep(changes.saved, known.values())
      else await endUsed(visitor?.codes.grantsOf(changes.consumed) ?? [])
      return kept
    }
  }
}

const NO_CHANGES = { saved: [], removed: [], removedGrants: [], consumed: [], spent: [], held: [] } as const

const nameOf = ({ model, id }: PayloadKey): string => `${model} ${id}`
