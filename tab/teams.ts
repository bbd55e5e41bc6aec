/** The tab inside Teams: its host, and who Teams says is there. */
import { app, authentication } from '@microsoft/teams-js'
import { confirmTeamsLink, exchangeTeamsToken, startTeamsLink } from '../api/contract/identity.ts'
import { opensCoach, readPlace } from './hosts/place.ts'
import { asSessionError, SessionError, unsigned, type Door, type Host, type Minted } from './session.ts'

const HOST_WAIT_MS = 5000

/** @throws SessionError `not_in_teams` when no Teams host answers for long; one that does later is heard. */
export async function openTeams(onTheme: (theme: string) => void): Promise<Door> {
  const answered = app.initialize()
  const late = new Promise<never>((_resolve, reject) =>
    setTimeout(() => reject(new SessionError('not_in_teams', '', undefined, answered)), HOST_WAIT_MS)
  )
  await Promise.race([answered, late])
  // Who is there and where are asked at once; what nobody waits for yet goes to the host after the answer.
  const [token, asked] = [teamsToken(), app.getContext()]
  begun = exchange(token, asked)
  begun.catch(() => undefined)
  const follow = (): void => app.registerOnThemeChangeHandler(onTheme)
  token.then(follow, follow)
  // Heard, whatever becomes of them: whoever takes the exchange hears why.
  const sent = Promise.all([token, asked]).then(
    () => undefined,
    () => undefined
  )
  const context = await asked
  const host: Host = {
    kind: 'teams',
    theme: context.app.theme,
    locale: context.app.locale,
    page: context.page.subPageId
  }
  return {
    host,
    sent,
    mint,
    teamsToken,
    ready: () => void app.notifySuccess(),
    failed: tellFailed,
    resumed: followResume
  }
}

/** Teams keeps a tab that was left in memory where it can; without these two it would load it anew each time. */
function followResume(listener: (page: string | undefined) => void): void {
  if (!app.lifecycle) return
  app.lifecycle.registerBeforeSuspendOrTerminateHandler(async () => undefined)
  app.lifecycle.registerOnResumeHandler(() => {
    void app.getContext().then(({ page }) => listener(page.subPageId))
    void app.notifySuccess()
  })
}

/** Teams then offers its own way to try again, beside ours; a permission is given on our page alone. */
function tellFailed({ kind }: SessionError): void {
  if (kind === 'consent_required')
    app.notifyExpectedFailure({ reason: app.ExpectedFailureReason.PermissionError, message: kind })
  else app.notifyFailure({ reason: app.FailedReason.Other, message: kind })
}

// Teams caches its own token; asking each time is its documented use.
const teamsToken = (): Promise<string> =>
  authentication.getAuthToken().catch((error: unknown) => {
    throw new SessionError(consentNeeded(error) ? 'consent_required' : 'failed', '', error)
  })

const consentNeeded = (error: unknown): boolean =>
  error instanceof Error && /resourceRequiresConsent|consent/iu.test(error.message)

/** @param asked for where the page opens: what is shown there first comes with the answer. */
async function exchange(proof = teamsToken(), asked?: Promise<app.Context>): Promise<Minted> {
  const [token, context] = await Promise.all([proof, asked])
  const opens = context && ({ opens: opensCoach(readPlace(context.page.subPageId)) ? 'coach' : 'other' } as const)
  return unsigned(exchangeTeamsToken, { body: { token, ...opens } }).catch(asSessionError)
}

/** The first exchange, until somebody takes it. */
let begun: Promise<Minted> | undefined

const mint: Door['mint'] = () => {
  const first = begun
  begun = undefined
  return first ?? exchange()
}

/** In the window that Teams opened for a permission: tells Teams how it ended, which closes the window. */
export async function endConsent(): Promise<void> {
  await app.initialize()
  const refusal = new URLSearchParams(location.hash.slice(1)).get('error')
  if (refusal) authentication.notifyFailure(refusal)
  else authentication.notifySuccess('{}')
}

/** Begins to join this Teams account to a person; the page at `url` shows the code that ends it. */
export const beginConnecting = async (): Promise<{ readonly linkId: string; readonly url: string }> =>
  unsigned(startTeamsLink, { body: { token: await teamsToken() } })

/** @throws CallError whose message says what is wrong with the code. */
export async function finishConnecting(linkId: string, code: string): Promise<void> {
  await unsigned(confirmTeamsLink, { body: { token: await teamsToken(), linkId, code } })
}
