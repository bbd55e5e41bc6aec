/** The tab's session: Teams proves who is there, CI answers with a short token that lives in memory only. */
import { app, authentication } from '@microsoft/teams-js'
import { CallError, createClient, type Client } from '../api/contract/client.ts'
import { exchangeTeamsToken } from '../api/contract/identity.ts'
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

export function createSession(): Session {
  const exchange = createClient({ baseUrl: '', fetch: window.fetch.bind(window) })
  let held: { readonly token: string; readonly until: number } | undefined
  let renewing: Promise<string> | undefined
  const renew = async (): Promise<string> => {
    // Teams caches its own token; asking each time is its documented use.
    const teamsToken = await authentication.getAuthToken().catch((error: unknown) => {
      throw new SessionError(consentNeeded(error) ? 'consent_required' : 'failed', '', error)
    })
    const { accessToken, expiresIn } = await exchange(exchangeTeamsToken, { body: { token: teamsToken } }).catch(
      asSessionError
    )
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
  return { call: createClient({ baseUrl: '', fetch: window.fetch.bind(window), token }) }
}

const consentNeeded = (error: unknown): boolean =>
  error instanceof Error && /resourceRequiresConsent|consent/iu.test(error.message)

const KNOWN: readonly FailureKind[] = ['unknown_tenant', 'unlinked', 'no_access', 'guest', 'consent_required']

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
