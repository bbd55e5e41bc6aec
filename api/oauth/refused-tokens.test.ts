/** Forged, stale, swapped and malformed tokens of Teams and of CI: each refused by name, nothing leaked, nothing changed. */
import { createHmac, createPublicKey, generateKeyPairSync } from 'node:crypto'
import { SignJWT, importPKCS8, UnsecuredJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exchangeTeamsToken } from '../contract/identity.ts'
import { countRows, refusalOf } from './test-refusals.ts'
import { OTHER_TENANT, startSignInWorld, TENANT, type SignInWorld } from './test-world.ts'

const OID = 'cccccccc-0000-4000-8000-000000000001'
const GONE = 'cccccccc-0000-4000-8000-000000000002'
const UNKNOWN = '99999999-0000-4000-8000-000000000009'

let world: SignInWorld
let before: string
let accessToken: string
beforeAll(async () => {
  world = await startSignInWorld()
  await world.addPerson('ana', { objectId: OID })
  await world.addPerson('gone', { objectId: GONE })
  const token = await world.entra.token({ tid: TENANT, oid: OID })
  accessToken = (await world.call()(exchangeTeamsToken, { body: { token } })).accessToken
  await world.call()(exchangeTeamsToken, { body: { token: await world.entra.token({ tid: TENANT, oid: GONE }) } })
  await world.setActive('gone', 'inactive')
  before = await countRows(world)
})
afterAll(() => world[Symbol.asyncDispose]())

const parts = (token: string): [string, string, string] => {
  const [head = '', body = '', signature = ''] = token.split('.')
  return [head, body, signature]
}
const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')
const decode = (part: string): Record<string, unknown> =>
  JSON.parse(Buffer.from(part, 'base64url').toString()) as Record<string, unknown>

const teams = (claims: Readonly<Record<string, unknown>> = {}, options = {}): Promise<string> =>
  world.entra.token({ tid: TENANT, oid: OID, ...claims }, options)

async function changed(
  token: string,
  part: 'head' | 'body',
  change: Readonly<Record<string, unknown>>
): Promise<string> {
  const [head, body, signature] = parts(token)
  return part === 'head'
    ? [encode({ ...decode(head), ...change }), body, signature].join('.')
    : [head, encode({ ...decode(body), ...change }), signature].join('.')
}

/** Signs with the provider's published key as if it were a shared secret. */
async function asHmac(token: string, keysAt: string): Promise<string> {
  const { keys } = (await (await fetch(keysAt)).json()) as { keys: { kid: string }[] }
  const pem = createPublicKey({ key: { ...keys[0] }, format: 'jwk' }).export({ type: 'spki', format: 'pem' })
  const [head, body] = parts(token)
  const signed = `${encode({ ...decode(head), alg: 'HS256' })}.${body}`
  return `${signed}.${createHmac('sha256', pem).update(signed).digest('base64url')}`
}

async function withOwnKey(token: string, header: Readonly<Record<string, unknown>>): Promise<string> {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  const jwk = publicKey.export({ format: 'jwk' })
  const [, body] = parts(token)
  return new SignJWT(decode(body))
    .setProtectedHeader({ alg: 'RS256', ...header, ...(header['jwk'] ? { jwk } : {}) })
    .sign(await importPKCS8(pem, 'RS256'))
}

const tenth = (token: string): string => {
  const [head, body, signature] = parts(token)
  return [head, body, `${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`].join('.')
}

type Row = readonly [what: string, token: () => Promise<string>, status: number, code: string]

const TEAMS: readonly Row[] = [
  ['a signature of another key', () => teams({}, { forged: true }), 401, 'invalid_token'],
  ['one changed character of the signature', async () => tenth(await teams()), 401, 'invalid_token'],
  [
    'no signature',
    async () =>
      parts(await teams())
        .slice(0, 2)
        .join('.') + '.',
    401,
    'invalid_token'
  ],
  ['alg none', async () => new UnsecuredJWT(decode(parts(await teams())[1])).encode(), 401, 'invalid_token'],
  [
    'the public key used as a shared secret',
    async () => asHmac(await teams(), `${world.entra.url}/common/discovery/v2.0/keys`),
    401,
    'invalid_token'
  ],
  ['a key of its own in the header', async () => withOwnKey(await teams(), { jwk: true }), 401, 'invalid_token'],
  [
    'a key fetched from elsewhere',
    async () => withOwnKey(await teams(), { jku: 'https://evil.example/keys', kid: 'entra-1' }),
    401,
    'invalid_token'
  ],
  ['an unknown kid', async () => changed(await teams(), 'head', { kid: 'none' }), 401, 'invalid_token'],
  [
    'a critical header nobody knows',
    async () => changed(await teams(), 'head', { crit: ['x'], x: 1 }),
    401,
    'invalid_token'
  ],
  ['another account in the body', async () => changed(await teams(), 'body', { oid: GONE }), 401, 'invalid_token'],
  [
    'another tenant in the body',
    async () => changed(await teams(), 'body', { tid: OTHER_TENANT }),
    401,
    'invalid_token'
  ],
  ['another app’s audience', () => teams({ aud: UNKNOWN }), 401, 'invalid_token'],
  ['Graph’s audience', () => teams({ aud: 'https://graph.microsoft.com' }), 401, 'invalid_token'],
  [
    'our audience among others’ only as a part',
    () => teams({ aud: 'api://evil.example/33333333-3333-4333-8333-333333333333' }),
    401,
    'invalid_token'
  ],
  [
    'the issuer of another tenant',
    () => teams({ iss: `https://login.microsoftonline.com/${OTHER_TENANT}/v2.0` }),
    401,
    'invalid_token'
  ],
  [
    'an issuer that only looks like Entra',
    () => teams({ iss: `https://login.microsoftonline.com.evil.example/${TENANT}/v2.0` }),
    401,
    'invalid_token'
  ],
  ['the issuer of version 1', () => teams({ iss: `https://sts.windows.net/${TENANT}/` }), 401, 'invalid_token'],
  ['version 1', () => teams({ ver: '1.0' }), 401, 'invalid_token'],
  ['no scope', () => teams({ scp: undefined }), 401, 'invalid_token'],
  ['another scope', () => teams({ scp: 'User.Read profile' }), 401, 'invalid_token'],
  ['a scope that only contains ours', () => teams({ scp: 'not_access_as_user' }), 401, 'invalid_token'],
  ['an app instead of a person', () => teams({ idtyp: 'app' }), 401, 'invalid_token'],
  ['roles of an app and no person', () => teams({ scp: undefined, roles: ['access_as_user'] }), 401, 'invalid_token'],
  ['a client that is not Microsoft’s', () => teams({ azp: UNKNOWN }), 401, 'invalid_token'],
  ['no client', () => teams({ azp: undefined }), 401, 'invalid_token'],
  ['expired', () => teams({}, { lifetimeSeconds: -120 }), 401, 'invalid_token'],
  ['not yet valid', () => teams({ nbf: Math.floor(Date.now() / 1000) + 600 }), 401, 'invalid_token'],
  ['no beginning', () => teams({ nbf: undefined }), 401, 'invalid_token'],
  ['no end', () => teams({ exp: undefined }), 401, 'invalid_token'],
  ['an object id that is none', () => teams({ oid: 'ana' }), 401, 'invalid_token'],
  ['several object ids', () => teams({ oid: [OID, GONE] }), 401, 'invalid_token'],
  ['no object id', () => teams({ oid: undefined, sub: OID, email: 'ana@ping.test' }), 401, 'invalid_token'],
  ['a tenant that is none', () => teams({ tid: '../common' }), 401, 'invalid_token'],
  ['a tenant that no admin confirmed', () => teams({ tid: UNKNOWN }), 403, 'unknown_tenant'],
  ['a guest from elsewhere', () => teams({ acct: 1 }), 403, 'guest'],
  [
    'the right e-mail on another account',
    () => teams({ oid: UNKNOWN, email: 'ana@ping.test', upn: 'ana@ping.test' }),
    403,
    'unlinked'
  ],
  ['somebody who left', () => teams({ oid: GONE }), 403, 'no_access'],
  ['one of CI’s own tokens', async () => accessToken, 401, 'invalid_token'],
  ['text', async () => 'this is not a token at all', 401, 'invalid_token'],
  ['three dots', async () => '......................', 401, 'invalid_token'],
  ['much too long', async () => 'a.'.repeat(20_000), 400, 'bad_request'],
  ['nothing', async () => '', 400, 'bad_request']
]

describe('a Teams token', () => {
  test.each(TEAMS)('%s', async (_what, make, status, code) => {
    const token = await make()
    const answer = await fetch(`${world.url}/v1/session/teams`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token })
    })
    expect(await refusalOf(world, answer, token)).toEqual({ status, code, leaked: [], rows: before })
  })
})

const OURS: readonly Row[] = [
  ['no signature', async () => parts(accessToken).slice(0, 2).join('.') + '.', 401, 'unauthenticated'],
  ['one changed character of the signature', async () => tenth(accessToken), 401, 'unauthenticated'],
  ['alg none', async () => new UnsecuredJWT(decode(parts(accessToken)[1])).encode(), 401, 'unauthenticated'],
  [
    'the public key used as a shared secret',
    async () => asHmac(accessToken, `${world.url}/oidc/jwks`),
    401,
    'unauthenticated'
  ],
  [
    'a key of its own in the header',
    async () => withOwnKey(accessToken, { jwk: true, typ: 'at+jwt' }),
    401,
    'unauthenticated'
  ],
  [
    'an admin’s role written in',
    async () => changed(accessToken, 'body', { roles: ['admin'] }),
    401,
    'unauthenticated'
  ],
  [
    'another person written in',
    async () => changed(accessToken, 'body', { sub: `${world.organizationId}.per_x` }),
    401,
    'unauthenticated'
  ],
  [
    'a longer life written in',
    async () => changed(accessToken, 'body', { exp: 4_000_000_000 }),
    401,
    'unauthenticated'
  ],
  ['another audience written in', async () => changed(accessToken, 'body', { aud: 'x' }), 401, 'unauthenticated'],
  ['the token of Teams itself', () => teams(), 401, 'unauthenticated'],
  ['text', async () => 'operator', 401, 'unauthenticated'],
  [
    'the operator’s token in capitals',
    async () => world.deps.config.OPERATOR_TOKEN.toUpperCase(),
    401,
    'unauthenticated'
  ],
  ['the operator’s token and a bit more', async () => `${world.deps.config.OPERATOR_TOKEN}x`, 401, 'unauthenticated']
]

describe('an access token of CI', () => {
  test.each(OURS)('%s', async (_what, make, status, code) => {
    const token = await make()
    const answer = await fetch(`${world.url}/v1/me`, { headers: { authorization: `Bearer ${token}` } })
    expect(await refusalOf(world, answer, token)).toEqual({ status, code, leaked: [], rows: before })
  })

  test.each([
    ['in the query', () => fetch(`${world.url}/v1/me?access_token=${accessToken}`)],
    ['as Basic', () => fetch(`${world.url}/v1/me`, { headers: { authorization: `Basic ${accessToken}` } })],
    ['as a cookie', () => fetch(`${world.url}/v1/me`, { headers: { cookie: `access_token=${accessToken}` } })],
    [
      'at an operator’s address',
      () =>
        fetch(`${world.url}/v1/operator/organizations/${world.organizationId}/clients`, {
          headers: { authorization: `Bearer ${accessToken}` }
        })
    ]
  ] as const)('the right one %s', async (what, ask) => {
    const wanted = what.startsWith('at an')
      ? { status: 403, code: 'forbidden' }
      : { status: 401, code: 'unauthenticated' }
    expect(await refusalOf(world, await ask())).toEqual({ ...wanted, leaked: [], rows: before })
  })
})
