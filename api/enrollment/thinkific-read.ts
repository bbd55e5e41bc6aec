/** How answers of Thinkific's Admin API are read: shapes that are checked, lists that come in pages. */
import { z } from 'zod'
import { SiteError } from './problems.ts'
import type { Answer, SiteCall } from './thinkific-call.ts'

export type Call = (call: SiteCall) => Promise<Answer>

/** The most that the vendor lists at once. */
export const PAGE = 250

export const moment = z.iso.datetime({ offset: true }).nullish()

export const pageOf = <S extends z.ZodType>(item: S) =>
  z.object({
    items: z.array(item),
    meta: z.object({
      pagination: z.object({
        next_page: z.number().nullable(),
        total_pages: z.number().nullish(),
        total_items: z.number().nullish()
      })
    })
  })

/** @throws SiteError `unexpected` */
export function read<S extends z.ZodType>(schema: S, answer: Answer): z.output<S> {
  const parsed = schema.safeParse(answer.body)
  if (parsed.success) return parsed.data
  throw new SiteError('unexpected', `The site answered ${answer.status} in a shape that is not documented`)
}

type Listed<S> = { readonly path: string; readonly schema: S }

/** Every page; undefined where there is nothing to list. @throws SiteError */
export async function listAll<S extends z.ZodType>(
  call: Call,
  { path, schema }: Listed<S>
): Promise<readonly z.output<S>[] | undefined> {
  const found: z.output<S>[] = []
  for (let page: number | undefined = 1; page !== undefined;) {
    const answer: Answer = await call({ method: 'GET', path: `${path}?page=${page}&limit=${PAGE}` })
    if (answer.status === 404) return undefined
    const { items, meta }: z.output<ReturnType<typeof pageOf<S>>> = read(pageOf(schema), answer)
    found.push(...items)
    page = meta.pagination.next_page ?? undefined
  }
  return found
}
