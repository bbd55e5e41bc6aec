/** What people wrote is said before any engine is heard: danger, a worry about somebody, routes, the way back after a pause. */
import type { Organization } from '../../organizations/organizations.ts'
import type { Trx } from '../../platform/database.ts'
import type { Locale } from '../words.ts'
import { assess, type Assessment } from './assess.ts'
import { acuteText, otherText, routesText, safetyWords, type Ground } from './cards.ts'
import { resume } from './pause.ts'
import { policyWithin } from './policy.ts'
import * as store from './store.ts'

export { assessTogether } from './together.ts'
export { hear, hintsAtDanger, type Heard } from './assess.ts'

/** Acute danger, or somebody to worry about: heard wherever it is typed. */
export const soundsLikeCrisis = (text: string): boolean => ['acute', 'other'].includes(assess(text).kind)

export type Written = { readonly kind: 'crisis' | 'human'; readonly text: string }

export type Meeting = {
  readonly organizationId: string
  readonly personId: string
  readonly text: string
  readonly found: Assessment
  readonly organization: Organization
  /** Where the person is, when it is known. */
  readonly country: string | undefined
  readonly locale: Locale
  /** Before the agreement nothing is kept about them, not even a pause. */
  readonly agreed: boolean
  /** What people's words said to them lately: routes are not said twice. */
  readonly toldLately: () => Promise<readonly string[]>
  readonly at: Date
}

async function groundOf(trx: Trx, { organizationId, organization, country, locale }: Meeting): Promise<Ground> {
  const { lines, routes } = await policyWithin(trx, organizationId)
  return { lines: [...lines, ...organization.crisisLines], routes, country: country ?? organization.country, locale }
}

/** Where nothing is kept, not even a pause. @returns nothing when the engine may answer. */
export async function wordsOfPeople(trx: Trx, meeting: Meeting): Promise<Written | undefined> {
  return (await answerOfPeople(trx, { ...meeting, agreed: false })) ?? offerRoutes(trx, meeting)
}

/** @returns nothing when the engine may answer. */
export async function answerOfPeople(trx: Trx, meeting: Meeting): Promise<Written | undefined> {
  const { found, agreed } = meeting
  if (found.kind === 'acute') {
    const text = acuteText(found.languages, await groundOf(trx, meeting))
    if (agreed) await store.savePause(trx, { ...meeting, state: 'paused' })
    return { kind: 'crisis', text }
  }
  if (found.kind === 'other') return { kind: 'human', text: otherText(found.languages, await groundOf(trx, meeting)) }
  if (!agreed) return undefined
  return (await afterPause(trx, meeting)) ?? offerRoutes(trx, meeting)
}

async function afterPause(trx: Trx, meeting: Meeting): Promise<Written | undefined> {
  const state = await store.lockPause(trx, meeting)
  if (!state) return undefined
  const words = safetyWords(meeting.locale)
  const { kind } = resume(state, meeting.text)
  switch (kind) {
    case 'ask':
      await store.savePause(trx, { ...meeting, state: 'asked' })
      return { kind: 'human', text: words.ask }
    case 'rest':
      await store.savePause(trx, { ...meeting, state: 'paused' })
      return { kind: 'human', text: words.rest }
    case 'welcome':
      await store.deletePause(trx, meeting)
      return { kind: 'human', text: words.welcome }
    case 'goOn':
      await store.deletePause(trx, meeting)
      return undefined
  }
}

async function offerRoutes(trx: Trx, meeting: Meeting): Promise<Written | undefined> {
  if (meeting.found.kind !== 'route') return undefined
  const text = routesText(meeting.found.topics, await groundOf(trx, meeting))
  return (await meeting.toldLately()).includes(text) ? undefined : { kind: 'human', text }
}
