/** What a mail's links carry: sealed, for one person and one answer, for a while. Whoever forwards the mail forwards no more than that. */
import { z } from 'zod'
import { createSealer } from '../platform/crypto.ts'
import type { Deps } from '../platform/deps.ts'
import { after, DAY } from '../platform/time.ts'

/** Longer than a nudge is worth answering; stopping mail has no end. */
const ANSWERS_LIVE = 30 * DAY

const about = { o: z.string(), p: z.string() }
const linkSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('nudge'),
    ...about,
    nudgeId: z.string(),
    answer: z.enum(['done', 'next_week', 'not_relevant', 'pause', 'stop']),
    until: z.number()
  }),
  z.object({
    kind: z.literal('plan'),
    ...about,
    planId: z.string(),
    answer: z.enum(['kept', 'missed']),
    until: z.number()
  }),
  z.object({ kind: z.literal('stop'), ...about })
])
export type MailLink = z.output<typeof linkSchema>

const CONTEXT = 'mail-link'

type Keys = Pick<Deps, 'config'>

const sealerOf = ({ config }: Keys) => createSealer(config.COOKIE_KEYS, CONTEXT)

export const untilFrom = (deps: Pick<Deps, 'realNow'>): number => after(deps.realNow(), ANSWERS_LIVE).getTime()

export const linkTo = (deps: Keys, link: MailLink): string =>
  `${deps.config.PUBLIC_URL}/mail/${sealerOf(deps).seal(CONTEXT, JSON.stringify(link))}`

/** Undefined for what we did not seal, or what has ended. */
export function readLink(deps: Keys & Pick<Deps, 'realNow'>, sealed: string): MailLink | undefined {
  const opened = sealerOf(deps).open(CONTEXT, sealed)
  const parsed = linkSchema.safeParse(opened === undefined ? undefined : JSON.parse(opened))
  if (!parsed.success) return undefined
  const link = parsed.data
  return link.kind !== 'stop' && link.until < deps.realNow().getTime() ? undefined : link
}
