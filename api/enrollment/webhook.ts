/** What the learning site tells by signed webhooks: any order, any number of times. */
import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { getLearningSite, type LearningSite } from '../organizations/organizations.ts'
import type { Trx } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { enrollmentIn } from './progress.ts'
import { saveNews } from './found.ts'
import { noteName } from './renamed.ts'
import { toSignedUp } from './sign-up-news.ts'
import { findWatched, hearLearners } from './sign-ups.ts'
import { peopleOfLearners, takeWebhook } from './store.ts'
import { thinkificUserSchema, toSiteLearner } from './thinkific-learners.ts'

const envelopeSchema = z.object({
  id: z.string().max(200),
  resource: z.string(),
  action: z.string(),
  created_at: z.iso.datetime({ offset: true }).nullish(),
  payload: z.unknown()
})
export type Envelope = z.output<typeof envelopeSchema>

export type Taken = 'taken' | 'repeated' | 'ignored' | 'refused' | 'unreadable'

type Delivery = {
  readonly organizationId: string
  /** Raw bytes as they came: the signature covers them, not what they parse to. */
  readonly body: Buffer
  readonly signature: string
  /** As the site names itself. The signature does not cover it: it is a hint for an admin and nothing else. */
  readonly subdomain: string | undefined
}

export async function takeDelivery(
  deps: Deps,
  { organizationId, body, signature, subdomain }: Delivery
): Promise<Taken> {
  const site = await getLearningSite(deps, organizationId)
  if (!site || !isSigned(body, signature, site.apiKey)) return 'refused'
  const envelope = envelopeSchema.safeParse(parseJson(body))
  if (!envelope.success) return 'unreadable'
  const taken = await take(deps, organizationId, envelope.data)
  // A repeated one may be an old one, played again with another name.
  if (taken !== 'repeated' && taken !== 'unreadable') await noteName(deps, { organizationId, site, subdomain })
  return taken
}

async function take(deps: Deps, organizationId: string, envelope: Envelope): Promise<Taken> {
  switch (envelope.resource) {
    case 'enrollment':
      return takeProgress(deps, organizationId, envelope)
    case 'user':
      return takeLearner(deps, organizationId, envelope)
    default:
      return 'ignored'
  }
}

async function takeProgress(deps: Deps, organizationId: string, envelope: Envelope): Promise<Taken> {
  const news = enrollmentIn(envelope, deps.now())
  if (news === undefined || news === 'unreadable') return news ?? 'ignored'
  return deps.db.for(organizationId)(async trx => {
    const personId = (await peopleOfLearners(trx, organizationId, [news.userId])).get(news.userId)
    // Not stored: once the account is linked, the site's own repetition or the sweep brings it.
    if (!personId) return 'ignored'
    return once(deps, trx, { organizationId, envelope }, () => saveNews(trx, { deps, organizationId, personId }, news))
  })
}

/** Who signs up tells their e-mail and proves nothing: see `take-in.ts`. */
async function takeLearner(deps: Deps, organizationId: string, envelope: Envelope): Promise<Taken> {
  const watched = await findWatched(deps, organizationId)
  if (!watched || !['signup', 'updated'].includes(envelope.action)) return 'ignored'
  const user = thinkificUserSchema.safeParse(envelope.payload)
  if (!user.success) return 'unreadable'
  const toldAt = envelope.created_at ? new Date(envelope.created_at) : deps.now()
  // A sign-up is now; an update says nothing of when.
  const learner = toSignedUp(toSiteLearner(user.data), envelope.action === 'signup' ? toldAt : new Date(0))
  return deps.db.for(organizationId)(trx =>
    once(deps, trx, { organizationId, envelope }, () =>
      hearLearners(deps, trx, watched, { learners: [learner], by: 'webhook', toldAt })
    )
  )
}

type Once = { readonly organizationId: string; readonly envelope: Envelope }

/** Webhooks carry no moment of sending: only the kept id tells a repetition. */
async function once(
  deps: Deps,
  trx: Trx,
  { organizationId, envelope }: Once,
  act: () => Promise<unknown>
): Promise<Taken> {
  if (!(await takeWebhook(trx, organizationId, envelope.id, deps.now()))) return 'repeated'
  await act()
  return 'taken'
}

function isSigned(body: Buffer, signature: string, key: LearningSite['apiKey']): boolean {
  const wanted = createHmac('sha256', key).update(body).digest()
  const given = Buffer.from(signature, 'hex')
  return given.length === wanted.length && timingSafeEqual(given, wanted)
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    return undefined
  }
}
