/** The page in a browser of its own: signs in through CI's OpenID provider by code and PKCE, and keeps no token beyond the page. */
import * as oidc from 'openid-client'
import { followSystemTheme } from './hosts/theme.ts'
import { SessionError, type Door, type Host, type Minted } from './session.ts'

const CLIENT = 'ci-web'
const SCOPE = 'openid profile email api'
const HOME = '/tab/'
const RETURN = `${HOME}signed-in`
const SIGNED_OUT = `${HOME}signed-out`
/** What must be known again when the browser comes back; of this window only. */
const PENDING = 'ci.signing-in'

type Pending = { readonly state: string; readonly nonce: string; readonly verifier: string; readonly page: string }
type Tokens = Awaited<ReturnType<typeof oidc.authorizationCodeGrant>>

/** @throws SessionError `signed_out` after a sign-out and where the sign-in was left; else sends the browser to sign in. */
export async function openWeb(onTheme: (theme: string) => void): Promise<Door> {
  const host: Host = {
    kind: 'web',
    theme: followSystemTheme(onTheme),
    locale: navigator.language,
    page: pageInAddress()
  }
  if (location.pathname === SIGNED_OUT) throw new SessionError('signed_out')
  const config = await discover()
  if (location.pathname !== RETURN) return signIn(config, host.page ?? '')
  const { tokens, page } = await comeBack(config)
  history.replaceState(null, '', page ? `${HOME}#${page}` : HOME)
  return {
    host: { ...host, page: page || undefined },
    mint: createMint(config, tokens),
    ready: () => undefined,
    failed: () => undefined,
    resumed: listener => addEventListener('hashchange', () => listener(pageInAddress())),
    web: {
      show: name => history.replaceState(null, '', `${HOME}#${name}`),
      signOut: () => location.assign(signOutAddress(config, tokens))
    }
  }
}

/** After `#`; cards that were sent before have it in the path. */
const pageInAddress = (): string | undefined =>
  /^#([\w:-]+)$/u.exec(location.hash)?.[1] ?? /^\/tab\/(\w+)$/u.exec(location.pathname)?.[1]

const isLocal = (): boolean => location.protocol === 'http:'

const discover = (): Promise<oidc.Configuration> =>
  oidc
    .discovery(new URL('/oidc', location.origin), CLIENT, { id_token_signed_response_alg: 'ES256' }, oidc.None(), {
      // Only an installation on this machine is without TLS.
      execute: isLocal() ? [oidc.allowInsecureRequests] : []
    })
    .catch((error: unknown) => {
      throw new SessionError(navigator.onLine ? 'failed' : 'offline', '', error)
    })

/** Leaves the page; the promise never resolves. */
async function signIn(config: oidc.Configuration, page: string): Promise<never> {
  const pending: Pending = {
    state: oidc.randomState(),
    nonce: oidc.randomNonce(),
    verifier: oidc.randomPKCECodeVerifier(),
    page
  }
  keepPending(pending)
  const url = oidc.buildAuthorizationUrl(config, {
    redirect_uri: location.origin + RETURN,
    scope: SCOPE,
    state: pending.state,
    nonce: pending.nonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(pending.verifier),
    code_challenge_method: 'S256'
  })
  location.assign(url)
  return new Promise(() => undefined)
}

/** Redeems the answer once; a reload of the same address, or one made elsewhere, begins anew. */
async function comeBack(config: oidc.Configuration): Promise<{ readonly tokens: Tokens; readonly page: string }> {
  const pending = takePending()
  const answer = new URL(location.href)
  if (!pending || answer.searchParams.get('state') !== pending.state) return signIn(config, '')
  if (answer.searchParams.has('error')) throw new SessionError('signed_out')
  const tokens = await oidc
    .authorizationCodeGrant(config, answer, {
      expectedState: pending.state,
      expectedNonce: pending.nonce,
      pkceCodeVerifier: pending.verifier,
      idTokenExpected: true
    })
    .catch((error: unknown) => {
      throw new SessionError(navigator.onLine ? 'failed' : 'offline', '', error)
    })
  return { tokens, page: pending.page }
}

function keepPending(pending: Pending): void {
  try {
    sessionStorage.setItem(PENDING, JSON.stringify(pending))
  } catch (error) {
    // Without it the answer of the sign-in could not be told from a forged one.
    throw new SessionError('cookies_blocked', '', error)
  }
}

function takePending(): Pending | undefined {
  try {
    const text = sessionStorage.getItem(PENDING)
    sessionStorage.removeItem(PENDING)
    return text ? (JSON.parse(text) as Pending) : undefined
  } catch (error) {
    throw new SessionError('cookies_blocked', '', error)
  }
}

/** The first token is the one that came; later ones by refreshing, until the session has ended. */
function createMint(config: oidc.Configuration, first: Tokens): Door['mint'] {
  let unused: Tokens | undefined = first
  let refreshToken = first.refresh_token
  return async () => {
    if (unused) {
      const minted = toMinted(unused)
      unused = undefined
      return minted
    }
    if (!refreshToken) throw new SessionError('signed_out')
    const next = await oidc.refreshTokenGrant(config, refreshToken).catch((error: unknown) => {
      const over = error instanceof oidc.ResponseBodyError && error.error === 'invalid_grant'
      throw new SessionError(over ? 'signed_out' : navigator.onLine ? 'failed' : 'offline', '', error)
    })
    refreshToken = next.refresh_token ?? refreshToken
    return toMinted(next)
  }
}

const toMinted = (tokens: oidc.TokenEndpointResponse): Minted => ({
  accessToken: tokens.access_token,
  expiresIn: tokens.expires_in ?? 0
})

const signOutAddress = (config: oidc.Configuration, { id_token: hint }: Tokens): string =>
  oidc.buildEndSessionUrl(config, {
    post_logout_redirect_uri: location.origin + SIGNED_OUT,
    ...(hint ? { id_token_hint: hint } : {})
  }).href
