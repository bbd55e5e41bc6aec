/** An admin finds out what a provider sends, maps it, and keeps it from breaking. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  deleteClaimCase,
  getClaimMapping,
  listClaimCases,
  listSignIns,
  putClaimMapping,
  saveClaimCase,
  tryClaims
} from '../contract/claims.ts'
import type { Client } from '../contract/client.ts'
import { exchangeTeamsToken } from '../contract/identity.ts'
import { createBrowser } from '../oauth/test-browser.ts'
import { CONNECTION, startSignInWorld, TENANT, type SignInWorld } from '../oauth/test-world.ts'

let world: SignInWorld
let admin: Client
let employee: Client
beforeAll(async () => {
  world = await startSignInWorld()
  employee = await asPerson('ana', 'cccccccc-0000-4000-8000-000000000001')
  await world.addPerson('vik', { objectId: 'cccccccc-0000-4000-8000-000000000002' })
  await world.deps.db.for(world.organizationId)(trx =>
    sql`update people set roles = '{admin}' where idp_id = 'vik'`.execute(trx)
  )
  admin = await asPerson('vik', 'cccccccc-0000-4000-8000-000000000002', false)
})
afterAll(() => world[Symbol.asyncDispose]())

async function asPerson(idpId: string, oid: string, add = true): Promise<Client> {
  if (add) await world.addPerson(idpId, { objectId: oid })
  const token = await world.entra.token({ tid: TENANT, oid })
  return world.call((await world.call()(exchangeTeamsToken, { body: { token } })).accessToken)
}

const claims = (more: object = {}): string =>
  JSON.stringify({ sub: 'ana', mail: 'ana@ping.test', givenName: 'Ana', ...more })
const lab = (text: string, connectionType = 'GenericOIDC', more: object = {}) =>
  admin(tryClaims, { body: { text, connectionType, ...more } })

describe('the lab', () => {
  it('shows which claim became what, what is missing, and a mapping that would mend it', async () => {
    const found = await lab(claims({ apellido1: 'Torres' }))
    expect(found.kind).toBe('claims')
    expect(found.mapped).toEqual([
      { attribute: 'subject', value: 'ana', claim: 'profile.idpId' },
      { attribute: 'email', value: 'ana@ping.test', claim: 'mail' },
      { attribute: 'firstName', value: 'Ana', claim: 'givenName' }
    ])
    expect(found.missing).toEqual(['lastName'])
    expect(found.suggestions).toEqual([{ attribute: 'lastName', claim: 'apellido1' }])
    expect(found.access.allowed).toBe(true)
    const mended = await lab(claims({ apellido1: 'Torres' }), 'GenericOIDC', {
      candidates: { lastName: ['apellido1'] }
    })
    expect(mended.missing).toEqual([])
  })

  it('reads an ID token, SAML attributes and a SCIM user', async () => {
    const body = Buffer.from(JSON.stringify({ sub: 'ana', email: 'ana@ping.test' })).toString('base64url')
    expect((await lab(`eyJhbGciOiJub25lIn0.${body}.x`)).kind).toBe('id_token')
    const saml = await lab(
      `<saml:Assertion xmlns:saml="urn:x"><saml:NameID>ana</saml:NameID><saml:Attribute Name="http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress"><saml:AttributeValue>ana@ping.test</saml:AttributeValue></saml:Attribute><saml:Attribute Name="sn"><saml:AttributeValue>Torres &amp; Co</saml:AttributeValue></saml:Attribute></saml:Assertion>`,
      'ADFSSAML'
    )
    expect(saml.kind).toBe('saml')
    expect(saml.mapped.map(({ attribute, value }) => [attribute, value])).toEqual([
      ['subject', 'ana'],
      ['email', 'ana@ping.test'],
      ['lastName', 'Torres & Co']
    ])
    const scim = await lab(
      JSON.stringify({
        schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
        externalId: 'ana',
        name: { givenName: 'Ana', familyName: 'Torres' },
        emails: [{ value: 'ana@ping.test', primary: true }]
      })
    )
    expect([scim.kind, scim.missing]).toEqual(['scim', []])
  })

  it('says why somebody would not come in', async () => {
    expect((await lab(claims({ sub: 'nobody' }))).access).toMatchObject({
      allowed: false,
      why: expect.stringContaining('nobody with this id')
    })
    await world.addPerson('leaver')
    await world.setActive('leaver', 'inactive')
    expect((await lab(claims({ sub: 'leaver' }))).access).toMatchObject({
      allowed: false,
      why: expect.stringContaining('deactivated')
    })
    expect((await lab(JSON.stringify({ mail: 'a@b.c' }))).access.allowed).toBe(false)
  })

  it('explains what cannot be read, and is the admin’s alone', async () => {
    for (const text of ['hello there', '{"a":', '<xml/>', '[1,2]'])
      await expect(lab(text)).rejects.toMatchObject({
        status: 400,
        problem: { message: expect.stringContaining('Paste') }
      })
    const body = { text: claims(), connectionType: 'GenericOIDC' }
    await expect(employee(tryClaims, { body })).rejects.toMatchObject({ status: 403 })
    await expect(employee(getClaimMapping)).rejects.toMatchObject({ status: 403 })
  })
})

describe('a changed mapping', () => {
  it('is refused when a saved case would break, unless a reason is given', async () => {
    const saved = await admin(saveClaimCase, {
      body: { name: 'Ana as PingFederate sends her', text: claims(), connectionType: 'GenericOIDC' }
    })
    expect(saved.holds).toBe(true)
    const { version } = await admin(getClaimMapping)
    const worse = { from: version, candidates: { firstName: ['mail'] } }
    await expect(admin(putClaimMapping, { body: worse })).rejects.toMatchObject({
      status: 409,
      problem: { code: 'cases_break', message: expect.stringContaining('Ana as PingFederate sends her') }
    })
    expect((await admin(getClaimMapping)).version).toBe(version)
    const forced = await admin(putClaimMapping, { body: { ...worse, reason: 'a test of ours' } })
    expect(forced).toEqual({ version: version + 1, broken: ['Ana as PingFederate sends her'] })
    expect((await admin(listClaimCases)).cases.map(({ holds }) => holds)).toEqual([false])
    await admin(putClaimMapping, { body: { from: forced.version, candidates: {} } })
    expect((await admin(listClaimCases)).cases.map(({ holds }) => holds)).toEqual([true])
    await admin(deleteClaimCase, { params: { caseId: saved.caseId } })
    await expect(admin(deleteClaimCase, { params: { caseId: saved.caseId } })).rejects.toMatchObject({ status: 404 })
  })

  it('is saved once when two admins save at once', async () => {
    const { version } = await admin(getClaimMapping)
    const save = () => admin(putClaimMapping, { body: { from: version, candidates: { email: ['correo'] } } })
    const settled = await Promise.allSettled([save(), save()])
    expect(settled.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })

  it('is what the next sign-in uses; what failed can be read by the names of its claims; then the subject is frozen', async () => {
    const { version, subjectFrozen } = await admin(getClaimMapping)
    expect(subjectFrozen).toBe(false)
    await admin(putClaimMapping, { body: { from: version, candidates: { subject: ['workerId'] } } })
    await world.addPerson('worker-7')
    const signIn = async (raw: object) => {
      world.workos.next = {
        idp_id: 'pairwise',
        connection_id: CONNECTION,
        connection_type: 'GenericOIDC',
        raw_attributes: { ...raw }
      }
      const { clientId, redirectUri } = await world.learningClient(world.organizationId)
      const query = new URLSearchParams({
        client_id: clientId,
        redirect_uri: redirectUri,
        response_type: 'code',
        scope: 'openid'
      })
      return createBrowser([world.url, world.workos.url]).open(`${world.url}/oidc/auth?${query.toString()}`)
    }
    expect((await signIn({ sub: 'x', secretHint: 'blue' })).response?.status).toBe(403)
    expect(new URL((await signIn({ workerId: 'worker-7' })).url).searchParams.get('code')).toBeTruthy()
    const { signIns } = await admin(listSignIns)
    expect(signIns[0]).toMatchObject({
      outcome: 'not_in_directory',
      claims: ['sub', 'secretHint'],
      used: { subject: 'profile.idpId' }
    })
    expect(JSON.stringify(signIns)).not.toContain('blue')
    const now = await admin(getClaimMapping)
    expect(now.subjectFrozen).toBe(true)
    const change = { from: now.version, candidates: { subject: ['sub'] } }
    await expect(admin(putClaimMapping, { body: change })).rejects.toMatchObject({
      problem: { code: 'subject_frozen' }
    })
  })
})
