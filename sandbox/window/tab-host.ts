/** What Teams answers to the tab. */
import * as control from '../control/contract.ts'
import { call } from './api.ts'
import { sayProblem } from './use-work.ts'

const RUNTIME = {
  apiVersion: 4,
  hostVersionsInfo: {},
  isLegacyTeams: false,
  supports: { pages: {}, dialog: {}, people: {} }
}

/** @returns the arguments of Teams' answer; undefined where Teams says nothing. */
export async function answerTab(
  func: string,
  person: control.SandboxPerson,
  theme: string
): Promise<readonly unknown[] | undefined> {
  switch (func) {
    case 'initialize':
      return ['content', 'desktop', JSON.stringify(RUNTIME), '2.0.1']
    case 'getContext':
      return [contextOf(person, theme)]
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

const contextOf = (person: control.SandboxPerson, theme: string) => ({
  theme,
  locale: person.locale,
  entityId: 'coach',
  userPrincipalName: person.email,
  loginHint: person.email,
  hostName: 'Teams',
  hostClientType: 'desktop',
  sessionId: 'sandbox',
  frameContext: 'content'
})
