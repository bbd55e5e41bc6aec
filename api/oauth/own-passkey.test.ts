import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listMyPasskeys, removeMyPasskey } from '../contract/passkeys.ts'
import { removePerson } from '../contract/people.ts'
import { subjectOf } from '../contract/subject.ts'
import { makePasskey, signWith, type TestPasskey } from './test-authenticator.ts'
import { codeGiven, signInByCode, startOwnWorld, visit, type OwnWorld } from './test-own.ts'
import { learningParty } from './test-party.ts'
import { OPERATOR } from './test-world.ts'

let world: OwnWorld
beforeAll(async () => {
  world = await startOwnWorld('localhost')
})
afterAll(() => world[Symbol.asyncDispose]())

/** Somebody new with a passkey. */
async function enroll(email: string, organizationId = world.staffId, how: Parameters<typeof makePasskey>[2] = {}) {
  const personId = await world.invite(organizationId, email)
  const { visit: visited, page } = await signInByCode(world, email)
  const { passkey, answer } = makePasskey(page.text, world.url, how)
  const done = await visited.post('/new-passkey', { answer })
  const tokens = await visited.tokensAt(done)
  return { personId, passkey, call: world.call(tokens.access_token) }
}

/** What comes of showing it on a fresh page. */
async function show(passkey: TestPasskey, wrong: Parameters<typeof signWith>[3] = {}) {
  const visited = await visit(world)
  const page = await visited.post('/passkey', { answer: signWith(passkey, visited.first.text, world.url, wrong) })
  return { visited, page }
}

const REFUSED = { status: 422, text: expect.stringContaining('does not open this') }

describe('a passkey', () => {
  it('is offered after a code, can be left, and signs in without one next time', async () => {
    const skippedId = await world.invite(world.staffId, 'skip@staff.test')
    const skipped = await signInByCode(world, 'skip@staff.test')
    expect(skipped.page.text).toContain('Go on without')
    const ends = await Promise.all(Array.from({ length: 4 }, () => skipped.visit.post('/done')))
    expect(ends.filter(codeGiven)).toHaveLength(1)
    const { rows } = await world.deps.db.owner(trx =>
      sql`select 1 from audit_events where person_id = ${skippedId} and action = 'person.signed_in'`.execute(trx)
    )
    expect(rows).toHaveLength(1)

    const { personId, passkey } = await enroll('kay@staff.test')
    const { visited, page } = await show(passkey)
    const tokens = await visited.tokensAt(page)
    expect(tokens.claims()).toMatchObject({ sub: subjectOf(world.staffId, personId), amr: ['hwk', 'mfa'] })
  })

  it.each([
    ['signed for another site', { origin: 'http://localhost.evil.test' }],
    ['over a challenge of its own', { challenge: 'bWFkZS11cA' }],
    ['without having verified the person', { verified: false }],
    ['with a counter that was seen before', { counter: 1 }]
  ])('is refused %s', async (_what, wrong) => {
    const { passkey } = await enroll(`bad-${Object.keys(wrong)[0]}@staff.test`)
    expect(codeGiven((await show(passkey)).page)).toBeTruthy()
    expect((await show(passkey, wrong)).page).toMatchObject(REFUSED)
  })

  it('signs each challenge once: a replayed answer opens nothing, in this sign-in or another', async () => {
    // As those that an account carries from device to device: they do not count.
    const { passkey } = await enroll('replay@staff.test', world.staffId, { counter: 0 })
    const visited = await visit(world)
    const answer = signWith(passkey, visited.first.text, world.url, { counter: 0 })
    const other = await visit(world)
    expect(await other.post('/passkey', { answer })).toMatchObject(REFUSED)
    const all = await Promise.all(Array.from({ length: 4 }, () => visited.post('/passkey', { answer })))
    expect(all.filter(codeGiven)).toHaveLength(1)
    expect(codeGiven(await visited.post('/passkey', { answer }))).toBeNull()
  })

  it('of another person or organization opens nothing, whatever it says of itself', async () => {
    const { passkey, personId } = await enroll('one@staff.test')
    const { personId: otherId } = await enroll('other@academy.test', world.academyId)
    for (const subject of [subjectOf(world.academyId, otherId), subjectOf(world.academyId, personId), 'nobody', ''])
      expect((await show(passkey, { userHandle: Buffer.from(subject).toString('base64url') })).page).toMatchObject(
        REFUSED
      )
    const visited = await visit(world, { party: await learningParty(world, world.academyId) })
    const page = await visited.post('/passkey', { answer: signWith(passkey, visited.first.text, world.url) })
    expect(page).toMatchObject(REFUSED)
  })

  it('that nobody made is refused, and so is what is no answer at all', async () => {
    const { passkey } = await enroll('mine@staff.test')
    const stranger = makePasskey((await newOffer('stranger@staff.test')).page.text, world.url).passkey
    expect((await show({ ...stranger, userHandle: passkey.userHandle })).page).toMatchObject(REFUSED)
    expect((await show({ ...stranger, id: passkey.id, userHandle: passkey.userHandle })).page).toMatchObject(REFUSED)
    for (const answer of ['', '{}', 'null', '{"id":7}', '[', '{"id":"x","response":null}'])
      expect(await (await visit(world)).post('/passkey', { answer })).toMatchObject(REFUSED)
  })

  const newOffer = async (email: string) => {
    await world.invite(world.staffId, email)
    return signInByCode(world, email)
  }

  it.each([
    ['was made for another site', { origin: 'http://evil.test' }],
    ['answers another challenge', { challenge: 'bWFkZS11cA' }],
    ['did not verify the person', { verified: false }]
  ])('is not kept when it %s; the person can go on without', async (_what, wrong) => {
    const { visit: visited, page } = await newOffer(`new-${Object.keys(wrong)[0]}@staff.test`)
    const { passkey, answer } = makePasskey(page.text, world.url, wrong)
    const failed = await visited.post('/new-passkey', { answer })
    expect(failed).toMatchObject({ status: 422, text: expect.stringContaining('No passkey was added') })
    expect(codeGiven(await visited.post('/done'))).toBeTruthy()
    expect((await show(passkey)).page).toMatchObject(REFUSED)
  })

  it('cannot be added without a fresh code', async () => {
    const { visit: visited, page } = await newOffer('fresh@staff.test')
    const { answer } = makePasskey(page.text, world.url)
    await visited.post('/done')
    const late = await visit(world)
    expect((await late.post('/new-passkey', { answer })).url).toBe(late.base)
    expect((await late.get('/new-passkey')).url).toBe(late.base)
  })

  it('is listed and removed by its owner only, and opens nothing from then on', async () => {
    const { passkey, call } = await enroll('list@staff.test')
    const other = await enroll('neighbor@staff.test')
    const { passkeys } = await call(listMyPasskeys)
    expect(passkeys).toMatchObject([{ synced: false, usedAt: null }])
    const params = { passkeyId: passkeys[0]?.passkeyId ?? '' }
    await expect(other.call(removeMyPasskey, { params })).rejects.toMatchObject({ status: 404 })
    expect(codeGiven((await show(passkey)).page)).toBeTruthy()
    await call(removeMyPasskey, { params })
    await expect(call(removeMyPasskey, { params })).rejects.toMatchObject({ status: 404 })
    expect((await show(passkey)).page).toMatchObject(REFUSED)
    expect((await call(listMyPasskeys)).passkeys).toEqual([])
  })

  it('of somebody who was removed opens nothing, and not again when they are invited back', async () => {
    const { passkey, personId } = await enroll('gone@staff.test')
    await world.call(OPERATOR)(removePerson, { params: { organizationId: world.staffId, personId } })
    expect((await show(passkey)).page).toMatchObject(REFUSED)
    expect(await world.invite(world.staffId, 'gone@staff.test')).toBe(personId)
    expect((await show(passkey)).page).toMatchObject(REFUSED)
  })

  it('opens nothing once the organization or the domain belongs to a provider', async () => {
    const movingId = await world.configure('moving', { name: 'Demo Moving', signIn: 'own' })
    const moving = await enroll('mo@moving.test', movingId)
    await world.configure('moving', { name: 'Demo Moving', workosOrganizationId: 'org_m', connectionId: 'conn_m' })
    expect((await show(moving.passkey)).page).toMatchObject(REFUSED)
    const { passkey } = await enroll('pat@later.test')
    await world.configure('later', {
      name: 'Demo Later',
      workosOrganizationId: 'org_l',
      connectionId: 'conn_l',
      domains: ['later.test']
    })
    expect((await show(passkey)).page).toMatchObject(REFUSED)
  })
})
