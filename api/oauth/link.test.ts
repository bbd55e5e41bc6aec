/** Joining a Teams account to a person: the whole way, and each way in which somebody could be tricked. */
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { CallError } from '../contract/client.ts'
import { confirmTeamsLink, countTeamsLinks, exchangeTeamsToken, startTeamsLink } from '../contract/identity.ts'
import { createBrowser, type Browser } from './test-browser.ts'
import { CONNECTION, OTHER_TENANT, startSignInWorld, TENANT, type SignInWorld } from './test-world.ts'

let world: SignInWorld
beforeAll(async () => {
  world = await startSignInWorld()
})
afterAll(() => world[Symbol.asyncDispose]())

let serial = 0
let oid: string
let idpId: string
beforeEach(async () => {
  serial += 1
  oid = newOid()
  idpId = `linker${serial}`
  await world.addPerson(idpId)
})

let oids = 0
const newOid = (): string => `eeeeeeee-0000-4000-8000-${String((oids += 1)).padStart(12, '0')}`

const tokenOf = (account: string, more: Readonly<Record<string, unknown>> = {}): Promise<string> =>
  world.entra.token({ tid: TENANT, oid: account, name: 'Ana <Demo>', preferred_username: 'ana@ping.test', ...more })

const start = async (account = oid) => world.call()(startTeamsLink, { body: { token: await tokenOf(account) } })
const confirm = async (linkId: string, code: string, account = oid) =>
  world.call()(confirmTeamsLink, { body: { token: await tokenOf(account), linkId, code } })
const open = async (account = oid) => world.call()(exchangeTeamsToken, { body: { token: await tokenOf(account) } })

async function codeOf(attempt: Promise<unknown>): Promise<string> {
  try {
    await attempt
    return 'accepted'
  } catch (error) {
    return error instanceof CallError ? error.problem.code : String(error)
  }
}

const newBrowser = (): Browser => createBrowser([world.url, world.workos.url])
const signsIn = (who: string, connection = CONNECTION): void => {
  world.workos.next = {
    idp_id: who,
    connection_id: connection,
    connection_type: 'GenericOIDC',
    raw_attributes: { sub: who, uid: who, mail: `${who}@ping.test`, givenName: 'Lucía', sn: 'Martínez' }
  }
}

type Page = { readonly status: number; readonly text: string; readonly url: string }
const pageOf = async ({ url, response }: Awaited<ReturnType<Browser['open']>>): Promise<Page> => ({
  url,
  status: response?.status ?? 0,
  text: (await response?.text()) ?? ''
})

/** Presses the button on the page and follows the company's sign-in back. */
async function goOn(browser: Browser, url: string): Promise<Page> {
  const pressed = await pageOf(await browser.post(url, {}))
  const next = /url=(?<to>[^"]+)"/u.exec(pressed.text)?.groups?.['to']
  if (!next) return pressed
  return pageOf(await browser.open(next.replaceAll('&amp;', '&')))
}

const shownCode = ({ text }: Page): string => /aria-hidden="true">(?<code>\d{6})</u.exec(text)?.groups?.['code'] ?? ''

describe('the whole way', () => {
  it('names the account, signs the person in, shows a code, and the Teams session that began opens', async () => {
    expect(await codeOf(open())).toBe('unlinked')
    const { url, linkId } = await start()
    const browser = newBrowser()
    const first = await pageOf(await browser.open(url))
    expect(first.status).toBe(200)
    expect(first.text).toContain('Ana &lt;Demo&gt; · ana@ping.test')
    signsIn(idpId)
    const page = await goOn(browser, url)
    expect(page.text).toContain('Lucía Martínez')
    expect(page.text).toContain('Ana &lt;Demo&gt;')
    expect(page.text).not.toContain('<Demo>')
    expect(await codeOf(open())).toBe('unlinked')
    expect(await codeOf(confirm(linkId, `${shownCode(page).slice(0, 3)} ${shownCode(page).slice(3)}`))).toBe('accepted')
    expect(await codeOf(open())).toBe('accepted')
  })

  it('is over once it was used, and an account that is joined begins no other', async () => {
    const { url, linkId } = await start()
    signsIn(idpId)
    const code = shownCode(await goOn(newBrowser(), url))
    expect(await codeOf(confirm(linkId, code))).toBe('accepted')
    expect(await codeOf(confirm(linkId, code))).toBe('expired')
    expect(await codeOf(start())).toBe('already_linked')
    expect((await pageOf(await newBrowser().open(url))).status).toBe(410)
  })

  it('joins once when the code arrives twice at once', async () => {
    const { url, linkId } = await start()
    signsIn(idpId)
    const code = shownCode(await goOn(newBrowser(), url))
    const outcomes = await Promise.all([codeOf(confirm(linkId, code)), codeOf(confirm(linkId, code))])
    expect(outcomes.toSorted()).toEqual(['accepted', 'expired'])
  })
})

describe('being tricked', () => {
  it('a colleague’s session cannot enter the code that was shown to me', async () => {
    const { url, linkId } = await start()
    signsIn(idpId)
    const code = shownCode(await goOn(newBrowser(), url))
    const colleague = newOid()
    expect(await codeOf(confirm(linkId, code, colleague))).toBe('expired')
    expect(await codeOf(open(colleague))).toBe('unlinked')
    expect(await codeOf(confirm(linkId, code))).toBe('accepted')
  })

  it('the page belongs to the first browser that goes on; another sees that it is over', async () => {
    const { url } = await start()
    signsIn(idpId)
    const browser = newBrowser()
    const page = await goOn(browser, url)
    expect(shownCode(page)).not.toBe('')
    expect((await goOn(newBrowser(), url)).status).toBe(410)
    // The answer of my sign-in, opened by somebody else.
    expect((await pageOf(await newBrowser().open(page.url))).status).toBe(410)
  })

  it('five wrong codes end it, the right one included', async () => {
    const { url, linkId } = await start()
    expect(await codeOf(confirm(linkId, ''))).toBe('wrong_code')
    signsIn(idpId)
    const code = shownCode(await goOn(newBrowser(), url))
    const wrong = code === '000000' ? '000001' : '000000'
    const tries = [wrong, `${code}0`, 'abc', wrong]
    const outcomes: string[] = []
    for (const each of tries) outcomes.push(await codeOf(confirm(linkId, each)))
    expect(outcomes).toEqual(['wrong_code', 'wrong_code', 'wrong_code', 'expired'])
    expect(await codeOf(confirm(linkId, code))).toBe('expired')
    expect(await codeOf(open())).toBe('unlinked')
  })

  it('after five minutes neither page nor code works', async () => {
    const { url, linkId } = await start()
    signsIn(idpId)
    const code = shownCode(await goOn(newBrowser(), url))
    await world.deps.db.for(world.organizationId)(trx =>
      sql`update link_requests set expires_at = now() - interval '1 second' where id = ${linkId}`.execute(trx)
    )
    expect(await codeOf(confirm(linkId, code))).toBe('expired')
    expect((await pageOf(await newBrowser().open(url))).status).toBe(410)
  })

  it('a newer start ends the older', async () => {
    const older = await start()
    const newer = await start()
    expect((await pageOf(await newBrowser().open(older.url))).status).toBe(410)
    expect((await pageOf(await newBrowser().open(newer.url))).status).toBe(200)
  })

  it('a person has one Teams account: a second is refused before any code is shown', async () => {
    const first = await start()
    signsIn(idpId)
    await confirm(first.linkId, shownCode(await goOn(newBrowser(), first.url)))
    const other = newOid()
    const second = await start(other)
    signsIn(idpId)
    const page = await goOn(newBrowser(), second.url)
    expect(page.status).toBe(409)
    expect(shownCode(page)).toBe('')
    expect(await codeOf(open(other))).toBe('unlinked')
  })

  it('two accounts that prove the same person are not both joined', async () => {
    const other = newOid()
    const [mine, theirs] = [await start(), await start(other)]
    signsIn(idpId)
    const codes = [
      shownCode(await goOn(newBrowser(), mine.url)),
      shownCode(await goOn(newBrowser(), theirs.url))
    ] as const
    const outcomes = await Promise.all([
      codeOf(confirm(mine.linkId, codes[0])),
      codeOf(confirm(theirs.linkId, codes[1], other))
    ])
    expect(outcomes.toSorted()).toEqual(['accepted', 'person_linked'])
  })

  it('a sign-in at another company, or one that the company refuses, shows no code', async () => {
    const { url } = await start()
    signsIn(idpId, 'conn_okta')
    const browser = newBrowser()
    expect((await goOn(browser, url)).status).toBe(403)
    world.workos.next = undefined
    expect((await goOn(browser, url)).status).toBe(403)
    signsIn(idpId)
    expect(shownCode(await goOn(browser, url))).not.toBe('')
  })

  it('a request of one company is none of another', async () => {
    const { url } = await start()
    const swapped = url.replace(world.organizationId, world.otherId)
    expect((await pageOf(await newBrowser().open(swapped))).status).toBe(410)
    for (const odd of ['org_x/lnk_x', 'org_%00/lnk_x'])
      expect((await pageOf(await newBrowser().open(`${world.url}/link/${odd}`))).status).toBe(410)
  })

  it('guests and unknown tenants begin nothing', async () => {
    const guest = await tokenOf(oid, { acct: 1 })
    expect(await codeOf(world.call()(startTeamsLink, { body: { token: guest } }))).toBe('guest')
    const unknown = await tokenOf(oid, { tid: OTHER_TENANT.replace('b', 'f') })
    expect(await codeOf(world.call()(startTeamsLink, { body: { token: unknown } }))).not.toBe('accepted')
  })
})

it('counts for the admin how many are joined', async () => {
  const { url, linkId } = await start()
  signsIn(idpId)
  await confirm(linkId, shownCode(await goOn(newBrowser(), url)))
  const { accessToken } = await open()
  expect(await codeOf(world.call(accessToken)(countTeamsLinks))).toBe('forbidden')
  await world.deps.db.for(world.organizationId)(trx =>
    sql`update people set roles = '{admin}' where idp_id = ${idpId}`.execute(trx)
  )
  const admin = (await open()).accessToken
  const before = await world.call(admin)(countTeamsLinks)
  expect(before.people).toBe(before.linked + before.unlinked)
  await world.addPerson(`unlinked${serial}`)
  expect(await world.call(admin)(countTeamsLinks)).toMatchObject({
    people: before.people + 1,
    linked: before.linked,
    unlinked: before.unlinked + 1
  })
})
