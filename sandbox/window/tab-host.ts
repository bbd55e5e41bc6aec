/** What Teams answers to the tab. */
import { z } from 'zod'
import * as control from '../control/contract.ts'
import { call } from './api.ts'
import { poppedOutFor } from './pop-out.ts'
import { sayProblem } from './use-work.ts'

const RUNTIME = {
  apiVersion: 4,
  hostVersionsInfo: {},
  isLegacyTeams: false,
  supports: { pages: {}, dialog: {}, people: {} }
}

type Shown = {
  readonly person: control.SandboxPerson
  readonly theme: string
  /** Where the link that was followed leads; '' without one. */
  readonly place: string
}

/** @returns the arguments of Teams' answer; undefined where Teams says nothing. */
export async function answerTab(
  func: string,
  { person, theme, place }: Shown
): Promise<readonly unknown[] | undefined> {
  switch (func) {
    case 'initialize':
      return ['content', 'desktop', JSON.stringify(RUNTIME), '2.0.1']
    case 'getContext':
      return [contextOf({ person, theme, place })]
    case 'authentication.getAuthToken':
      return call(control.getTeamsToken, { params: { personKey: person.key } }).then(
        ({ token }) => [true, token],
        (error: unknown) => [false, sayProblem(error)]
      )
    case 'executeDeepLink':
      return [true, '']
    default:
      return undefined
  }
}

const contextOf = ({ person, theme, place }: Shown) => ({
  theme,
  locale: person.locale,
  entityId: 'coach',
  subEntityId: place,
  userPrincipalName: person.email,
  loginHint: person.email,
  hostName: 'Teams',
  hostClientType: 'desktop',
  sessionId: 'sandbox',
  frameContext: 'content',
  isMultiWindow: poppedOutFor() !== null
})

const contextSchema = z.object({ subEntityId: z.string() })

/** Where a card's link leads in the tab, as Teams reads it; undefined for a link to anything else. */
export function placeOf(url: string, tabUrl: string): string | undefined {
  if (url.startsWith(tabUrl)) return new URL(url).hash.slice(1)
  if (!url.includes('/l/entity/')) return undefined
  const context = new URL(url).searchParams.get('context')
  return context ? contextSchema.parse(JSON.parse(context)).subEntityId : ''
}
