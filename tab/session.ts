/** The tab's session: Teams proves who is there, CI answers with a short token that lives in memory only. */
import { app, authentication } from '@microsoft/teams-js'
import { CallError, createClient, type Client } from '../api/contract/client.ts'
import { confirmTeamsLink, exchangeTeamsToken, startTeamsLink } from '../api/contract/identity.ts'
import type { FailureKind } from './words.ts'

export type Host = { readonly theme: string; readonly locale: string; readonly page: string | undefined }

export type Session = { readonly call: Client }

export class SessionError extends Error {
  override readonly name = 'SessionError'
  readonly kind: FailureKind
  readonly reference: string
  constructor(kind: FailureKind, reference = '', cause?: unknown) {
    super(kind, { cause })
    this.kind = kind
    this.reference = reference
  }
}

const HOST_WAIT_MS = 5000
/** Renewed this long before it ends, so that no call starts with a token about to die. */
const RENEW_EARLY_MS = 30_000

/** @throws SessionError `not_in_teams` when no Teams host answers. */
export async function openHost(onTheme: (theme: string) => void): Promise<Host> {
  const late = new Promise<never>((_resolve, reject) =>
    setTimeout(() => reject(new SessionError('not_in_teams')), HOST_WAIT_MS)
  )
  if (window.parent === window.self && !window.opener) throw new SessionError('not_in_teams')
  await Promise.race([app.initialize(), late])
  app.registerOnThemeChangeHandler(onTheme)
  const context = await app.getContext()
  return { theme: context.app.theme, locale: context.app.locale, page: context.page.subPageId }
}

export const tellReady = (): void => void app.notifySuccess()

/** Teams then offers its own way to try again, beside ours. */
export const tellFailed = ({ kind }: SessionError): void => {
  if (kind !== 'not_in_teams') app.notifyFailure({ reason: app.FailedReason.Other, message: kind })
}

// Teams caches its own token; asking each time is its documented use.
const teamsToken = (): Promise<string> =>
  authentication.getAuthToken().catch((error: unknown) => {
    throw new SessionError(consentNeeded(error) ? 'consent_required' : 'failed', '', error)
  })

/** What the server says is in the page's language, whatever the browser prefers. */
const inPageLanguage: typeof fetch = (url, init) => {
  const headers = new Headers(init?.headers)
  headers.set('accept-language', document.documentElement.lang)
  return window.fetch(url, { ...init, headers })
}

const unsigned = createClient({ baseUrl: '', fetch: inPageLanguage })

/** Begins to join this Teams account to a person; the page at `url` shows the code that ends it. */
export const beginConnecting = async (): Promise<{ readonly linkId: string; readonly url: string }> =>
  unsigned(startTeamsLink, { body: { token: await teamsToken() } })

/** @throws CallError whose message says what is wrong with the code. */
export async function finishConnecting(linkId: string, code: string): Promise<void> {
  await unsigned(confirmTeamsLink, { body: { token: await teamsToken(), linkId, code } })
}

export function createSession(): Session {
  let held: { readonly token: string; readonly until: number } | undefined
  let renewing: Promise<string> | undefined
  const renew = async (): Promise<string> => {
    const { accessToken, expiresIn } = await unsigned(exchangeTeamsToken, {
      body: { token: await teamsToken() }
    }).catch(asSessionError)
    held = { token: accessToken, until: performance.now() + expiresIn * 1000 - RENEW_EARLY_MS }
    return accessToken
  }
  const token = async (): Promise<string> => {
    if (held && performance.now() < held.until) return held.token
    renewing ??= renew().finally(() => {
      renewing = undefined
    })
    return renewing
  }
  const once = createClient({ baseUrl: '', fetch: inPageLanguage, token })
  const call: Client = async (target, input) => {
    try {
      return await once(target, input)
    } catch (error) {
      // The token was revoked before its time, such as by a sign-out; whether its owner may have another, the server says.
      if (!(error instanceof CallError) || error.status !== 401 || !held) throw error
      held = undefined
      await new Promise(resolve => setTimeout(resolve, REVOKED_WAIT_MS))
      return once(target, input)
    }
  }
  return { call }
}

/** A token counts by whole seconds: one of the same second as the revocation is refused with it. */
const REVOKED_WAIT_MS = 1100

const consentNeeded = (error: unknown): boolean =>
  error instanceof Error && /resourceRequiresConsent|consent/iu.test(error.message)

const KNOWN: readonly FailureKind[] = [
  'unknown_tenant',
  'unlinked',
  'no_access',
  'superseded',
  'guest',
  'consent_required'
]

function asSessionError(error: unknown): never {
  if (!(error instanceof CallError)) throw new SessionError(navigator.onLine ? 'failed' : 'offline', '', error)
  const kind = KNOWN.find(known => known === error.problem.code) ?? 'failed'
  throw new SessionError(kind, error.problem.reference, error)
}

export const failureOf = (error: unknown): SessionError => {
  if (error instanceof SessionError) return error
  if (error instanceof CallError)
    return new SessionError(error.status === 403 ? 'no_access' : 'failed', error.problem.reference, error)
  return new SessionError(navigator.onLine ? 'failed' : 'offline', '', error)
}
