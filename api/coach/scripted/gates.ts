/** Which languages the coach is offered in: those whose measured figures stay within the limits. `npm run bench -- coaching --write` measures. */
import { z } from 'zod'
import type { Locale } from '../words.ts'
import measured from './gates.json' with { type: 'json' }

const gatesSchema = z.object({
  /** Of the engine's sources at the time of measuring; a test holds it against the present ones. */
  sources: z.string(),
  languages: z.record(
    z.enum(['en', 'es']),
    z.object({ passed: z.boolean(), figures: z.record(z.string(), z.number()) })
  )
})

const gates = gatesSchema.parse(measured)

export const offeredLanguages = (): readonly Locale[] =>
  (Object.keys(gates.languages) as Locale[]).filter(locale => gates.languages[locale].passed)
export const measuredSources = gates.sources
