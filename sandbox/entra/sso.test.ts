import { createRemoteJWKSet, decodeJwt, decodeProtectedHeader, jwtVerify } from 'jose'
import { expect, it } from 'vitest'
import { TEAMS_DESKTOP, TEAMS_WEB } from './model.ts'
import { TeamsSsoError } from './sso.ts'
import { ANA, GUEST, HOME_TID, OTHER, startCompany, TAB, TAB_URI, TID } from './testEntra.ts'

const TEMPLATE = 'https://login.microsoftonline.com/{tenantid}/v2.0'
const MINUTE_S = 60

type Document = { readonly issuer: string; readonly jwks_uri: string; readonly token_endpoint: string }
type Jwks = { readonly keys: readonly { readonly kid: string; readonly issuer: string }[] }

const read = async <T>(url: string): Promise<T> => (await (await fetch(url)).json()) as T

it('issues what Teams hands to a tab: version 2, for the app, with the person and the Teams client', async () => {
  await using entra = await startCompany()
  const token = await entra.teamsSsoToken({ tid: TID, oid: ANA, clientId: TAB, azp: TEAMS_WEB })
  const document = await read<Document>(`${entra.standin.url()}/common/v2.0/.well-known/openid-configuration`)
  const { payload, protectedHeader } = await jwtVerify(token, createRemoteJWKSet(new URL(document.jwks_uri)), {
    audience: TAB,
    issuer: document.issuer.replace('{tenantid}', TID),
    algorithms: ['RS256'],
    requiredClaims: ['exp', 'nbf', 'iat', 'sub', 'uti', 'rh', 'aio']
  })
  expect(payload).toMatchObject({
    ver: '2.0',
    tid: TID,
    oid: ANA,
    scp: 'access_as_user',
    azp: TEAMS_WEB,
    azpacr: '0',
    name: 'Ana Demo',
    preferred_username: 'ana@company.example'
  })
  for (const absent of ['idtyp', 'idp', 'email', 'upn', 'roles']) expect(payload).not.toHaveProperty(absent)
  expect(protectedHeader).toMatchObject({ typ: 'JWT', alg: 'RS256', kid: expect.any(String) })
})

it('lets tokens live 60 to 90 minutes, each for a time of its own', async () => {
  await using entra = await startCompany()
  const tokens = await Promise.all(
    Array.from({ length: 8 }, () => entra.teamsSsoToken({ tid: TID, oid: ANA, clientId: TAB }))
  )
  const lives = tokens.map(token => Math.round(((decodeJwt(token).exp ?? 0) - Date.now() / 1000) / MINUTE_S))
  expect(Math.min(...lives)).toBeGreaterThanOrEqual(59)
  expect(Math.max(...lives)).toBeLessThanOrEqual(90)
  expect(new Set(tokens.map(token => decodeJwt(token).exp)).size).toBeGreaterThan(1)
  expect(new Set(tokens.map(token => decodeJwt(token)['uti'])).size).toBe(8)
})

it('gives a person one sub per app, and says of a guest which tenant vouches', async () => {
  await using entra = await startCompany()
  const claims = async (oid: string, clientId: string) =>
    decodeJwt(await entra.teamsSsoToken({ tid: TID, oid, clientId }))
  const ana = await claims(ANA, TAB)
  expect((await claims(ANA, TAB)).sub).toBe(ana.sub)
  expect((await claims(ANA, OTHER)).sub).not.toBe(ana.sub)
  expect(await claims(GUEST, TAB)).toMatchObject({
    tid: TID,
    oid: GUEST,
    idp: `https://sts.windows.net/${HOME_TID}/`,
    preferred_username: 'gil@partner.example'
  })
})

it('issues version 1 tokens for a registration that asks for them', async () => {
  await using entra = await startCompany()
  const claims = decodeJwt(await entra.teamsSsoToken({ tid: TID, oid: ANA, clientId: OTHER }))
  expect(claims).toMatchObject({
    ver: '1.0',
    iss: `https://sts.windows.net/${TID}/`,
    aud: `api://${OTHER}`,
    appid: TEAMS_DESKTOP,
    upn: 'ana@company.example'
  })
  expect(claims).not.toHaveProperty('azp')
})

it('refuses a host that the registration does not preauthorize, as Teams would', async () => {
  await using entra = await startCompany()
  const azp = '4765445b-32c6-49b0-83e6-1d93765276ca'
  await expect(entra.teamsSsoToken({ tid: TID, oid: ANA, clientId: TAB, azp })).rejects.toMatchObject({
    reason: 'resourceRequiresConsent'
  })
  entra.grantConsent(TID, azp, `${TAB_URI}/access_as_user`)
  expect(decodeJwt(await entra.teamsSsoToken({ tid: TID, oid: ANA, clientId: TAB, azp }))['azp']).toBe(azp)
  await expect(entra.teamsSsoToken({ tid: TID, oid: ANA, clientId: 'unknown' })).rejects.toThrow(TeamsSsoError)
})

it('publishes the shared issuer as a template, a tenant’s own written out, and keys that name their issuer', async () => {
  await using entra = await startCompany()
  const base = entra.standin.url()
  const shared = await read<Document>(`${base}/common/v2.0/.well-known/openid-configuration`)
  expect(shared).toMatchObject({
    issuer: TEMPLATE,
    jwks_uri: entra.jwksUrl(),
    token_endpoint: `${base}/common/oauth2/v2.0/token`
  })
  const own = await read<Document>(`${base}/${TID}/v2.0/.well-known/openid-configuration`)
  expect(own.issuer).toBe(TEMPLATE.replace('{tenantid}', TID))
  const consumers = 'https://login.microsoftonline.com/9188040d-6c67-4c5b-b112-36a304b66dad/v2.0'
  expect((await read<Jwks>(entra.jwksUrl())).keys.map(({ issuer }) => issuer)).toEqual([TEMPLATE, consumers])
  expect((await read<Jwks>(own.jwks_uri)).keys.map(({ issuer }) => issuer)).toEqual([own.issuer])
  const instance = await read<{ metadata: { aliases: string[] }[] }>(
    `${base}/common/discovery/instance?api-version=1.1`
  )
  expect(instance.metadata[0]?.aliases).toContain('login.microsoftonline.com')
  expect((await fetch(`${base}/nonsense/v2.0/.well-known/openid-configuration`)).status).toBe(400)
})

it('forges tokens that a careful verifier refuses, each for its own reason', async () => {
  await using entra = await startCompany()
  const keys = createRemoteJWKSet(new URL(entra.jwksUrl()))
  const verify = async (change: Partial<Parameters<typeof entra.teamsSsoToken>[0]>) =>
    jwtVerify(await entra.teamsSsoToken({ tid: TID, oid: ANA, clientId: TAB, ...change }), keys, {
      audience: TAB,
      algorithms: ['RS256']
    })
  await verify({})
  await expect(verify({ signedBy: 'foreign' })).rejects.toThrow(/no applicable key/u)
  await expect(verify({ signedBy: 'impostor' })).rejects.toThrow(/signature verification failed/u)
  await expect(verify({ signedBy: 'nobody' })).rejects.toThrow(/"alg"/u)
  await expect(verify({ signedBy: 'hmac' })).rejects.toThrow(/"alg"/u)
  await expect(verify({ expiresIn: -1 })).rejects.toThrow(/"exp" claim/u)
  await expect(verify({ claims: { nbf: Math.floor(Date.now() / 1000) + 600 } })).rejects.toThrow(/"nbf" claim/u)
  await expect(verify({ aud: OTHER })).rejects.toThrow(/"aud" claim/u)
  const byConsumers = await verify({ signedBy: 'consumers' })
  expect(byConsumers.payload.iss).toBe(TEMPLATE.replace('{tenantid}', TID))
})

it('forges any claim and header field, and takes any away', async () => {
  await using entra = await startCompany()
  const claims = { oid: 'ffffffff-0000-4000-8000-000000000000', azp: null }
  const token = await entra.teamsSsoToken({ tid: TID, oid: ANA, clientId: TAB, claims, header: { kid: null, x: 1 } })
  expect(decodeJwt(token)).toMatchObject({ oid: claims.oid })
  expect(decodeJwt(token)).not.toHaveProperty('azp')
  expect(decodeProtectedHeader(token)).toEqual({ alg: 'RS256', typ: 'JWT', x: 1 })
})
