/** What admins really paste into the claim lab: whole answers of tools, broken lines, half a token, too much, and worse. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getClaimMapping, listClaimCases, putClaimMapping, saveClaimCase, tryClaims } from '../contract/claims.ts'
import type { Client } from '../contract/client.ts'
import { browserFor, signInToWeb, webParty } from '../oauth/test-party.ts'
import { startSignInWorld, type SignInWorld } from '../oauth/test-world.ts'

let world: SignInWorld
let admin: Client
beforeAll(async () => {
  world = await startSignInWorld()
  admin = await world.asAdmin()
  await world.addPerson('ana')
})
afterAll(() => world[Symbol.asyncDispose]())

const lab = (text: string, connectionType = 'GenericOIDC') => admin(tryClaims, { body: { text, connectionType } })
const refusal = (text: string, connectionType?: string): Promise<string> =>
  lab(text, connectionType).then(
    () => 'was read',
    (error: { readonly status: number; readonly problem: { readonly message: string } }) =>
      `${error.status} ${error.problem.message}`
  )

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')
const token = (claims: object): string => `${part({ alg: 'RS256', kid: 'k' })}.${part(claims)}.${'s'.repeat(86)}`
const ANA = { sub: 'ana', mail: 'ana@ping.test', givenName: 'Ana', sn: 'Torres' }
const broken = (text: string): string => text.replaceAll(/(.{20})/gu, '$1\r\n')

const SAML = `<?xml version="1.0"?>
<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol"><!-- <Attribute Name="no"> -->
 <saml2:Assertion xmlns:saml2='urn:oasis:names:tc:SAML:2.0:assertion'>
  <ds:Signature xmlns:ds="x"><ds:SignatureValue>c2VjcmV0</ds:SignatureValue></ds:Signature>
  <saml2:Subject><saml2:NameID Format="urn:x">ana</saml2:NameID></saml2:Subject>
  <saml2:AuthnStatement AuthnInstant="2026-11-24T09:00:00Z" SessionNotOnOrAfter="2026-11-24T17:00:00Z"/>
  <saml2:AttributeStatement>
   <saml2:Attribute NameFormat='urn:x' Name='mail' note="a > b"><saml2:AttributeValue xsi:type="xs:string"><![CDATA[ana@ping.test]]></saml2:AttributeValue></saml2:Attribute>
   <saml2:Attribute Name="givenName"><saml2:AttributeValue>Jos&#233; &amp; An&#xE1;</saml2:AttributeValue></saml2:Attribute>
   <saml2:Attribute Name="sn"><saml2:AttributeValue>Torres</saml2:AttributeValue></saml2:Attribute>
   <saml2:Attribute Name="memberOf"><saml2:AttributeValue>CN=A,OU=x</saml2:AttributeValue><saml2:AttributeValue>CN=B,OU=x</saml2:AttributeValue></saml2:Attribute>
   <saml2:Attribute Name="empty"/>
  </saml2:AttributeStatement>
 </saml2:Assertion>
</samlp:Response>`

describe('is read all the same', () => {
  it.each([
    ['a token with line breaks', broken(token(ANA))],
    ['a header', `Authorization: Bearer ${token(ANA)}`],
    ['quotes and spaces', `  "${token(ANA)}"  `],
    [
      'the whole answer of a token endpoint',
      JSON.stringify({ access_token: 'x', id_token: token(ANA), expires_in: 3600 })
    ],
    ['a byte order mark', `\uFEFF${JSON.stringify(ANA)}`],
    ['lines of name=value', 'sub=ana\nmail=ana@ping.test\n\ngivenName = Ana\r\nsn: Torres\n'],
    ['base64 of JSON, in lines', broken(Buffer.from(JSON.stringify(ANA)).toString('base64'))],
    [
      'a profile as WorkOS gives it',
      JSON.stringify({ profile: { object: 'profile', idp_id: 'ana', email: null, raw_attributes: ANA } })
    ]
  ])('%s', async (_, text) => {
    const { mapped, access } = await lab(text)
    expect(mapped.map(({ attribute, value }) => [attribute, value])).toEqual([
      ['subject', 'ana'],
      ['email', 'ana@ping.test'],
      ['firstName', 'Ana'],
      ['lastName', 'Torres']
    ])
    expect(access.allowed).toBe(true)
  })

  it.each([
    ['XML with namespaces, CDATA, comments and characters by number', SAML],
    ['the same in base64, in lines', broken(Buffer.from(SAML).toString('base64'))],
    ['a form’s field', `RelayState=a&SAMLResponse=${encodeURIComponent(Buffer.from(SAML).toString('base64'))}`]
  ])('%s', async (_, text) => {
    const { kind, mapped, notes } = await lab(text, 'PingFederateSAML')
    expect(kind).toBe('saml')
    expect(mapped.map(({ attribute, value, claim }) => [attribute, value, claim])).toEqual([
      ['subject', 'ana', 'profile.idpId'],
      ['email', 'ana@ping.test', 'mail'],
      ['firstName', 'José & Aná', 'givenName'],
      ['lastName', 'Torres', 'sn'],
      ['groups', 'CN=A,OU=x, CN=B,OU=x', 'memberOf']
    ])
    expect(notes[0]).toContain('not verified')
  })

  it('a SCIM user with the enterprise extension, alone or as the one of a list', async () => {
    const user = {
      schemas: [
        'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User',
        'urn:ietf:params:scim:schemas:core:2.0:User'
      ],
      externalId: 'ana',
      userName: 'ana@upn.test',
      password: 'hunter2',
      name: { givenName: 'Ana', familyName: 'Torres' },
      emails: [
        { value: 'old@ping.test' },
        { value: 'ana@ping.test', primary: 'True' },
        { value: 'x@y.test', primary: true }
      ],
      addresses: [{ type: 'work', country: 'MX' }],
      preferredLanguage: 'es-MX',
      groups: [{ value: '1', display: 'CI-Access' }],
      'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User': {
        department: 'Finance',
        employeeNumber: '701',
        manager: { value: '26118915' }
      }
    }
    const LIST = 'urn:ietf:params:scim:api:messages:2.0:ListResponse'
    for (const text of [user, { schemas: [LIST], totalResults: 1, Resources: [user] }]) {
      const { kind, mapped } = await lab(JSON.stringify(text))
      expect(kind).toBe('scim')
      expect(Object.fromEntries(mapped.map(({ attribute, value }) => [attribute, value]))).toEqual({
        subject: 'ana',
        email: 'ana@ping.test',
        firstName: 'Ana',
        lastName: 'Torres',
        groups: 'CI-Access',
        department: 'Finance',
        country: 'MX',
        locale: 'es-MX',
        employeeNumber: '701'
      })
      expect(JSON.stringify(mapped)).not.toContain('hunter2')
    }
    expect(await refusal(JSON.stringify({ schemas: [LIST], Resources: [user, user] }))).toContain('not one SCIM user')
  })

  it('an ID token that has ended or says nothing of groups, with what to do about it', async () => {
    const { notes } = await lab(
      token({ ...ANA, exp: 1_700_000_000, _claim_names: { groups: 'src1' }, _claim_sources: {} }),
      'EntraIdOIDC'
    )
    expect(notes).toEqual([
      expect.stringContaining('not verified'),
      expect.stringContaining('2023-11-14T22:13:20.000Z'),
      expect.stringContaining('more than 200')
    ])
  })
})

describe('is refused with what is wrong', () => {
  it.each([
    ['half a token', token(ANA).slice(0, 60), 'cut off'],
    ['a token cut in its claims', `${token(ANA).split('.').slice(0, 1).join()}.eyJzdWIiO.x`, 'damaged or cut off'],
    ['an encrypted token', 'eyJhbGciOiJkaXIifQ.a.b.c.d', 'encrypted'],
    ['an access token alone', JSON.stringify({ access_token: 'x', token_type: 'Bearer' }), 'no id_token'],
    ['XML that is cut off', SAML.slice(0, 700), 'cut off'],
    ['an encrypted assertion', '<a><EncryptedAssertion><x>1</x></EncryptedAssertion></a>', 'encrypted'],
    ['XML without attributes', '<html><body>Sign in</body></html>', 'no attribute'],
    ['prose', 'please find it attached', 'not an ID token']
  ])('%s', async (_, text, said) => {
    expect(await refusal(text)).toMatch(new RegExp(`^400 .*${said}.*Paste an ID token`, 'u'))
  })

  it('XML that declares entities: no file is opened, nothing is expanded', async () => {
    const file = `<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><a><Attribute Name="mail"><AttributeValue>&x;</AttributeValue></Attribute></a>`
    const laughs = `<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><l><Attribute Name="mail"><AttributeValue>&b;</AttributeValue></Attribute></l>`
    for (const xml of [file, laughs]) expect(await refusal(xml)).toContain('document type is not read')
    const { mapped } = await lab(
      '<a><Attribute Name="sn"><AttributeValue>&x;&amp;lt;</AttributeValue></Attribute></a>',
      'GenericSAML'
    )
    expect(mapped.map(({ value }) => value)).toEqual(['&x;&lt;'])
  })

  it('a megabyte, and up to the limit nothing that takes long to say no to', async () => {
    expect(await refusal('x'.repeat(1_000_000))).toMatch(/^413 .*256 kB/u)
    expect(await refusal('x'.repeat(200_001))).toMatch(/^400 /u)
    const many = ['<Attribute Name="a">', '<AttributeValue', '<a b="', '&#', '<![CDATA[', 'a='.repeat(9), '<a aaaa']
    for (const piece of many) {
      const text = `<a>${piece.repeat(Math.floor(199_000 / piece.length))}`.slice(0, 200_000)
      expect(await refusal(text)).toMatch(/^400 /u)
    }
    const run = `<a ${'x'.repeat(190_000)}></a>`
    expect(await refusal(run)).toMatch(/^400 /u)
  })

  it('names that are no names of ours', async () => {
    const { mapped } = await lab('{"__proto__":{"sub":"evil"},"constructor":"x","sub":"ana","mail":"ana@ping.test"}')
    expect(mapped.map(({ value }) => value)).toEqual(['ana', 'ana@ping.test'])
  })
})

describe('what is kept of it', () => {
  const everything = () =>
    world.deps.db.owner(async trx => {
      const { rows } = await sql<{ all: string }>`select (select coalesce(json_agg(c)::text, '') from claim_cases c)
        || (select coalesce(json_agg(a)::text, '') from audit_events a) as all`.execute(trx)
      return rows[0]?.all ?? ''
    })

  it('nothing, unless it is saved as a case; then no token, password, signature or one-time value', async () => {
    const marked = {
      ...ANA,
      title: 'mark-title',
      nonce: 'mark-nonce',
      sid: 'mark-sid',
      inner: { refresh_token: 'mark-r' }
    }
    await lab(token(marked))
    await lab(JSON.stringify({ ...marked, password: 'mark-password' }))
    expect(await everything()).not.toContain('mark-')
    const text = token({ ...marked, copy: token({ sub: 'mark-copied' }), client_secret: 'mark-s' })
    await admin(saveClaimCase, { body: { name: 'Ana', text, connectionType: 'GenericOIDC' } })
    const kept = await everything()
    expect(kept).toContain('mark-title')
    for (const secret of ['mark-nonce', 'mark-sid', 'mark-r', 'mark-s', 'ssssssss', part({ sub: 'mark-copied' })])
      expect(kept).not.toContain(secret)
  })

  it('a case of groups breaks when the mapping no longer finds them, and not when it finds more', async () => {
    const text = JSON.stringify({ ...ANA, memberOf: ['CN=CI,OU=x'] })
    await admin(saveClaimCase, { body: { name: 'Groups', text, connectionType: 'GenericOIDC' } })
    const { version } = await admin(getClaimMapping)
    const change = { from: version, candidates: { groupsAs: 'common_name' as const } }
    await expect(admin(putClaimMapping, { body: change })).rejects.toMatchObject({ problem: { code: 'cases_break' } })
    const more = { from: version, candidates: { department: ['title'] } }
    expect(await admin(putClaimMapping, { body: more })).toMatchObject({ broken: [] })
    expect((await admin(listClaimCases)).cases.every(({ holds }) => holds)).toBe(true)
  })
})

describe('a company that joins by sign-in', () => {
  it('is shown which claim names its group, and a mapping that reads it', async () => {
    const signIn = await startSignInWorld({ other: { accessGroup: 'CI-Access', roleGroups: { admin: 'CI-Admins' } } })
    try {
      const oktaAdmin = await adminOf(signIn)
      const look = (claims: object, candidates?: object) =>
        oktaAdmin(tryClaims, {
          body: {
            text: JSON.stringify({ sub: 'new', email: 'n@okta.test', given_name: 'N', family_name: 'N', ...claims }),
            connectionType: 'OktaOIDC',
            ...(candidates ? { candidates } : {})
          }
        })
      const unnamed = await look({ teams: ['CI-Access'] })
      expect(unnamed).toMatchObject({ missing: ['groups'], access: { allowed: false } })
      expect(unnamed.suggestions).toEqual([{ attribute: 'groups', claim: 'teams' }])
      expect((await look({ teams: ['CI-Access'] }, { groups: ['teams'] })).access.allowed).toBe(true)
      const full = { memberOf: ['CN=CI-Access,OU=Groups'] }
      const named = await look(full)
      expect(named.suggestions).toEqual([{ attribute: 'groups', claim: 'memberOf', groupsAs: 'common_name' }])
      expect((await look(full, { groupsAs: 'common_name' })).access.allowed).toBe(true)
      expect((await look({ _claim_names: { groups: 's' } })).access).toMatchObject({
        allowed: false,
        why: expect.stringContaining('too many')
      })
    } finally {
      await signIn[Symbol.asyncDispose]()
    }
  })

  it('with a directory: a claim that holds the directory’s id is suggested as the id', async () => {
    const { access, suggestions } = await lab(JSON.stringify({ ...ANA, sub: 'pairwise', workerId: 'ana' }))
    expect([access.allowed, suggestions]).toEqual([false, [{ attribute: 'subject', claim: 'workerId' }]])
  })
})

/** Somebody of the second company whom its groups make an admin. */
async function adminOf(signIn: SignInWorld): Promise<Client> {
  signIn.workos.next = {
    idp_id: 'boss',
    connection_id: 'conn_okta',
    connection_type: 'OktaOIDC',
    raw_attributes: { email: 'boss@okta.test', groups: ['CI-Access', 'CI-Admins'] }
  }
  const tokens = await signInToWeb(browserFor(signIn), await webParty(signIn), {
    scope: 'openid api',
    login_hint: 'x@okta.test'
  })
  return signIn.call(tokens.access_token)
}
