/** How answers of Thinkific are read. */
import { z } from 'zod'
import { SiteError } from './problems.ts'
import type { Answer, SiteCall } from './thinkific-call.ts'

export type Call = (call: SiteCall) => Promise<Answer>

/** The most that the vendor lists at once. */
export const PAGE = 250

export const pageOf = <S extends z.ZodType>(item: S) =>
  z.object({
    items: z.array(item),
    meta: z.object({
      pagination: z.object({ next_page: z.number().nullable(), total_pages: z.number().nullish() })
    })
  })

/** @throws SiteError `unexpected` */
export function read<S extends z.ZodType>(schema: S, answer: Answer): z.output<S> {
  const parsed = schema.safeParse(answer.body)
  if (parsed.success) return parsed.data
  throw new SiteError('unexpected', `The site answered ${answer.status} in a shape that is not documented`)
}
