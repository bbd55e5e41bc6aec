/** A person at CI's web app without a browser window: signs in by the code flow with PKCE, refreshes, and asks whether the session lives. */
import { createHash, randomBytes } from 'node:crypto'
import { z } from 'zod'
import { createBrowser, type Browser } from '../api/oauth/test-browser.ts'
import type { Sandbox } from '../sandbox/sandbox.ts'
import { peopleOf } from '../sandbox/seed.ts'

const CLIENT = 'ci-web'
const tokensSchema = z.object({ access_token: z.string(), refresh_token: z.string() })
export type Tokens = { readonly accessToken: string; readonly refreshToken: string }

export type WebPerson = {
  tokens: Tokens
  /** @returns undefined when the refresh token is refused. */
  refresh(): Promise<Tokens | undefined>
  /** Whether the browser's session at the provider still answers without a sign-in. */
  hasSession(): Promise<boolean>
}

type At = Pick<Sandbox, 'url' | 'world'>

/** @param headers of all that the person's machine asks, such as the address that a proxy saw. */
export async function signInOnWeb(
  { url, world }: At,
  personKey: string,
  headers: Readonly<Record<string, string>> = {}
): Promise<WebPerson> {
  const email = peopleOf(world).get(personKey)?.email ?? ''
  const browser = createBrowser([url, world.addresses.workos], headers)
  const redeem = (form: Readonly<Record<string, string>>) => redeemAt(url, form, headers)
  const verifier = randomBytes(32).toString('base64url')
  const code = await authorize({ browser, url, email, verifier })
  if (!code) throw new Error(`"${personKey}" could not sign in`)
  const form = { grant_type: 'authorization_code', code, code_verifier: verifier, redirect_uri: `${url}/tab/signed-in` }
  const first = await redeem(form)
  if (!first) throw new Error(`the code of "${personKey}" was refused`)
  const person: WebPerson = {
    tokens: first,
    refresh: async () => {
      const next = await redeem({ grant_type: 'refresh_token', refresh_token: person.tokens.refreshToken })
      if (next) person.tokens = next
      return next
    },
    hasSession: async () => (await authorize({ browser, url, email, verifier, prompt: 'none' })) !== undefined
  }
  return person
}

type Asking = {
  readonly browser: Browser
  readonly url: string
  readonly email: string
  readonly verifier: string
  readonly prompt?: string
}

async function authorize({ browser, url, email, verifier, prompt }: Asking): Promise<string | undefined> {
  const query = new URLSearchParams({
    client_id: CLIENT,
    response_type: 'code',
    scope: 'openid profile email offline_access',
    redirect_uri: `${url}/tab/signed-in`,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    login_hint: email,
    ...(prompt ? { prompt } : {})
  })
  let page = await browser.open(`${url}/oidc/auth?${query.toString()}`)
  if (new URL(page.url).pathname.startsWith('/login/'))
    page = await browser.open(`${page.url}&sign_in_as=${encodeURIComponent(email)}`)
  return new URL(page.url).searchParams.get('code') ?? undefined
}

async function redeemAt(
  url: string,
  form: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>>
): Promise<Tokens | undefined> {
  const response = await fetch(`${url}/oidc/token`, {
    method: 'POST',
    headers,
    body: new URLSearchParams({ ...form, client_id: CLIENT })
  })
  const tokens = tokensSchema.safeParse(await response.json())
  return tokens.success ? { accessToken: tokens.data.access_token, refreshToken: tokens.data.refresh_token } : undefined
}
