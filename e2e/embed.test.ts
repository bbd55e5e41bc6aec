/** The coach inside a learning system on another site, in a browser that gives third parties no cookies. */
import { mkdirSync } from 'node:fs'
import { sql } from 'kysely'
import type { Browser, BrowserContext, FrameLocator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createClient } from '../api/contract/client.ts'
import { decideAgreementEndpoint, getPlans, getThread, keepPlan } from '../api/contract/coach.ts'
import { firstPlanId } from '../api/contract/first-plans.ts'
import { exchangeTeamsToken } from '../api/contract/identity.ts'
import { getNudgePreferences } from '../api/contract/nudges.ts'
import { endMySession, listMySessions } from '../api/contract/sessions.ts'
import * as control from '../sandbox/control/contract.ts'
import type { Sandbox } from '../sandbox/sandbox.ts'
import { companiesOf, peopleOf } from '../sandbox/seed.ts'
import { complaintsOf } from './axe.ts'
import { openBrowser, pressToClose, skipWithoutBrowser, WAIT } from './browser.ts'
import { openWalk } from './harness.ts'

const EMPLOYEE = 'northwind/grace-ellison'
const OTHER = 'northwind/jonas-brandt'
const SHOTS = 'build/screenshots/embed'

describe.skipIf(skipWithoutBrowser())('the coach in a learning system', () => {
  let box: Sandbox
  let browser: Browser

  beforeAll(async () => {
    mkdirSync(SHOTS, { recursive: true })
    box = await openWalk()
    browser = await openBrowser(['--test-third-party-cookie-phaseout'])
  })
  afterAll(async () => {
    await browser.close()
    await box[Symbol.asyncDispose]()
  })

  const course = (language = 'en'): string => `${box.world.lms.courseUrl('northwind')}?lang=${language}`
  const openWindow = (more: Parameters<Browser['newContext']>[0] = {}): Promise<BrowserContext> =>
    browser.newContext({ locale: 'en-US', viewport: { width: 1280, height: 900 }, ...more })
  const frameOf = (page: Page): FrameLocator => page.frameLocator('iframe')
  const composerOf = (page: Page) => frameOf(page).getByRole('textbox', { name: 'What is on your mind?' })

  async function press(page: Page): Promise<Page> {
    const [popup] = await Promise.all([
      page.context().waitForEvent('page', WAIT),
      frameOf(page).getByRole('button', { name: 'Sign in' }).click(WAIT)
    ])
    return popup
  }

  /** Presses “Sign in” in the frame and does in the small window what the company's provider asks. */
  async function signIn(page: Page, personKey: string): Promise<void> {
    const popup = await press(page)
    await popup.getByLabel('User name').fill(peopleOf(box.world).get(personKey)?.email ?? '', WAIT)
    await pressToClose(popup.getByRole('button', { name: 'Sign in', exact: true }))
  }

  /** The first plan: another example, no network, one in own words. */
  async function planFirst(context: BrowserContext, page: Page): Promise<void> {
    const frame = frameOf(page)
    const press = (name: string) => frame.getByRole('button', { name }).click(WAIT)
    await frame.getByText('If I begin a task that somebody could learn from').waitFor(WAIT)
    await page.screenshot({ path: `${SHOTS}/first-plan.png` })
    expect(await complaintsOf(page)).toEqual([])
    await press('Another example')
    await frame.getByText('If somebody asks me what to do').waitFor(WAIT)
    await context.setOffline(true)
    await press('Take this one')
    await frame.getByRole('alert').waitFor(WAIT)
    await context.setOffline(false)
    await press('Write my own')
    await frame.getByRole('textbox', { name: 'then I will …' }).fill('x')
    await press('Keep it')
    await frame.getByText('Both lines need a few words.').waitFor(WAIT)
    expect(await complaintsOf(page)).toEqual([])
    await frame.getByRole('textbox', { name: 'then I will …' }).fill('ask what they would try')
    await press('Keep it')
    await frame.getByText('If somebody asks me what to do, then I will ask what they would try').waitFor(WAIT)
    const { plans } = await (await asPerson(EMPLOYEE))(getPlans)
    expect(plans).toMatchObject([{ action: 'ask what they would try', state: 'open' }])
  }

  async function asPerson(personKey: string) {
    const { token } = await box.call(control.getTeamsToken, { params: { personKey } })
    const { accessToken } = await createClient({ baseUrl: box.url, fetch })(exchangeTeamsToken, { body: { token } })
    return createClient({ baseUrl: box.url, fetch, token: async () => accessToken })
  }

  test('from a closed frame to an answered turn, over a reload, and out again', async () => {
    await using context = await openWindow()
    const page = await context.newPage()
    await page.goto(course())
    await frameOf(page).getByRole('heading', { name: 'Your coach is here' }).waitFor(WAIT)
    await page.screenshot({ path: `${SHOTS}/closed.png` })
    expect(await complaintsOf(page)).toEqual([])

    await signIn(page, EMPLOYEE)
    await frameOf(page).getByText('gets counts of at least eight people').waitFor(WAIT)
    await frameOf(page).getByRole('button', { name: 'Start' }).click(WAIT)
    await frameOf(page).getByRole('heading', { name: 'What would you like to be a little better at?' }).waitFor(WAIT)
    await page.screenshot({ path: `${SHOTS}/first-question.png` })
    expect(await complaintsOf(page)).toEqual([])
    await frameOf(page).getByRole('button', { name: 'Delegation' }).click()
    await frameOf(page).getByRole('heading', { name: 'When may I write to you?' }).waitFor(WAIT)
    await frameOf(page).getByRole('button', { name: 'Skip' }).click()
    await frameOf(page).getByRole('heading', { name: 'In which language shall I write?' }).waitFor(WAIT)
    await frameOf(page).getByRole('button', { name: 'Skip' }).click()
    await planFirst(context, page)
    await composerOf(page).fill('I keep putting off a talk with Jonas', WAIT)
    await page.keyboard.press('Enter')
    await frameOf(page).getByText('AI-generated').first().waitFor(WAIT)
    await page.screenshot({ path: `${SHOTS}/answered.png` })
    expect(await complaintsOf(page)).toEqual([])
    const { turns } = await (await asPerson(EMPLOYEE))(getThread)
    const chosen = await (await asPerson(EMPLOYEE))(getNudgePreferences)
    expect(chosen).toMatchObject({ focus: ['delegation'], settled: true })
    expect(turns.find(({ from }) => from === 'person')?.surface).toBe('lms')
    // Nothing of the company's admin or HR, nor the person's other pages.
    expect(await frameOf(page).getByRole('tab').count()).toBe(0)

    const kept = (await context.cookies()).filter(({ name }) => name.startsWith('__Host-ci-embed-'))
    expect(kept).toHaveLength(1)
    expect(kept[0]).toMatchObject({ httpOnly: true, secure: true, sameSite: 'None' })
    const stored = await frameOf(page)
      .locator('html')
      .evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))
    expect(stored).not.toMatch(/token|eyJ/u)

    await page.reload()
    await frameOf(page).getByText('I keep putting off a talk with Jonas', { exact: true }).waitFor(WAIT)
    await composerOf(page).waitFor(WAIT)

    await frameOf(page).getByRole('button', { name: 'Sign out' }).click()
    await frameOf(page).getByRole('heading', { name: 'Your coach is here' }).waitFor(WAIT)
    await page.reload()
    await frameOf(page).getByRole('heading', { name: 'Your coach is here' }).waitFor(WAIT)
  })

  test('whoever has a first plan is offered none, and a session that is ended elsewhere ends in the frame too', async () => {
    const person = await asPerson(OTHER)
    const { rows } = await box.product.deps.db.owner(trx =>
      sql<{ id: string }>`select id from people where first_name = 'Jonas' and last_name = 'Brandt'`.execute(trx)
    )
    const plan = {
      planId: firstPlanId(rows[0]?.id ?? ''),
      cue: 'a call ends',
      action: 'stand up',
      when: 'never'
    } as const
    await person(decideAgreementEndpoint, { body: { decision: 'given' } })
    await person(keepPlan, { body: plan })
    await person(decideAgreementEndpoint, { body: { decision: 'declined' } })
    await using context = await openWindow({ viewport: { width: 360, height: 800 }, colorScheme: 'dark' })
    const page = await context.newPage()
    await page.goto(course())
    await signIn(page, OTHER)
    await frameOf(page).getByRole('button', { name: 'Start' }).waitFor(WAIT)
    await page.screenshot({ path: `${SHOTS}/agreement-360-dark.png` })
    expect(await complaintsOf(page)).toEqual([])
    await frameOf(page).getByRole('button', { name: 'Start' }).click()
    for (const question of ['What would you like', 'When may I', 'In which language']) {
      await frameOf(page).getByRole('heading', { name: question }).waitFor(WAIT)
      await frameOf(page).getByRole('button', { name: 'Skip' }).click()
    }
    await composerOf(page).waitFor(WAIT)
    const { sessions } = await person(listMySessions)
    for (const { sessionId } of sessions) await person(endMySession, { params: { sessionId } })
    await page.reload()
    await frameOf(page).getByRole('heading', { name: 'Your coach is here' }).waitFor(WAIT)
  })

  test('a page of another site shows nothing: its browser refuses the frame', async () => {
    const { organizationId } = [...companiesOf(box.world).values()][0] ?? { organizationId: '' }
    await using context = await openWindow()
    const page = await context.newPage()
    const evil = 'https://evil.example.com'
    const body = `<iframe src="${box.url}/embed/${organizationId}/coach"></iframe>`
    await page.route(`${evil}/**`, route => route.fulfill({ contentType: 'text/html', body }))
    const refused = page.waitForEvent('console', { predicate: said => /frame-ancestors/u.test(said.text()), ...WAIT })
    await page.goto(evil)
    await refused
    expect(page.frames().some(frame => frame.url().startsWith(box.url))).toBe(false)
  })

  test('a message from any other page, or about another sign-in, signs nobody in', async () => {
    await using context = await openWindow()
    const page = await context.newPage()
    await page.goto(course())
    const popup = await press(page)
    // On its way there it would forget what it is told to say.
    await popup.getByLabel('User name').waitFor(WAIT)
    const asked: string[] = []
    page.on('request', request => void asked.push(new URL(request.url()).pathname))
    const forged = { kind: 'ci.embed', state: 'made-up', code: 'made-up' }
    await page.evaluate(told => document.querySelector('iframe')?.contentWindow?.postMessage(told, '*'), forged)
    await popup.evaluate(told => window.opener.postMessage(told, '*'), forged)
    await popup.close()
    await frameOf(page).getByText('The window was closed before you were signed in').waitFor(WAIT)
    expect(asked).not.toContain('/oidc/token')
  })

  test('where the browser opens no window, the frame says what to do', async () => {
    await using context = await openWindow()
    const page = await context.newPage()
    await page.addInitScript(() => Object.assign(window, { open: () => null }))
    await page.goto(course('es'))
    await frameOf(page).getByRole('button', { name: 'Iniciar sesión' }).click(WAIT)
    await frameOf(page).getByText('Permite las ventanas emergentes').waitFor(WAIT)
    expect(await complaintsOf(page)).toEqual([])
    await page.screenshot({ path: `${SHOTS}/blocked.png` })
  })
})
