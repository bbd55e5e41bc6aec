/** What holds now for a delivery that went down the ladder: judged anew at every attempt. */
import { agreementOf, loadDelivery, type Delivery, type Intent, reachSettingsOf } from '../channels/channels.ts'
import { loadPlan } from '../coach/coach.ts'
import type { ReachSettings } from '../contract/reach.ts'
import { getPerson, type Person } from '../directory/directory.ts'
import { microsoftAccountsOf } from '../identity/identity.ts'
import { loadNudge, preferencesOf, readingOf } from '../nudges/nudges.ts'
import { getOrganization, type Organization } from '../organizations/organizations.ts'
import type { Deps } from '../platform/deps.ts'
import { ProblemError } from '../platform/errors.ts'
import type { Account } from '../vendors/graph-app.ts'
import type { Content } from './compose-mail.ts'

export type Ground = {
  readonly organizationId: string
  readonly deliveryId: string
  readonly personId: string
  readonly nudgeId: string | undefined
  readonly person: Person
  readonly organization: Organization
  readonly settings: ReachSettings
  readonly account: Account | undefined
  readonly content: Content
  /** In which they read. */
  readonly locale: string
}

type Key = { readonly organizationId: string; readonly deliveryId: string }

export type Standing =
  | { readonly kind: 'go'; readonly ground: Ground }
  /** It is not wanted any more. */
  | { readonly kind: 'over'; readonly personId: string; readonly nudgeId: string | undefined }
  | { readonly kind: 'none' }

export async function groundOf(deps: Deps, key: Key): Promise<Standing> {
  const found = await loadDelivery(deps, key)
  if (found?.state !== 'unreachable' || found.delivery.to.kind !== 'person') return { kind: 'none' }
  const { personId } = found.delivery.to
  const { intent } = found.delivery
  const nudgeId = nudgeIdOf(intent)
  const ground = await judge(deps, { ...found.delivery, personId })
  return ground ? { kind: 'go', ground } : { kind: 'over', personId, nudgeId }
}

const nudgeIdOf = (intent: Intent): string | undefined => ('nudgeId' in intent ? intent.nudgeId : undefined)

type Wanted = Pick<Delivery, 'organizationId' | 'deliveryId' | 'intent'> & { readonly personId: string }

async function judge(deps: Deps, wanted: Wanted): Promise<Ground | undefined> {
  const { organizationId, deliveryId, intent, personId } = wanted
  const person = await getPerson(deps, organizationId, personId)
  if (person?.state !== 'active' || !person.access) return undefined
  if (!(await mayHear(deps, wanted))) return undefined
  const content = await contentOf(deps, wanted)
  if (!content) return undefined
  const organization = await getOrganization(deps, organizationId)
  const settings = await reachSettingsOf(deps, organizationId)
  const accounts = await deps.db.for(organizationId)(trx =>
    microsoftAccountsOf(trx, organization, [{ personId, objectId: undefined }])
  )
  const account = accounts.get(personId)
  const nudgeId = nudgeIdOf(intent)
  const { locale } = await readingOf(deps, { person, organization })
  return { organizationId, deliveryId, personId, nudgeId, person, organization, settings, account, content, locale }
}

/** Nothing but the question itself comes before an agreement, and nothing after a no or a stop. */
async function mayHear(deps: Deps, { organizationId, personId, intent }: Wanted): Promise<boolean> {
  const agreement = await agreementOf(deps, organizationId, personId)
  if (intent.kind === 'agreement') return agreement === 'none'
  if (agreement !== 'given') return false
  const { stopped, pausedUntil } = await preferencesOf(deps, { organizationId, personId })
  // Who pauses while it is on its way does not hear it now; it is not kept for later.
  return !stopped && !pausedUntil
}

async function contentOf(deps: Deps, { organizationId, personId, intent }: Wanted): Promise<Content | undefined> {
  const key = { organizationId, personId }
  try {
    switch (intent.kind) {
      case 'agreement':
        return { kind: 'welcome' }
      case 'nudge': {
        const nudge = await loadNudge(deps, { ...key, nudgeId: intent.nudgeId })
        return nudge.state === 'queued' ? { kind: 'nudge', nudge } : undefined
      }
      case 'followUp': {
        const plan = await loadPlan(deps, { ...key, planId: intent.planId })
        return plan.state === 'open' ? { kind: 'followUp', planId: intent.planId } : undefined
      }
      default:
        return undefined
    }
  } catch (error) {
    if (error instanceof ProblemError && error.code === 'not_found') return undefined
    throw error
  }
}
