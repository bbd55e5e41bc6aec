/** The page's session: its door, Teams or a browser, says who is there; CI's short tokens live in memory only. */
import type { z } from 'zod'
import {
  CallError,
  createClient,
  createFileClient,
  createOpener,
  type Client,
  type Input
} from '../api/contract/client.ts'
import { FIRST_THREAD, getThread } from '../api/contract/coach.ts'
import type { Endpoint } from '../api/contract/endpoint.ts'
import type { Opened } from '../api/contract/identity.ts'
import type { HostKind } from './hosts/kind.ts'
import { newReference } from './reference.ts'
import type { FailureKind } from './words.ts'

export type Host = {
  readonly kind: HostKind
  readonly theme: string
  readonly locale: string
  /** Asked for by the link that led here. */
  readonly page: string | undefined
}

export type Minted = {
  readonly accessToken: string
  readonly expiresIn: number
  /** What the page shows first, where whoever let it in told it in the same breath. */
  readonly opened?: Opened | undefined
}

/** Where the page was opened, and how a token is had there. */
export type Door = {
  readonly host: Host
  /** Over when the server was asked, or will not be. */
  readonly sent?: Promise<void>
  /** @throws SessionError */
  mint(): Promise<Minted>
  /** Of Teams. */
  teamsToken?(): Promise<string>
  ready(): void
  failed(failure: SessionError): void
  /** Of a browser: the address of each page, and the way out. Teams has its own. */
  readonly web?: WebDoor
  /** Calls `listener` with where a link leads, when one is followed to a page that is open or was put aside. */
  resumed?(listener: (page: string | undefined) => void): void
}

export type WebDoor = { show(page: string): void; signOut(): void }

export type Session = {
  readonly call: Client
  /** Has a token minted, and what came with it where something did: its conversation is prepared. @throws SessionError */
  readonly begin: () => Promise<Opened | undefined>
  /** Asks now for what the page that is still loading will ask for first. Over when the answer has come, or does not. */
  readonly prepare: <E extends Endpoint>(target: E, input?: Pick<Input<E>, 'query'>) => Promise<void>
  /** What was prepared and has come, once: it is drawn without another moment's wait. */
  readonly take: <E extends Endpoint>(target: E, input?: Pick<Input<E>, 'query'>) => z.output<E['answer']> | undefined
  /** For endpoints that answer with a file. */
  readonly save: ReturnType<typeof createFileClient>
  /** For answers that stay open. */
  readonly open: ReturnType<typeof createOpener>
  /** Teams' own proof of who is there; a browser has none. */
  readonly teamsToken: (() => Promise<string>) | undefined
}

export class SessionError extends Error {
  override readonly name = 'SessionError'
  readonly kind: FailureKind
  readonly at = new Date(performance.timeOrigin + performance.now())
  /** The server's own, which finds its log lines; else one made here, which begins with the host. */
  readonly reference: string
  /** Comes true when it is over by itself. */
  readonly until: Promise<unknown> | undefined
  constructor(kind: FailureKind, reference = '', cause?: unknown, until?: Promise<unknown>) {
    super(kind, { cause })
    this.kind = kind
    this.reference = reference || newReference(this.at)
    this.until = until
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
  let opened: Opened | undefined
  const renew = async (): Promise<string> => {
    const minted = await mint()
    held = { token: minted.accessToken, until: performance.now() + minted.expiresIn * 1000 - RENEW_EARLY_MS }
    opened = minted.opened
    return minted.accessToken
  }
  const token = async (): Promise<string> => {
    if (held && performance.now() < held.until) return held.token
    renewing ??= renew().finally(() => {
      renewing = undefined
    })
    return renewing
  }
  const options = { baseUrl: '', fetch: inPageLanguage, token }
  const [call, save, open] = [createClient(options), createFileClient(options), createOpener(options)]
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
  const ahead = new Map<Endpoint, Ahead>()
  const keep = (target: Endpoint, begun: Ahead): void => {
    ahead.set(target, begun)
    setTimeout(() => ahead.delete(target), FRESH_MS)
  }
  const ask: Client = (target, input) => again(() => call(target, input))
  return {
    begin: async () => {
      await token()
      const come = opened?.thread
      if (come) keep(getThread, { asked: askedOf({ query: FIRST_THREAD }), answer: Promise.resolve(come), come })
      return opened
    },
    call: <E extends Endpoint>(target: E, input?: Input<E>) => {
      const begun = ahead.get(target)
      ahead.delete(target)
      // What stands under an endpoint is its own answer.
      return begun?.asked === askedOf(input) ? (begun.answer as ReturnType<typeof ask<E>>) : ask(target, input)
    },
    prepare: async (target, input) => {
      const asked = askedOf(input)
      const answer = ask(target, input)
      keep(target, { asked, answer })
      // Whoever takes it hears of its failure.
      const come = await answer.catch(() => undefined)
      if (ahead.get(target)?.answer === answer) ahead.set(target, { asked, answer, come })
    },
    take: <E extends Endpoint>(target: E, input?: Pick<Input<E>, 'query'>) => {
      const begun = ahead.get(target)
      if (begun?.come === undefined || begun.asked !== askedOf(input)) return undefined
      ahead.delete(target)
      return begun.come as z.output<E['answer']>
    },
    save: (target, input) => again(() => save(target, input)),
    open: (target, input) => again(() => open(target, input)),
    teamsToken
  }
}

type Ahead = { readonly asked: string; readonly answer: Promise<unknown>; readonly come?: unknown }

/** Told apart by what differs between readings of the same endpoint. */
const askedOf = ({ params, query, body }: Input<Endpoint> = {}): string => JSON.stringify([params, query, body])

/** What was asked ahead and nobody took by then is old news. */
const FRESH_MS = 10_000

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
