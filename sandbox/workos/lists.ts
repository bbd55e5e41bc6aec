/** Cursor pages as WorkOS has them: `before`, `after`, `limit` ≤ 100, `order`. */
import type { Request } from 'express'

const DEFAULT_LIMIT = 10
const MOST = 100

type Item = { readonly id: string }

/** @param items in the order of their ids. A cursor stays a place in the order when what it named is gone. */
export function listPage<T extends Item>(
  items: readonly T[],
  req: Request,
  matches: (item: T) => boolean = () => true
) {
  const { after, before } = req.query
  const limit = Math.min(MOST, Math.max(1, Number(req.query['limit'] ?? DEFAULT_LIMIT) || DEFAULT_LIMIT))
  const descending = (req.query['order'] ?? 'desc') !== 'asc'
  const backward = Boolean(before)
  const rising = descending === backward
  const cursor = before ?? after
  const found = walk(items, {
    from: cursor === undefined ? undefined : String(cursor),
    rising,
    matches,
    most: limit + 1
  })
  const some = found.slice(0, limit)
  const data = backward ? some.toReversed() : some
  const more = found.length > limit
  return {
    object: 'list',
    data,
    list_metadata: {
      before: (backward ? more : cursor !== undefined) ? (data[0]?.id ?? null) : null,
      after: (backward ? true : more) ? (data.at(-1)?.id ?? null) : null
    }
  }
}

type Walk<T> = {
  /** The id to start beyond. */
  readonly from: string | undefined
  readonly rising: boolean
  readonly matches: (item: T) => boolean
  readonly most: number
}

function walk<T extends Item>(items: readonly T[], { from, rising, matches, most }: Walk<T>): readonly T[] {
  const found: T[] = []
  const step = rising ? 1 : -1
  const edge = rising ? 0 : items.length - 1
  for (let at = from === undefined ? edge : beyond(items, from, rising); found.length < most; at += step) {
    const item = items[at]
    if (!item) break
    if (matches(item)) found.push(item)
  }
  return found
}

/** The place of the first item past this id, in either direction. */
function beyond(items: readonly Item[], id: string, rising: boolean): number {
  let low = 0
  let high = items.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const there = items[middle]?.id ?? ''
    if (rising ? there <= id : there < id) low = middle + 1
    else high = middle
  }
  return rising ? low : low - 1
}
