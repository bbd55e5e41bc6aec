import { createHash, randomBytes } from 'node:crypto'
import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose'
import { describe, expect, it } from 'vitest'
import type { EntraStandin } from './entra.ts'
import { ANA, askToken, msalFor, READ, REDIRECT, SECRET, SPA_REDIRECT, startCompany, TAB, TID } from './testEntra.ts'

const verifier = randomBytes(32).toString('base64url')
const challenge = createHash('sha256').update(verifier).digest('base64url')
const request = {
  client_id: TAB,
  redirect_uri: REDIRECT,
  response_type: 'code',
  scope: `openid profile offline_access ${READ}`,
  state: 'state-1',
  nonce: 'nonce-1',
  code_challenge: challenge,
  code_challenge_method: 'S256'
}
const redeeming = {
  grant_type: 'authorization_code',
  client_id: TAB,
  client_secret: SECRET,
  redirect_uri: REDIRECT,
  code_verifier: verifier
}

/** A browser without scripts: goes to the page, sends its form, and stops at the redirect to the app. */
function browser(entra: EntraStandin) {
  const base = entra.standin.url()
  const go = (path: string, init: RequestInit = {}) => fetch(`${base}${path}`, { redirect: 'manual', ...init })
  const open = (change: Readonly<Record<string, string>> = {}) =>
    go(`/${TID}/oauth2/v2.0/authorize?${new URLSearchParams({ ...request, ...change })}`)
  const send = (page: string, fields: Readonly<Record<string, string>>) => {
    const action = /action="(?<path>[^"]+)"/u.exec(page)?.groups?.['path'] ?? ''
    const hidden = [...page.matchAll(/type="hidden" name="(?<name>\w+)" value="(?<value>[^"]*)"/gu)]
    const filled = hidden.map(({ groups }) => [
      groups?.['name'] ?? '',
      (groups?.['value'] ?? '').replaceAll('&amp;', '&')
    ])
    return go(action, { method: 'POST', body: new URLSearchParams({ ...Object.fromEntries(filled), ...fields }) })
  }
  return { open, send }
}

const landing = (response: Response): URL => new URL(response.headers.get('location') ?? 'about:blank')
const hinted = { login_hint: 'ana@company.example' }

describe('the consent popup', () => {
  it('signs a person in, asks for consent once, and its code gives msal tokens for exactly that', async () => {
    await using entra = await startCompany()
    entra.requireConsent(TID, TAB)
    const { open, send } = browser(entra)
    const signIn = await open()
    expect(signIn.headers.get('x-frame-options')).toBe('DENY')
    const consent = await send(await signIn.text(), { username: 'Ana@company.example' })
    const page = await consent.text()
    expect(page).toContain(READ)
    const url = landing(await send(page, { decision: 'accept' }))
    expect(`${url.origin}${url.pathname}`).toBe(REDIRECT)
    expect(url.searchParams.get('state')).toBe('state-1')
    const code = url.searchParams.get('code') ?? ''
    const asked = { code, redirectUri: REDIRECT, scopes: [READ], codeVerifier: verifier }
    const stolen = { ...asked, nonce: 'another' }
    await expect(msalFor(entra).acquireTokenByCode(stolen)).rejects.toThrow(/nonce_mismatch/u)
    const again = landing(await open(hinted)).searchParams.get('code') ?? ''
    const result = await msalFor(entra).acquireTokenByCode({ ...asked, code: again, nonce: 'nonce-1' })
    expect(result).toMatchObject({ uniqueId: ANA, account: { username: 'ana@company.example' } })
    await jwtVerify(result.idToken, createRemoteJWKSet(new URL(entra.jwksUrl())), { audience: TAB })
    const oboAssertion = await entra.teamsSsoToken({ tid: TID, oid: ANA, clientId: TAB })
    expect((await msalFor(entra).acquireTokenOnBehalfOf({ oboAssertion, scopes: [READ] }))?.accessToken).toBeTruthy()
  })

  it('sends a refusal back to the app', async () => {
    await using entra = await startCompany()
    entra.requireConsent(TID, TAB)
    const { open, send } = browser(entra)
    const url = landing(await send(await (await open(hinted)).text(), { decision: 'decline' }))
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      error: 'access_denied',
      state: 'state-1',
      error_description: expect.stringContaining('AADSTS65004')
    })
  })

  it('needs an admin where people may not consent themselves, even when the form is forged', async () => {
    await using entra = await startCompany()
    entra.addTenant({ tid: TID, name: 'Demo company', userConsent: false })
    entra.requireConsent(TID, TAB)
    const { open, send } = browser(entra)
    const page = await (await open(hinted)).text()
    expect(page).toContain('Need admin approval')
    expect(landing(await send(page, { decision: 'accept' })).searchParams.get('error_description')).toContain(
      'AADSTS90094'
    )
    entra.grantConsent(TID, TAB, READ)
    expect(landing(await open(hinted)).searchParams.get('code')).toBeTruthy()
  })

  it('shows unknown and disabled accounts an error, and goes nowhere with them', async () => {
    await using entra = await startCompany()
    const { open, send } = browser(entra)
    const page = await (await open()).text()
    expect(await (await send(page, { username: 'x<script>@company.example' })).text()).toContain('x&lt;script&gt;')
    entra.setAccountEnabled(TID, ANA, false)
    expect(await (await send(page, { username: 'ana@company.example' })).text()).toContain('AADSTS50057')
  })

  it('never redirects to an address that is not registered, and answers silent requests with login_required', async () => {
    await using entra = await startCompany()
    const { open } = browser(entra)
    const stray = await open({ redirect_uri: 'https://evil.example/' })
    expect(stray.status).toBe(400)
    expect(stray.headers.get('location')).toBeNull()
    expect(await stray.text()).toContain('AADSTS50011')
    expect(landing(await open({ prompt: 'none' })).searchParams.get('error')).toBe('login_required')
    expect(landing(await open({ ...hinted, response_mode: 'fragment' })).hash).toMatch(/^#code=/u)
  })
})

describe('a code', () => {
  it('works once, and only with its own verifier, address and secret', async () => {
    await using entra = await startCompany()
    const { open } = browser(entra)
    const code = landing(await open(hinted)).searchParams.get('code') ?? ''
    const redeem = async (change: Readonly<Record<string, string>>) =>
      (await askToken(entra, { ...redeeming, code, ...change })).body['error_codes']
    expect(await redeem({ code_verifier: 'wrong' })).toEqual([501481])
    expect(await redeem({ redirect_uri: 'https://tab.example/other' })).toEqual([500112])
    expect(await redeem({ client_secret: 'wrong' })).toEqual([7000215])
    expect(await redeem({ code: 'made-up' })).toEqual([9002313])
    expect(await redeem({})).toBeUndefined()
    expect(await redeem({})).toEqual([54005])
  })

  it('of a single-page app is redeemed cross-origin without a secret, and renewed', async () => {
    await using entra = await startCompany()
    const { open } = browser(entra)
    const code = landing(await open({ ...hinted, redirect_uri: SPA_REDIRECT })).searchParams.get('code') ?? ''
    const form = {
      grant_type: 'authorization_code',
      client_id: TAB,
      redirect_uri: SPA_REDIRECT,
      code_verifier: verifier,
      code
    }
    expect((await askToken(entra, form)).body['error_codes']).toEqual([9002327])
    const { body } = await askToken(entra, form, { origin: 'https://tab.example' })
    expect(decodeJwt(String(body['access_token']))).toMatchObject({ appid: TAB, appidacr: '0' })
    const renewing = { grant_type: 'refresh_token', client_id: TAB, refresh_token: String(body['refresh_token']) }
    expect((await askToken(entra, renewing, { origin: 'https://tab.example' })).status).toBe(200)
    entra.setAccountEnabled(TID, ANA, false)
    expect((await askToken(entra, renewing, { origin: 'https://tab.example' })).body['error_codes']).toEqual([50057])
  })
})
