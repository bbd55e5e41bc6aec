/** What the Admin API answers with: pages, refusals and their two shapes; and how bodies are read. */
import type { Request, Response } from 'express'

const DEFAULT_LIMIT = 25
const MOST = 250

export type Problems = Readonly<Record<string, readonly string[]>>
/** The examples show an object of fields; the schema says a list. Clients must bear both. */
export type ErrorShape = 'object' | 'list'

export function refuse(res: Response, problems: Problems, shape: ErrorShape): void {
  const errors = shape === 'object' ? problems : Object.entries(problems).map(([field, texts]) => ({ [field]: texts }))
  res.status(422).json({ errors })
}

export const missing = (res: Response, what: string): void => void res.status(404).json({ error: `${what} not found` })

export function paginate(req: Request, res: Response, items: readonly unknown[]): void {
  const page = Math.max(1, Number(req.query['page'] ?? 1) || 1)
  const limit = Math.min(MOST, Math.max(1, Number(req.query['limit'] ?? DEFAULT_LIMIT) || DEFAULT_LIMIT))
  const pages = Math.max(1, Math.ceil(items.length / limit))
  res.json({
    items: items.slice((page - 1) * limit, page * limit),
    meta: {
      pagination: {
        current_page: page,
        next_page: page < pages ? page + 1 : null,
        prev_page: page > 1 ? page - 1 : null,
        total_pages: pages,
        total_items: items.length,
        entries_info: `${items.length} entries`
      }
    }
  })
}

export const asRecord = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {}

export const blank = (field: string, value: unknown): Problems =>
  typeof value === 'string' && value.trim() ? {} : { [field]: ["can't be blank"] }

export const text = (body: Record<string, unknown>, field: 'first_name' | 'last_name') =>
  typeof body[field] === 'string' ? { [field]: body[field] } : {}

export const date = (value: unknown): string | null =>
  typeof value === 'string' && value ? new Date(value).toISOString() : null

/** Refusals for dates that are none; empty when both can be read. */
export const badDates = (body: Record<string, unknown>): Problems =>
  Object.fromEntries(
    ['activated_at', 'expiry_date']
      .filter(field => body[field] && Number.isNaN(Date.parse(String(body[field]))))
      .map(field => [field, ['is not a valid date']])
  )
