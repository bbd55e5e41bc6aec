/** Cursor pages as WorkOS has them: `before`, `after`, `limit` ≤ 100, `order`. */
import type { Request } from 'express'

const DEFAULT_LIMIT = 10
const MOST = 100

export function listPage<T extends { readonly id: string }>(items: readonly T[], req: Request) {
  const { after, before } = req.query
  const limit = Math.min(MOST, Math.max(1, Number(req.query['limit'] ?? DEFAULT_LIMIT) || DEFAULT_LIMIT))
  const ordered = items.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  // A cursor stays a place in the order when what it named is gone.
  const descending = (req.query['order'] ?? 'desc') !== 'asc'
  if (descending) ordered.reverse()
  const isPast = (id: string): boolean => (descending ? id < String(after) : id > String(after))
  const next = after ? ordered.findIndex(({ id }) => isPast(id)) : 0
  const from = next < 0 ? ordered.length : next
  const until = before ? ordered.findIndex(({ id }) => id === before) : ordered.length
  const data = before ? ordered.slice(Math.max(0, until - limit), until) : ordered.slice(from, from + limit)
  const last = data.at(-1)
  const more = last !== undefined && ordered.indexOf(last) < ordered.length - 1
  return {
    object: 'list',
    data,
    list_metadata: { before: from > 0 ? (data[0]?.id ?? null) : null, after: more ? last.id : null }
  }
}
