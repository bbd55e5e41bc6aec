/** What the browser carries of a sign-in on its way: it fits no other, cannot be read or changed, and counts once. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Browser } from './test-browser.ts'
import { askFor, browserFor, learningParty, ping, redeem, type Party } from './test-party.ts'
import { SITE, startSignInWorld, type SignInWorld } from './test-world.ts'

const COOKIE = '_interaction_sealed'

let world: SignInWorld
let site: Party
beforeAll(async () => {
  world = await startSignInWorld()
  await world.addPerson('lucia')
  site = await learningParty(world)
})
afterAll(() => world[Symbol.asyncDispose]())

const newBrowser = (): Browser => browserFor(world)

/** Follows to the first address that holds `part`, which it does not open. */
async function openUntil(browser: Browser, start: string, part: string): Promise<string> {
  let url = new URL(start)
  while (!url.href.includes(part)) {
    const location = (await browser.ask(url.href)).headers.get('location')
    if (!location) throw new Error(`it stopped at ${url.href}`)
    url = new URL(location, url)
  }
  return url.href
}

/** The company's provider has answered; the next step makes session and code. */
async function signInUpToResume(browser: Browser, more: Readonly<Record<string, string>> = {}): Promise<string> {
  world.workos.next = ping('lucia')
  return openUntil(browser, await openUntil(browser, askFor(site, more), '/complete'), '/oidc/auth/')
}

const rowsOf = async (model: string): Promise<number> => {
  const { rows } = await world.deps.db.router(trx =>
    sql<{ count: number }>`select count(*)::int as count from oidc_payloads where model = ${model}`.execute(trx)
  )
  return rows[0]?.count ?? -1
}

const title = async (response: Response | undefined): Promise<string> =>
  /<title>([^<]*)/u.exec((await response?.text()) ?? '')?.[1] ?? ''

describe('a sign-in on its way', () => {
  it('leaves nothing in the database until somebody has signed in', async () => {
    const rows = () => Promise.all(['Interaction', 'SpentInteraction', 'Session'].map(rowsOf))
    const before = await rows()
    const browser = newBrowser()
    const resume = await signInUpToResume(browser)
    expect(await rows()).toEqual(before)
    const { url } = await browser.open(resume)
    expect(url.startsWith(SITE)).toBe(true)
    expect(await rows()).toEqual(before.map((count, index) => (index === 0 ? count : count + 1)))
  })

  it('says nothing of the person or the app to whoever reads the cookie', async () => {
    const browser = newBrowser()
    await openUntil(browser, askFor(site, { login_hint: 'lucia@ping.test' }), '/oidc/interaction/')
    const [value = ''] = browser.values(COOKIE)
    expect(value.length).toBeGreaterThan(100)
    for (const text of [value, Buffer.from(value, 'base64url').toString('latin1')])
      expect(text).not.toMatch(/lucia|thinkific|redirect|app-state/u)
  })

  it('counts once: the same cookies at the same step again make no session and no code', async () => {
    const browser = newBrowser()
    const resume = await signInUpToResume(browser)
    const thief = browser.copy()
    const { url } = await browser.open(resume)
    await redeem(site, url)
    const sessions = await rowsOf('Session')
    const answer = await thief.ask(resume)
    expect(answer.status).toBe(410)
    expect(answer.headers.get('location')).toBeNull()
    expect(answer.headers.getSetCookie()).toEqual([])
    expect(await title(answer)).toContain('no longer open')
    expect(await rowsOf('Session')).toBe(sessions)
  })

  it('counts once, of many that come at the same moment', async () => {
    const browser = newBrowser()
    const resume = await signInUpToResume(browser)
    const answers = await Promise.all(Array.from({ length: 8 }, () => browser.copy().ask(resume)))
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([303, ...Array<number>(7).fill(410)])
    const won = answers.find(({ status }) => status === 303)
    expect(await redeem(site, won?.headers.get('location') ?? '')).toMatchObject({ token_type: 'bearer' })
  })

  it('is over for the pages of the sign-in too, once it has ended', async () => {
    const browser = newBrowser()
    const pages = await openUntil(browser, askFor(site), '/oidc/interaction/')
    const { url } = await browser.open(pages)
    expect(url.startsWith(SITE)).toBe(true)
    expect((await browser.ask(pages)).status).toBe(410)
  })

  it.each([
    ['changed', (value: string) => `${value.slice(0, -6)}AAAAAA`],
    ['cut short', (value: string) => value.slice(0, 20)],
    ['not sealed', () => Buffer.from('{"result":{"login":{"accountId":"org_a.per_a"}}}').toString('base64url')],
    ['empty', () => ' ']
  ])('is refused %s', async (_what, change) => {
    const browser = newBrowser()
    const resume = await signInUpToResume(browser)
    browser.alter(COOKIE, change)
    const answer = await browser.ask(resume)
    expect(answer.status).toBe(400)
    expect(answer.headers.get('location')).toBeNull()
  })

  it('opens no other: what was sealed for one sign-in does not fit the next of the same browser', async () => {
    const browser = newBrowser()
    await signInUpToResume(browser)
    const [mine = ''] = browser.values(COOKIE)
    const other = newBrowser()
    const resume = await signInUpToResume(other)
    other.alter(COOKIE, () => mine)
    expect((await other.ask(resume)).status).toBe(400)
  })

  it('that is too long for a cookie goes on all the same, and counts once', async () => {
    const browser = newBrowser()
    const resume = await signInUpToResume(browser, { ui_locales: 'en '.repeat(800).trim() })
    expect(browser.values(COOKIE)).toEqual([])
    const thief = browser.copy()
    const { url } = await browser.open(resume)
    expect((await redeem(site, url)).claims()).toMatchObject({ given_name: 'Lucía' })
    expect((await thief.ask(resume)).status).toBe(400)
  })
})
