/** The tab inside Teams: its host, and who Teams says is there. */
import { app, authentication } from '@microsoft/teams-js'
import { confirmTeamsLink, exchangeTeamsToken, startTeamsLink } from '../api/contract/identity.ts'
import { asSessionError, SessionError, unsigned, type Door, type Host } from './session.ts'

const HOST_WAIT_MS = 5000

/** @throws SessionError `not_in_teams` when no Teams host answers. */
export async function openTeams(onTheme: (theme: string) => void): Promise<Door> {
  const late = new Promise<never>((_resolve, reject) =>
    setTimeout(() => reject(new SessionError('not_in_teams')), HOST_WAIT_MS)
  )
  await Promise.race([app.initialize(), late])
  app.registerOnThemeChangeHandler(onTheme)
  const context = await app.getContext()
  const host: Host = { theme: context.app.theme, locale: context.app.locale, page: context.page.subPageId }
  return { host, mint, teamsToken, ready: () => void app.notifySuccess(), failed: tellFailed }
}

/** Teams then offers its own way to try again, beside ours. */
function tellFailed({ kind }: SessionError): void {
  app.notifyFailure({ reason: app.FailedReason.Other, message: kind })
}

// Teams caches its own token; asking each time is its documented use.
const teamsToken = (): Promise<string> =>
  authentication.getAuthToken().catch((error: unknown) => {
    throw new SessionError(consentNeeded(error) ? 'consent_required' : 'failed', '', error)
  })

const consentNeeded = (error: unknown): boolean =>
  error instanceof Error && /resourceRequiresConsent|consent/iu.test(error.message)

const mint: Door['mint'] = async () =>
  unsigned(exchangeTeamsToken, { body: { token: await teamsToken() } }).catch(asSessionError)

/** Begins to join this Teams account to a person; the page at `url` shows the code that ends it. */
export const beginConnecting = async (): Promise<{ readonly linkId: string; readonly url: string }> =>
  unsigned(startTeamsLink, { body: { token: await teamsToken() } })

/** @throws CallError whose message says what is wrong with the code. */
export async function finishConnecting(linkId: string, code: string): Promise<void> {
  await unsigned(confirmTeamsLink, { body: { token: await teamsToken(), linkId, code } })
}
