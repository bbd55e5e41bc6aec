/**
 * The coach inside a learning system. A popup signs the person in at CI's OpenID provider and hands over a one-time code that
 * opens nothing without the verifier kept here. Tokens stay in memory; a cookie of this frame alone renews them after a reload.
 */
import { followSystemTheme } from './hosts/theme.ts'
import { SessionError, type Door, type Minted } from './session.ts'

const RENEWAL = 'urn:consciousinsights:params:oauth:grant-type:embed-renewal'
/** Set while a cookie is believed to be kept, so that whoever never signed in here asks for nothing. */
const KEPT = 'ci.embed.kept'

type Tokens = Minted & { readonly refreshToken: string | undefined; readonly sub: string | undefined }

/** Of this page, for as long as it is open. */
const memory: { fresh?: Tokens | undefined; refreshToken?: string | undefined; sub?: string | undefined } = {}

const organizationId = (): string => decodeURIComponent(location.pathname.split('/')[2] ?? '')
const client = (): string => `embed-${organizationId()}`
const returnTo = (): string => `${location.origin}/embed/${encodeURIComponent(organizationId())}/signed-in`

/** Never fails: whoever is not signed in yet is asked to, once a token is wanted. */
export async function openEmbed(onTheme: (theme: string) => void): Promise<Door> {
  const locale = new URLSearchParams(location.search).get('lang') ?? navigator.language
  return {
    host: { kind: 'lms', theme: followSystemTheme(onTheme), locale, page: undefined },
    mint,
    ready: () => undefined,
    failed: () => undefined,
    web: { show: () => undefined, signOut: () => void signOut() }
  }
}

async function mint(): Promise<Minted> {
  const { fresh } = memory
  memory.fresh = undefined
  if (fresh) return fresh
  const form: Readonly<Record<string, string>> | undefined = memory.refreshToken
    ? { grant_type: 'refresh_token', refresh_token: memory.refreshToken }
    : marked()
      ? { grant_type: RENEWAL, ...(memory.sub ? { sub: memory.sub } : {}) }
      : undefined
  const next = form && (await ask(form))
  if (next === 'refused') mark(false)
  if (!next || next === 'refused') throw new SessionError('embed_signed_out')
  remember(next)
  return next
}

function remember(tokens: Tokens): void {
  memory.sub = tokens.sub ?? memory.sub
  if (memory.refreshToken && tokens.refreshToken) memory.refreshToken = tokens.refreshToken
}

/** @returns how the popup ended. @param opened what `window.open` gave, which must be called inside the press itself. */
export async function finishSignIn({ popup, state, verifier }: Begun): Promise<'signed_in' | 'closed' | 'refused'> {
  const told = await answerOf(popup, state)
  if (!told) return 'closed'
  if (!told.code) return 'refused'
  const tokens = await ask({
    grant_type: 'authorization_code',
    code: told.code,
    code_verifier: verifier,
    redirect_uri: returnTo()
  })
  if (tokens === 'refused') return 'refused'
  memory.fresh = tokens
  memory.refreshToken = tokens.refreshToken
  memory.sub = undefined
  await leaveCookie()
  return 'signed_in'
}

/** Where the browser keeps the cookie, no script needs to hold what it holds. */
async function leaveCookie(): Promise<void> {
  const left = await ask({ grant_type: RENEWAL, refresh_token: memory.refreshToken ?? '' }).catch(
    () => 'refused' as const
  )
  if (left === 'refused') return
  memory.sub = left.sub
  const kept = await ask({ grant_type: RENEWAL }).catch(() => 'refused' as const)
  if (kept === 'refused') return
  memory.refreshToken = undefined
  mark(true)
}

export type Prepared = { readonly state: string; readonly verifier: string; readonly url: string }
export type Begun = Prepared & { readonly popup: Window }

/** Made ahead of the press, which has no time to wait: browsers open windows only right then. */
export async function prepareSignIn(): Promise<Prepared> {
  const [state, verifier] = [randomText(), randomText()]
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))
  const query = new URLSearchParams({
    client_id: client(),
    response_type: 'code',
    redirect_uri: returnTo(),
    scope: 'openid api',
    state,
    code_challenge: base64url(new Uint8Array(digest)),
    code_challenge_method: 'S256'
  })
  return { state, verifier, url: `${location.origin}/oidc/auth?${query.toString()}` }
}

/** @returns undefined when the browser blocked the window. */
export function beginSignIn(prepared: Prepared): Begun | undefined {
  const popup = window.open(prepared.url, 'ci-sign-in', 'popup,width=520,height=720')
  return popup ? { ...prepared, popup } : undefined
}

const randomText = (): string => base64url(crypto.getRandomValues(new Uint8Array(32)))

const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCodePoint(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

type Told = { readonly code: string | undefined }
const LOOK_MS = 500
/** The answer and the window's end are told apart by time only. */
const LAST_WORD_MS = 1000

/** Hears our own page in that window, about this very sign-in, and nobody else. Undefined: the window was closed before. */
function answerOf(popup: Window, state: string): Promise<Told | undefined> {
  return new Promise(resolve => {
    const end = (told: Told | undefined): void => {
      window.removeEventListener('message', hear)
      clearInterval(looking)
      resolve(told)
    }
    const hear = ({ origin, source, data }: MessageEvent<unknown>): void => {
      if (origin !== location.origin || source !== popup) return
      if (typeof data !== 'object' || data === null || !('kind' in data) || data.kind !== 'ci.embed') return
      if (!('state' in data) || data.state !== state) return
      popup.postMessage('ci.embed.heard', location.origin)
      end({ code: 'code' in data && typeof data.code === 'string' ? data.code : undefined })
    }
    const looking = setInterval(() => {
      if (popup.closed) setTimeout(() => end(undefined), LAST_WORD_MS)
    }, LOOK_MS)
    window.addEventListener('message', hear)
  })
}

/** @throws SessionError when nothing answers. */
async function ask(form: Readonly<Record<string, string>>): Promise<Tokens | 'refused'> {
  const answer = await post('/oidc/token', { client_id: client(), ...form })
  if (answer.status === 400 || answer.status === 401) return 'refused'
  if (!answer.ok) throw new SessionError('failed')
  const said = (await answer.json()) as Partial<Record<string, string>> & { readonly expires_in?: number }
  return {
    accessToken: said['access_token'] ?? '',
    expiresIn: said.expires_in ?? 0,
    refreshToken: said['refresh_token'],
    sub: said['sub']
  }
}

const post = (path: string, form: Readonly<Record<string, string>>): Promise<Response> =>
  fetch(path, { method: 'POST', body: new URLSearchParams(form), credentials: 'same-origin' }).catch(
    (error: unknown) => {
      throw new SessionError(navigator.onLine ? 'failed' : 'offline', '', error)
    }
  )

async function signOut(): Promise<void> {
  const form = memory.refreshToken ? { refresh_token: memory.refreshToken } : {}
  await post(`/oidc/embed/${encodeURIComponent(organizationId())}/sign-out`, form).catch(() => undefined)
  mark(false)
  location.reload()
}

/** Some browsers keep nothing at all inside a frame. */
function mark(kept: boolean): void {
  try {
    if (kept) localStorage.setItem(KEPT, 'yes')
    else localStorage.removeItem(KEPT)
  } catch {
    // Then every reload signs in anew.
  }
}

function marked(): boolean {
  try {
    return localStorage.getItem(KEPT) === 'yes'
  } catch {
    return false
  }
}
