/**
 * Asks for the person's permission in the window that Teams opens for it, as teamsfx does. The window goes to Microsoft and comes
 * back; whether it helped, the next exchange says. Loaded only where permission is missing.
 */
import { authentication } from '@microsoft/teams-js'
import { ErrorCode, ErrorWithCode, TeamsUserCredential } from '@microsoft/teamsfx'
import { getTeamsApp } from '../api/contract/identity.ts'
import { unsigned } from './session.ts'

export type ConsentEnd = 'given' | 'closed' | 'blocked' | 'refused' | 'failed'

const START = '/tab/consent-start'
const SCOPES = ['openid', 'profile', 'email', 'offline_access']
const WINDOW = { width: 600, height: 535 }

/** Made ahead of the press, after which the window must come soon. */
export async function prepareConsent(): Promise<() => Promise<ConsentEnd>> {
  const { clientId } = await unsigned(getTeamsApp)
  const page = location.origin + START
  const credential = new TeamsUserCredential({ clientId, initiateLoginEndpoint: page })
  const ask = async (): Promise<void> => {
    try {
      await credential.login(SCOPES)
    } catch (error) {
      if (isAboutWindow(error)) throw error
      // Before it opens anything it asks Teams for the very token that there is no permission for.
      await authentication.authenticate({ url: page, ...WINDOW })
    }
  }
  return () => ask().then(() => 'given' as const, endOf)
}

const isAboutWindow = (error: unknown): boolean =>
  error instanceof ErrorWithCode && error.code === ErrorCode.ConsentFailed

/** The words of Teams' hosts, and of Microsoft's sign-in, which our page hands on. */
function endOf(error: unknown): ConsentEnd {
  const said = error instanceof Error ? error.message : String(error)
  if (/CancelledByUser/iu.test(said)) return 'closed'
  if (/FailedToOpenWindow/iu.test(said)) return 'blocked'
  return /access_denied|consent_required|interaction_required/iu.test(said) ? 'refused' : 'failed'
}
