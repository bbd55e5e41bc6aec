import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { InteractionRequiredAuthError } from '@azure/msal-node'
import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose'
import { describe, expect, it } from 'vitest'
import {
  ANA,
  askToken,
  GUEST,
  HOME_TID,
  msalFor,
  OTHER,
  READ,
  SECRET,
  startCompany,
  startEntra,
  TAB,
  TAB_URI,
  TID
} from './testEntra.ts'

const CONNECTOR = { scopes: ['https://api.botframework.com/.default'] }
const keysAt = (url: string) => createRemoteJWKSet(new URL(url))
const credentials = { client_id: TAB, client_secret: SECRET }
const daemon = { ...credentials, grant_type: 'client_credentials', scope: CONNECTOR.scopes[0] ?? '' }

describe('an app by itself', () => {
  it('gets a connector token that names the app and no person', async () => {
    await using entra = await startCompany()
    const result = await msalFor(entra).acquireTokenByClientCredential(CONNECTOR)
    const { payload } = await jwtVerify(result?.accessToken ?? '', keysAt(entra.jwksUrl()), {
      audience: 'https://api.botframework.com',
      issuer: `https://sts.windows.net/${TID}/`,
      algorithms: ['RS256']
    })
    expect(payload).toMatchObject({ appid: TAB, appidacr: '1', idtyp: 'app', tid: TID, ver: '1.0', oid: payload.sub })
    expect(payload).not.toHaveProperty('scp')
    expect(payload).not.toHaveProperty('roles')
  })

  it('carries on Graph the roles that an admin granted in that tenant', async () => {
    await using entra = await startCompany()
    entra.grantAppRoles(TID, TAB, ['User.Read.All'])
    const { body } = await askToken(entra, { ...daemon, scope: 'https://graph.microsoft.com/.default' })
    expect(decodeJwt(String(body['access_token']))).toMatchObject({
      aud: 'https://graph.microsoft.com',
      roles: ['User.Read.All']
    })
  })

  it('is refused with Entra’s whole error document for a wrong secret', async () => {
    await using entra = await startCompany()
    const answer = await askToken(entra, { ...daemon, client_secret: 'wrong' }, { 'client-request-id': 'corr-1' })
    expect(answer).toMatchObject({
      status: 401,
      body: { error: 'invalid_client', error_codes: [7000215], correlation_id: 'corr-1' }
    })
    expect(answer.body['error_description']).toMatch(
      /^AADSTS7000215: .* Trace ID: \S+ Correlation ID: corr-1 Timestamp: \d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ$/u
    )
    expect(answer.body).toMatchObject({ trace_id: expect.any(String), timestamp: expect.any(String) })
    await expect(msalFor(entra, 'wrong').acquireTokenByClientCredential(CONNECTOR)).rejects.toMatchObject({
      errorCode: 'invalid_client'
    })
  })

  it('is refused once its secret was revoked or has expired, and not for a second secret', async () => {
    await using entra = await startCompany()
    entra.addSecret(TAB, 'second')
    entra.revokeSecret(TAB, SECRET)
    expect((await askToken(entra, daemon)).body['error_codes']).toEqual([7000215])
    expect((await askToken(entra, { ...daemon, client_secret: 'second' })).status).toBe(200)
    entra.expireSecrets(TAB)
    expect((await askToken(entra, { ...daemon, client_secret: 'second' })).body['error_codes']).toEqual([7000222])
  })

  it.each([
    ['an unknown app', { client_id: 'dddddddd-0000-4000-8000-000000000000' }, 700016],
    ['no secret', { client_secret: '' }, 7000218],
    ['a scope without .default', { scope: READ }, 1002012],
    ['an unknown resource', { scope: 'api://nobody/.default' }, 500011],
    ['an unknown grant type', { grant_type: 'password' }, 70003],
    ['no grant type', { grant_type: '' }, 900144]
  ])('is refused for %s', async (_what, change, number) => {
    await using entra = await startCompany()
    expect((await askToken(entra, { ...daemon, ...change })).body['error_codes']).toEqual([number])
  })

  it('is refused in a tenant that does not exist or does not have the app', async () => {
    await using entra = await startCompany()
    const nowhere = msalFor(entra, SECRET, 'eeeeeeee-0000-4000-8000-000000000000')
    await expect(nowhere.acquireTokenByClientCredential(CONNECTOR)).rejects.toThrow(/AADSTS90002/u)
    entra.addApp({ clientId: TAB, clientSecret: SECRET, appIdUri: TAB_URI, name: 'Coach', tenants: [HOME_TID] })
    await expect(msalFor(entra).acquireTokenByClientCredential(CONNECTOR)).rejects.toThrow(/AADSTS700016/u)
  })
})

describe('on behalf of a person', () => {
  const oboOf = (assertion: string) => ({
    ...credentials,
    grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
    requested_token_use: 'on_behalf_of',
    scope: READ,
    assertion
  })

  it('exchanges a Teams token for one of Graph, with the person and the asked scope', async () => {
    await using entra = await startCompany()
    const oboAssertion = await entra.teamsSsoToken({ tid: TID, oid: ANA, clientId: TAB })
    const result = await msalFor(entra).acquireTokenOnBehalfOf({ oboAssertion, scopes: [READ] })
    expect(result).toMatchObject({ tenantId: TID, uniqueId: ANA, scopes: expect.arrayContaining([READ]) })
    const graph = decodeJwt(result?.accessToken ?? '')
    expect(graph).toMatchObject({ aud: 'https://graph.microsoft.com', oid: ANA, appid: TAB, appidacr: '1' })
    expect(String(graph['scp']).split(' ')).toContain('User.Read')
    expect(graph.sub).not.toBe(decodeJwt(oboAssertion).sub)
  })

  it('asks for interaction until somebody consents to exactly that scope', async () => {
    await using entra = await startCompany()
    entra.requireConsent(TID, TAB)
    const oboAssertion = await entra.teamsSsoToken({ tid: TID, oid: ANA, clientId: TAB })
    const ask = () => msalFor(entra).acquireTokenOnBehalfOf({ oboAssertion, scopes: [READ] })
    const refusal = await ask().catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(InteractionRequiredAuthError)
    expect(refusal).toMatchObject({
      errorCode: 'invalid_grant',
      subError: 'consent_required',
      errorMessage: expect.stringContaining('AADSTS65001')
    })
    entra.grantConsent(TID, TAB, 'Mail.Read', ANA)
    await expect(ask()).rejects.toThrow(InteractionRequiredAuthError)
    entra.grantConsent(TID, TAB, READ, GUEST)
    await expect(ask()).rejects.toThrow(InteractionRequiredAuthError)
    entra.grantConsent(TID, TAB, READ, ANA)
    expect((await ask())?.accessToken).toBeTruthy()
  })

  it('asks again after consent to one scope alone was taken back', async () => {
    await using entra = await startCompany()
    entra.requireConsent(TID, TAB, READ)
    const form = oboOf(await entra.teamsSsoToken({ tid: TID, oid: ANA, clientId: TAB }))
    expect((await askToken(entra, form)).body).toMatchObject({
      error: 'invalid_grant',
      suberror: 'consent_required',
      error_codes: [65001]
    })
    expect((await askToken(entra, { ...form, scope: 'Calendars.Read' })).status).toBe(200)
    entra.grantConsent(TID, TAB, READ)
    expect((await askToken(entra, form)).status).toBe(200)
  })

  it('hands on a claims challenge, and refuses a disabled account', async () => {
    await using entra = await startCompany()
    const form = oboOf(await entra.teamsSsoToken({ tid: TID, oid: ANA, clientId: TAB }))
    entra.setMfaRequired(TID, ANA, true)
    expect((await askToken(entra, form)).body).toMatchObject({
      error_codes: [50076],
      suberror: 'basic_action',
      claims: expect.stringContaining('capolids')
    })
    entra.setMfaRequired(TID, ANA, false)
    entra.setAccountEnabled(TID, ANA, false)
    expect((await askToken(entra, form)).body['error_codes']).toEqual([50057])
    await expect(entra.teamsSsoToken({ tid: TID, oid: ANA, clientId: TAB })).rejects.toMatchObject({
      reason: 'tokenRevoked'
    })
  })

  it.each([
    ['of another app', { clientId: OTHER }, 500131],
    ['that has expired', { expiresIn: -600 }, 500133],
    ['that starts in the future', { claims: { nbf: Math.floor(Date.now() / 1000) + 3600 } }, 500133],
    ['under an unknown key', { signedBy: 'foreign' as const }, 50013],
    ['whose signature is another key’s', { signedBy: 'impostor' as const }, 50013],
    ['signed with the key of personal accounts', { signedBy: 'consumers' as const }, 50013],
    ['of another issuer', { claims: { iss: 'https://evil.example/' } }, 50013],
    ['without a signature', { signedBy: 'nobody' as const }, 50027],
    ['signed with the public key as a secret', { signedBy: 'hmac' as const }, 50027],
    ['of an app', { claims: { scp: null, idtyp: 'app' } }, 7000114]
  ])('refuses an assertion %s', async (_what, change, number) => {
    await using entra = await startCompany()
    const assertion = await entra.teamsSsoToken({ tid: TID, oid: ANA, clientId: TAB, ...change })
    expect((await askToken(entra, oboOf(assertion))).body['error_codes']).toEqual([number])
  })

  it('takes a guest’s assertion in the tenant that issued it, and in no other', async () => {
    await using entra = await startCompany()
    const oboAssertion = await entra.teamsSsoToken({ tid: TID, oid: GUEST, clientId: TAB })
    expect((await msalFor(entra).acquireTokenOnBehalfOf({ oboAssertion, scopes: [READ] }))?.accessToken).toBeTruthy()
    const atHome = msalFor(entra, SECRET, HOME_TID).acquireTokenOnBehalfOf({ oboAssertion, scopes: [READ] })
    await expect(atHome).rejects.toThrow(/AADSTS50020/u)
  })
})

describe('keys', () => {
  it('keep old tokens good through a rotation, until they are retired', async () => {
    await using entra = await startCompany()
    const before = await entra.teamsSsoToken({ tid: TID, oid: ANA, clientId: TAB })
    await entra.rotateKeys()
    const after = await entra.teamsSsoToken({ tid: TID, oid: ANA, clientId: TAB })
    await jwtVerify(before, keysAt(entra.jwksUrl()))
    await entra.retireKeys()
    await expect(jwtVerify(before, keysAt(entra.jwksUrl()))).rejects.toThrow(/no applicable key/u)
    await jwtVerify(after, keysAt(entra.jwksUrl()))
  })

  it('survive a restart with accounts, secrets and consent, so that tokens stay good', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'entra-'))
    const file = join(folder, 'entra.jsonl')
    const first = await startCompany(file)
    first.requireConsent(TID, TAB)
    const oboAssertion = await first.teamsSsoToken({ tid: TID, oid: ANA, clientId: TAB })
    await first[Symbol.asyncDispose]()
    await using second = await startEntra(file)
    await jwtVerify(oboAssertion, keysAt(second.jwksUrl()), { audience: TAB })
    expect((await msalFor(second).acquireTokenByClientCredential(CONNECTOR))?.accessToken).toBeTruthy()
    await expect(msalFor(second).acquireTokenOnBehalfOf({ oboAssertion, scopes: [READ] })).rejects.toThrow(
      InteractionRequiredAuthError
    )
    rmSync(folder, { recursive: true })
  })
})
