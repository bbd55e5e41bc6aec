/** The page's session: its door, Teams or a browser, says who is there; CI's short tokens live in memory only. */
import { CallError, createClient, createFileClient, type Client } from '../api/contract/client.ts'
import type { FailureKind } from './words.ts'

export type Host = {
  readonly theme: string
  readonly locale: string
  /** Asked for by the link that led here. */
  readonly page: string | undefined
}

export type Minted = { readonly accessToken: string; readonly expiresIn: number }

/** Where the page was opened, and how a token is had there. */
export type Door = {
  readonly host: Host
  /** @throws SessionError */
  mint(): Promise<Minted>
  /** Of Teams. */
  teamsToken?(): Promise<string>
  ready(): void
  failed(failure: SessionError): void
  /** Of a browser: the address of each page, and the way out. Teams has its own. */
  readonly web?: WebDoor
}

export type WebDoor = { show(page: string): void; signOut(): void }

export type Session = {
  readonly call: Client
  /** For endpoints that answer with a file. */
  readonly save: ReturnType<typeof createFileClient>
  /** Teams' own proof of who is there; a browser has none. */
  readonly teamsToken: (() => Promise<string>) | undefined
}

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

/** Renewed this long before it ends, so that no call starts with a token about to die. */
const RENEW_EARLY_MS = 30_000

/** What the server says is in the page's language, whatever the browser prefers. */
const inPageLanguage: typeof fetch = (url, init) => {
  const headers = new Headers(init?.headers)
  headers.set('accept-language', document.documentElement.lang)
  return window.fetch(url, { ...init, headers })
}

/** Calls what needs no token. */
export const unsigned = createClient({ baseUrl: '', fetch: inPageLanguage })

export function createSession({ mint, teamsToken }: Pick<Door, 'mint' | 'teamsToken'>): Session {
  let held: { readonly token: string; readonly until: number } | undefined
  let renewing: Promise<string> | undefined
  const renew = async (): Promise<string> => {
    const { accessToken, expiresIn } = await mint()
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
  const options = { baseUrl: '', fetch: inPageLanguage, token }
  const [call, save] = [createClient(options), createFileClient(options)]
  const again = async <T>(ask: () => Promise<T>): Promise<T> => {
    try {
      return await ask()
    } catch (error) {
      // The token was revoked before its time, such as by a sign-out; whether its owner may have another, the server says.
      if (!(error instanceof CallError) || error.status !== 401 || !held) throw error
      held = undefined
      await new Promise(resolve => setTimeout(resolve, REVOKED_WAIT_MS))
      return ask()
    }
  }
  return {
    call: (target, input) => again(() => call(target, input)),
    save: (target, input) => again(() => save(target, input)),
    teamsToken
  }
}

/** A token counts by whole seconds: one of the same second as the revocation is refused with it. */
const REVOKED_WAIT_MS = 1100

const KNOWN: readonly FailureKind[] = [
  'unknown_tenant',
  'unlinked',
  'no_access',
  'superseded',
  'guest',
  'consent_required'
]

export function asSessionError(error: unknown): never {
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
