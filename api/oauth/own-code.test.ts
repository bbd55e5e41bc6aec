import { sql } from 'kysely'
import * as client from 'openid-client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getMe } from '../contract/directory.ts'
import { subjectOf } from '../contract/subject.ts'
import { codeGiven, signInByCode, startOwnWorld, until, visit, type OwnWorld, type Visit } from './test-own.ts'
import { createBrowser } from './test-browser.ts'
import { learningParty, webParty } from './test-party.ts'

let world: OwnWorld
beforeAll(async () => {
  world = await startOwnWorld()
})
afterAll(() => world[Symbol.asyncDispose]())

/** Moves the asking into the past, in seconds. */
const age = (email: string, seconds: number) =>
  world.deps.db.owner(trx =>
    sql`update own_sign_ins set sent_at = sent_at - make_interval(secs => ${seconds}) where email = ${email}`.execute(
      trx
    )
  )

/** Whatever was asked for has been mailed, or not. */
const noMailWaits = () => until(async () => !('identity.mailCode' in (await world.deps.queue.pending())), 'the mails')

/** The page without what differs between any two sign-ins. */
const bare = ({ base }: Visit, email: string, text: string): string =>
  text.replaceAll(new URL(base).pathname, '/interaction').replaceAll(email, 'who@example.test')

describe('a code', () => {
  it('signs in who was invited, and the app hears how', async () => {
    const personId = await world.invite(world.staffId, 'Ana@staff.test', { firstName: 'Ana', roles: ['admin'] })
    const { visit: visited, page } = await signInByCode(world, 'ana@staff.test')
    const tokens = await visited.tokensAt(page)
    expect(tokens.claims()).toMatchObject({
      sub: subjectOf(world.staffId, personId),
      email: 'ana@staff.test',
      amr: ['otp']
    })
    const me = await world.call(tokens.access_token)(getMe)
    expect(me).toMatchObject({ firstName: 'Ana', roles: ['admin'], organization: { name: 'Demo Staff' } })
  })

  it('comes in plain text and simple HTML, from CI, and says what to do who did not ask', async () => {
    await world.invite(world.staffId, 'mail@staff.test')
    await signInByCode(world, 'mail@staff.test')
    const [mail] = world.mailsTo('mail@staff.test')
    expect(mail?.from).toBe('CI demo <sign-in@ci.test>')
    expect(mail?.subject).toMatch(/^\d{4} \d{4} is your ConsciousInsights code$/u)
    for (const part of [mail?.text, mail?.html]) expect(part).toMatch(/did not ask for it/u)
    expect(mail?.html).toContain('<html lang="en">')
  })

  it('is asked for and mailed in Spanish where the browser speaks it', async () => {
    await world.invite(world.staffId, 'eva@staff.test')
    const visited = await visit(world, { browser: createBrowser([world.url], { 'accept-language': 'es-MX,es;q=0.9' }) })
    expect(visited.first.text).toContain('<html lang="es">')
    const page = await visited.post('/email', { email: 'eva@staff.test' })
    expect(page.text).toContain('va en camino un código de ocho cifras')
    await world.codeFor('eva@staff.test')
    expect(world.mailsTo('eva@staff.test')[0]).toMatchObject({
      subject: expect.stringContaining('es tu código'),
      text: expect.stringContaining('¿No lo pediste?')
    })
  })

  it('answers a stranger byte for byte as somebody known, and mails nothing', async () => {
    await world.invite(world.staffId, 'known@staff.test')
    const pages = []
    for (const email of ['known@staff.test', 'nobody@staff.test']) {
      const visited = await visit(world)
      const asked = await visited.post('/email', { email })
      const wrong = await visited.post('/code', { code: '0000 0000' })
      const mail = await visited.get('/mail')
      pages.push([asked, wrong, mail].map(({ status, text }) => [status, bare(visited, email, text)]))
    }
    expect(pages[1]).toEqual(pages[0])
    await world.codeFor('known@staff.test')
    await noMailWaits()
    expect(world.mailsTo('nobody@staff.test')).toEqual([])
  })

  it('ends with the fifth wrong try, and the right one is too late', async () => {
    await world.invite(world.staffId, 'wrong@staff.test')
    const visited = await visit(world)
    await visited.post('/email', { email: 'wrong@staff.test' })
    const code = await world.codeFor('wrong@staff.test')
    const wrong = code === '0000 0000' ? '1111 1111' : '0000 0000'
    const said = []
    for (let n = 0; n < 5; n++) said.push((await visited.post('/code', { code: wrong })).text)
    expect(said[0]).toContain('You have 4 tries left')
    expect(said[3]).toContain('You have one try left')
    expect(said[4]).toContain('That was the fifth try')
    const late = await visited.post('/code', { code })
    expect(late).toMatchObject({ status: 422, text: expect.stringContaining('does not work any more') })
  })

  it('counts each of many answers at once', async () => {
    await world.invite(world.staffId, 'burst@staff.test')
    const visited = await visit(world)
    await visited.post('/email', { email: 'burst@staff.test' })
    await world.codeFor('burst@staff.test')
    await Promise.all(Array.from({ length: 12 }, () => visited.post('/code', { code: '1' })))
    const { rows } = await world.deps.db.owner(trx =>
      sql<{ tries: number }>`select tries from own_sign_ins where email = 'burst@staff.test'`.execute(trx)
    )
    expect(rows).toEqual([{ tries: 5 }])
  })

  it('works for ten minutes', async () => {
    await world.invite(world.staffId, 'late@staff.test')
    const visited = await visit(world)
    await visited.post('/email', { email: 'late@staff.test' })
    const code = await world.codeFor('late@staff.test')
    await age('late@staff.test', 601)
    expect((await visited.post('/code', { code })).text).toContain('does not work any more')
  })

  it('works in the browser that asked only', async () => {
    await world.invite(world.staffId, 'there@staff.test')
    const here = await visit(world)
    await here.post('/email', { email: 'there@staff.test' })
    const code = await world.codeFor('there@staff.test')
    const there = await visit(world)
    expect((await there.post('/code', { code })).url).toBe(there.base)
    const stolen = await there.browser.post(`${here.base}/code`, { code })
    expect(stolen.response?.status).toBe(410)
    expect(codeGiven(await here.post('/code', { code }))).toBeTruthy()
  })

  it('works once: entered twice at once it signs in once, and never again', async () => {
    await world.invite(world.staffId, 'twice@staff.test')
    const visited = await visit(world)
    await visited.post('/email', { email: 'twice@staff.test' })
    const code = await world.codeFor('twice@staff.test')
    const pages = await Promise.all(Array.from({ length: 6 }, () => visited.post('/code', { code })))
    expect(pages.filter(codeGiven)).toHaveLength(1)
    const replayed = await visited.post('/code', { code })
    expect(codeGiven(replayed)).toBeNull()
  })

  it('can be sent again after half a minute, and the older one counts no more', async () => {
    await world.invite(world.staffId, 'again@staff.test')
    const visited = await visit(world)
    await visited.post('/email', { email: 'again@staff.test' })
    const old = await world.codeFor('again@staff.test')
    expect((await visited.post('/again')).text).toMatch(/Another code can be sent in \d+ seconds/u)
    await age('again@staff.test', 31)
    await visited.post('/again')
    const code = await world.codeFor('again@staff.test', 2)
    expect((await visited.post('/code', { code: old })).status).toBe(422)
    expect(codeGiven(await visited.post('/code', { code }))).toBeTruthy()
  })

  it('is mailed six times an hour at most, to whomever', async () => {
    await world.invite(world.staffId, 'often@staff.test')
    const pages = []
    for (const email of ['often@staff.test', 'no-one@staff.test']) {
      const visited = await visit(world)
      for (let n = 0; n < 6; n++) {
        await visited.post('/email', { email })
        await age(email, 31)
      }
      const { status, text } = await visited.post('/email', { email })
      pages.push({ status, text: bare(visited, email, text).replace(/in \d+ minutes/u, 'in a while') })
    }
    expect(pages[0]).toMatchObject({ status: 429, text: expect.stringContaining('Too many codes') })
    expect(pages[1]).toEqual(pages[0])
  })

  it('waits while the mail server is down, says so to everybody, and comes when it is back', async () => {
    await world.invite(world.staffId, 'down@staff.test')
    world.mail.standin.faults.add({ kind: 'status', status: 503, method: 'CONNECT' })
    const [known, stranger] = [await visit(world), await visit(world)]
    await known.post('/email', { email: 'down@staff.test' })
    await stranger.post('/email', { email: 'up@staff.test' })
    for (const visited of [known, stranger])
      await until(async () => (await visited.get('/code')).text.includes('>Mail is delayed'), 'news of the mail')
    world.mail.standin.faults.clear()
    const code = await world.codeFor('down@staff.test')
    await until(async () => !(await known.get('/code')).text.includes('>Mail is delayed'), 'the end of the delay')
    expect(codeGiven(await known.post('/code', { code }))).toBeTruthy()
    expect(world.mailsTo('up@staff.test')).toEqual([])
  })

  it('refuses what is no address and what is far too long', async () => {
    const visited = await visit(world)
    const wrong = await visited.post('/email', { email: 'ana@staff' })
    expect(wrong).toMatchObject({ status: 422, text: expect.stringContaining('not a whole e-mail address') })
    expect((await visited.post('/email', { email: 'x'.repeat(5000) })).status).toBe(413)
    expect((await visited.post('/passkey', { answer: 'x'.repeat(40_000) })).status).toBe(413)
  })
})

describe('who may come in', () => {
  it('lets a person of two organizations choose, and nothing else', async () => {
    await world.invite(world.staffId, 'both@staff.test')
    const personId = await world.invite(world.academyId, 'both@staff.test')
    const { visit: visited, page } = await signInByCode(world, 'both@staff.test')
    expect(page.text).toContain('Demo Academy')
    expect((await visited.post('/where', { organization: world.organizationId })).status).toBe(403)
    const tokens = await visited.tokensAt(await visited.post('/where', { organization: world.academyId }))
    expect(tokens.claims()?.sub).toBe(subjectOf(world.academyId, personId))
  })

  it('knows at a learning site its own people only, and sends people of a company to theirs', async () => {
    await world.invite(world.staffId, 'author@staff.test')
    await world.invite(world.academyId, 'learner@staff.test')
    const party = await learningParty(world, world.academyId)
    const stranger = await visit(world, { party })
    await stranger.post('/email', { email: 'author@staff.test' })
    const learner = await visit(world, { party })
    await learner.post('/email', { email: 'learner@staff.test' })
    const page = await learner.post('/code', { code: await world.codeFor('learner@staff.test') })
    expect(new URL(page.url).searchParams.get('code')).toBeTruthy()
    expect(world.mailsTo('author@staff.test')).toEqual([])
    const employee = await (await visit(world, { party })).post('/email', { email: 'lucia@ping.test' })
    expect(employee).toMatchObject({ status: 422, text: expect.stringContaining('Open your company’s site') })
  })

  it('lets nobody in by code whose company has a provider, whoever invited them before', async () => {
    await world.invite(world.staffId, 'pat@later.test')
    const before = await signInByCode(world, 'pat@later.test')
    const tokens = await before.visit.tokensAt(before.page)
    const waiting = await visit(world)
    await waiting.post('/email', { email: 'pat@later.test' })
    const code = await world.codeFor('pat@later.test', 2)
    const again = await visit(world)
    await again.post('/email', { email: 'pat@later.test' })
    await world.codeFor('pat@later.test', 3)
    await age('pat@later.test', 31)
    await world.configure('later', {
      name: 'Demo Later',
      workosOrganizationId: 'org_later',
      connectionId: 'conn_later',
      domains: ['later.test']
    })
    expect(await waiting.post('/code', { code })).toMatchObject({
      status: 403,
      text: expect.stringContaining('no access for this address')
    })
    await again.post('/again')
    await noMailWaits()
    const asked = await (await visit(world)).post('/email', { email: 'Pat@Later.test' })
    expect(asked.text).toContain('connection=conn_later')
    const { config } = await webParty(world)
    await expect(client.refreshTokenGrant(config, tokens.refresh_token ?? '')).rejects.toThrow()
    await expect(world.invite(world.staffId, 'max@later.test')).rejects.toMatchObject({ status: 409 })
    expect(world.mailsTo('pat@later.test')).toHaveLength(3)
  })

  it('closes the door behind everybody when an organization takes a provider', async () => {
    const organizationId = await world.configure('moving', { name: 'Demo Moving', signIn: 'own' })
    await world.invite(organizationId, 'mo@moving.test')
    const { visit: visited, page } = await signInByCode(world, 'mo@moving.test')
    const tokens = await visited.tokensAt(page)
    const { config } = await webParty(world)
    const next = await client.refreshTokenGrant(config, tokens.refresh_token ?? '')
    await world.configure('moving', {
      name: 'Demo Moving',
      workosOrganizationId: 'org_moving',
      connectionId: 'conn_moving'
    })
    await expect(client.refreshTokenGrant(config, next.refresh_token ?? '')).rejects.toThrow()
    const asked = await visit(world)
    await asked.post('/email', { email: 'mo@moving.test' })
    await noMailWaits()
    expect(world.mailsTo('mo@moving.test')).toHaveLength(1)
  })

  it('takes in by themselves those who prove an address, where an organization is open, once', async () => {
    const openId = await world.configure('open', { name: 'Demo Open', signIn: 'own', enrollment: 'open' })
    const first = await signInByCode(world, 'new@home.test')
    const again = await signInByCode(world, 'new@home.test')
    const [one, other] = [await first.visit.tokensAt(first.page), await again.visit.tokensAt(again.page)]
    expect(one.claims()?.sub).toMatch(new RegExp(`^${openId}\\.per_`, 'u'))
    expect(other.claims()?.sub).toBe(one.claims()?.sub)
  })
})
