/** What people wrote is said before any engine is heard: danger, a worry about somebody, routes, the way back after a pause. */
import type { Organization } from '../../organizations/organizations.ts'
import type { Trx } from '../../platform/database.ts'
import type { Locale } from '../words.ts'
import { assess, type Assessment } from './assess.ts'
import { acuteText, otherText, routesText, safetyWords, type Ground } from './cards.ts'
import { resume, type PauseState } from './pause.ts'
import { policyWithin } from './policy.ts'
import * as store from './store.ts'

export { emergencyLines, linesFor, safetyWords } from './cards.ts'
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
  /** Before the agreement nothing is kept about them, not even a pause: then there is none. */
  readonly pause: Pause | undefined
  /** What people's words said to them lately: routes are not said twice. */
  readonly toldLately: () => Promise<readonly string[]>
}

/** What is remembered of a card about danger until the person goes on. */
export type Pause = {
  load(): Promise<PauseState | undefined>
  save(state: PauseState): Promise<void>
  end(): Promise<void>
}

/** One row while it lasts, on every device. */
export const storedPause = (
  trx: Trx,
  key: { readonly organizationId: string; readonly personId: string; readonly at: Date }
): Pause => ({
  load: () => store.lockPause(trx, key),
  save: state => store.savePause(trx, { ...key, state }),
  end: () => store.deletePause(trx, key)
})

/** Carried by a session that leaves no trace, and by nothing else; one that is stored is minded, and left as it is. */
export type CarriedPause = PauseState | 'over' | undefined

export function carriedPause(
  trx: Trx,
  key: { readonly organizationId: string; readonly personId: string },
  before: CarriedPause
): Pause & { readonly now: () => CarriedPause } {
  let state = before
  return {
    load: async () => (state === 'over' ? undefined : (state ?? (await store.findPause(trx, key)))),
    save: async next => void (state = next),
    end: async () => void (state = 'over'),
    now: () => state
  }
}

type Place = Pick<Meeting, 'organizationId' | 'organization' | 'country' | 'locale'>

/** The company's lines and routes, its admins' first, and where the person is: their company's country while that is not known. */
export async function groundOf(trx: Trx, { organizationId, organization, country, locale }: Place): Promise<Ground> {
  const { lines, routes } = await policyWithin(trx, organizationId)
  // Directories write countries in many ways; only a code is sure.
  const here = country && /^[A-Z]{2}$/u.test(country) ? country : organization.country.toUpperCase()
  return { lines: [...lines, ...organization.crisisLines], routes, country: here, locale }
}

/** @returns nothing when the engine may answer. */
export async function answerOfPeople(trx: Trx, meeting: Meeting): Promise<Written | undefined> {
  const { found, pause } = meeting
  if (found.kind === 'acute') {
    const text = acuteText(found.languages, await groundOf(trx, meeting))
    await pause?.save('paused')
    return { kind: 'crisis', text }
  }
  if (found.kind === 'other') return { kind: 'human', text: otherText(found.languages, await groundOf(trx, meeting)) }
  if (!pause) return undefined
  return (await afterPause(pause, meeting)) ?? offerRoutes(trx, meeting)
}

async function afterPause(pause: Pause, meeting: Meeting): Promise<Written | undefined> {
  const state = await pause.load()
  if (!state) return undefined
  const words = safetyWords(meeting.locale)
  const { kind } = resume(state, meeting.text)
  switch (kind) {
    case 'ask':
      await pause.save('asked')
      return { kind: 'human', text: words.ask }
    case 'rest':
      await pause.save('paused')
      return { kind: 'human', text: words.rest }
    case 'welcome':
      await pause.end()
      return { kind: 'human', text: words.welcome }
    case 'goOn':
      await pause.end()
      return undefined
  }
}

async function offerRoutes(trx: Trx, meeting: Meeting): Promise<Written | undefined> {
  if (meeting.found.kind !== 'route') return undefined
  const text = routesText(meeting.found.topics, await groundOf(trx, meeting))
  return (await meeting.toldLately()).includes(text) ? undefined : { kind: 'human', text }
}
