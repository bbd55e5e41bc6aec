/**
 * Codes that this process handed out a moment ago, each with its grant and session: the app comes for its tokens at once. What
 * counts is still the row, which has to be there, unused, when the code is consumed.
 */
import type { Deps } from '../platform/deps.ts'
import { SECOND } from '../platform/time.ts'
import type { Lookup, PayloadKey, PayloadRow, StoredPayload } from './store-payloads.ts'

/** As one request deals with them. */
export type FreshCodes = {
  /** The code and what is asked for next. Once: whoever asks again is answered by the database. */
  take(lookup: Omit<Lookup, 'at'>): readonly StoredPayload[] | undefined
  /** @param known what the request has read or saved. */
  keep(saved: readonly PayloadRow[], known: Iterable<StoredPayload | undefined>): void
  /** The grants of those among the keys that were taken from here. */
  grantsOf(keys: readonly PayloadKey[]): readonly string[]
}

const CODE = 'AuthorizationCode'
const FRESH_MS = 10 * SECOND
const MOST = 2000

export function createFreshCodes({ realNow }: Pick<Deps, 'realNow'>): () => FreshCodes {
  const kept = new Map<string, { readonly rows: readonly StoredPayload[]; readonly at: number }>()
  const isOld = (at: number): boolean => realNow().getTime() - at > FRESH_MS
  const forget = (): void => {
    for (const [id, { at }] of kept) {
      if (!isOld(at) && kept.size < MOST) return
      kept.delete(id)
    }
  }
  return () => {
    const taken = new Map<string, string>()
    return {
      take: ({ model, by, value: id }) => {
        const found = model === CODE && by === 'id' ? kept.get(id) : undefined
        if (!found) return undefined
        kept.delete(id)
        if (isOld(found.at)) return undefined
        taken.set(id, String(found.rows[0]?.payload['grantId']))
        return found.rows
      },
      keep: (saved, known) => {
        forget()
        for (const code of saved.filter(({ model }) => model === CODE)) {
          const relatives = [...known].flatMap(row => (row && isRelative(code, row) ? [row] : []))
          kept.set(code.id, { rows: [{ ...code, consumedAt: null }, ...relatives], at: realNow().getTime() })
        }
      },
      grantsOf: keys => keys.flatMap(({ model, id }) => (model === CODE ? (taken.get(id) ?? []) : []))
    }
  }
}

const isRelative = ({ payload: code }: PayloadRow, { model, id, payload }: StoredPayload): boolean =>
  (model === 'Grant' && id === code['grantId']) || (model === 'Session' && payload['uid'] === code['sessionUid'])
