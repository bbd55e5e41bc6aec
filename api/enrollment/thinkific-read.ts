/** How answers of Thinkific's Admin API are read: shapes that are checked, lists that come in pages. */
import { z } from 'zod'
import { SiteError } from './problems.ts'
import type { Answer, SiteCall } from './thinkific-call.ts'

export type Call = (call: SiteCall) => Promise<Answer>

/** The most a page may hold. */
export const PAGE = 250
/** Of CI as the site's provider; accounts are found by it and CI's subject. */
export const PROVIDER = 'OPENID_CONNECT'

export const moment = z.iso.datetime({ offset: true }).nullish()

export const pageOf = <S extends z.ZodType>(item: S) =>
  z.object({
    items: z.array(item),
    meta: z.object({
      pagination: z.object({ next_page: z.number().nullable(), total_items: z.number().nullish() })
    })
  })

/** @throws SiteError `unexpected`. */
export function read<S extends z.ZodType>(schema: S, answer: Answer): z.output<S> {
  const parsed = schema.safeParse(answer.body)
  if (parsed.success) return parsed.data
  throw new SiteError('unexpected', `The site answered ${answer.status} in a shape that is not documented`)
}

type Page<T> = {
  readonly items: T[]
  readonly meta: { readonly pagination: { readonly next_page: number | null } }
}

/** Every page. @throws SiteError */
export async function listAll<T>(call: Call, path: string, schema: z.ZodType<Page<T>>): Promise<readonly T[]> {
  const found: T[] = []
  for (let page: number | undefined = 1; page !== undefined;) {
    const answer: Page<T> = read(schema, await call({ method: 'GET', path: `${path}?page=${page}&limit=${PAGE}` }))
    found.push(...answer.items)
    page = answer.meta.pagination.next_page ?? undefined
  }
  return found
}
