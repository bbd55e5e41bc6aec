/** Words of danger in a plan, or beside an answer, are met as in a message: people's words before anything is kept. */
import { agreementOf } from '../channels/channels.ts'
import type { Deps } from '../platform/deps.ts'
import { isDanger } from './by-people.ts'
import { languageOf, whoSpeaks } from './hearing.ts'
import { answerOfPeople, assessTogether, hear, storedPause, type Written } from './safety/safety.ts'
import type { Key } from './store-messages.ts'

type PlanTyped = { readonly cue?: string | undefined; readonly action?: string | undefined }

/** @returns nothing when the plan is a plan. A matter with routes of its own is one: who to talk to is what people plan. */
export const dangerInPlan = (deps: Deps, key: Key, { cue, action }: PlanTyped): Promise<Written | undefined> =>
  dangerIn(deps, key, [cue, action].filter(part => part !== undefined).join('. '))

export async function dangerIn(deps: Deps, key: Key, text: string): Promise<Written | undefined> {
  if (text === '') return undefined
  const [who, agreement] = await Promise.all([
    whoSpeaks(deps, key),
    agreementOf(deps, key.organizationId, key.personId)
  ])
  const agreed = agreement === 'given'
  const locale = languageOf(who)
  const classifier = agreed ? deps.classifier : undefined
  const found = await assessTogether(deps, { heard: hear(text), earlier: [], classifier, language: locale })
  if (!isDanger(found)) return undefined
  const country = who.person.country ?? undefined
  return deps.db.for(key.organizationId)(trx => {
    const pause = agreed ? storedPause(trx, { ...key, at: deps.now() }) : undefined
    return answerOfPeople(trx, { ...key, ...who, text, found, country, locale, pause, toldLately: async () => [] })
  })
}
