/** Sign-ups on the learning site as the company's admin sees and decides them, in a real browser. */
import { mkdirSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDirectoryPerson } from '../sandbox/companies/seed-workos.ts'
import type { Sandbox } from '../sandbox/sandbox.ts'
import { companiesOf, configureCompany, peopleOf } from '../sandbox/seed.ts'
import { quiet } from '../sandbox/quiet.ts'
import { complaintsOf } from './axe.ts'
import { openBrowser, skipWithoutBrowser, WAIT } from './browser.ts'
import { LAUNCH, openWalk } from './harness.ts'
import { openTab, type Theme } from './teams-host.ts'

const COMPANY = 'northwind'
const ADMIN = 'northwind/vikram-iyer'
const EMPLOYEE = 'northwind/ana-torres'
const SITE = 'northwind-academy'
const SHOTS = 'build/screenshots/sign-ups'
const LOOKS: readonly (readonly [Theme, number, string])[] = [
  ['default', 320, 'en-us'],
  ['dark', 1280, 'es-mx'],
  ['contrast', 320, 'es-mx']
]

describe.skipIf(skipWithoutBrowser())('sign-ups on the enrollment page', () => {
  let box: Sandbox
  let browser: Browser

  beforeAll(async () => {
    mkdirSync(SHOTS, { recursive: true })
    box = await openWalk()
    browser = await openBrowser()
    const { thinkific } = box.world
    for (const name of ['Old Account', 'Older Account'])
      thinkific.addUser(SITE, {
        email: `${name.toLowerCase().replace(' ', '.')}@demo.example`,
        firstName: name.split(' ')[0] ?? '',
        lastName: 'Account'
      })
    box.clock.set(new Date(box.clock.now().getTime() + 60_000))
    const known = companiesOf(box.world).get(COMPANY)
    if (!known) throw new Error('no such company')
    const signUps = { whose: { kind: 'everybody' }, accepts: 'everybody' } as const
    companiesOf(box.world).set(COMPANY, { ...known, siteSettings: { signUps } })
    await configureCompany(box.world, COMPANY, LAUNCH)
    await quiet(box)
  }, 240_000)
  afterAll(async () => {
    await browser.close()
    await box[Symbol.asyncDispose]()
  })

  /** What the directory says the admin speaks comes before what Teams says. */
  const speak = async (locale: string): Promise<void> => {
    const [known, admin] = [companiesOf(box.world).get(COMPANY), peopleOf(box.world).get(ADMIN)]
    if (known && admin) addDirectoryPerson(box.world.workos, known.company, { ...admin, locale }, undefined)
    await quiet(box)
  }

  test('a new learner is there with receipts; those from before come in after a look at what it would do', async () => {
    box.world.thinkific.signUp(SITE, { email: 'new.learner@demo.example', firstName: 'New', lastName: 'Learner' })
    await box.world.thinkific.settled()
    await using host = await openTab(browser, box, { personKey: ADMIN, locale: 'en-us', subPageId: 'enrollmentPage' })
    const button = (name: string) => host.tab.getByRole('button', { name, exact: true })
    await host.tab.getByRole('heading', { name: 'Sign-ups on the learning site' }).waitFor(WAIT)
    await host.tab.getByText('2 learners were there before').waitFor(WAIT)
    // The list of people above has them too.
    await button('Receipts of New Learner').last().click(WAIT)
    await host.tab.getByText(/Account on the learning site ready, answer signed up on the site/u).waitFor(WAIT)
    await button('Show what the rules would give them').focus()
    await host.page.keyboard.press('Enter')
    await host.tab.getByRole('region', { name: 'What it would do' }).waitFor(WAIT)
    await host.page.screenshot({ path: `${SHOTS}/dry-run.png`, fullPage: true })
    expect(await complaintsOf(host.page)).toEqual([])
    await button('Let them take part').click()
    await host.tab.getByText('2 learners take part now').waitFor(WAIT)
    await host.tab
      .getByRole('option', { name: 'Have the courses of the rules (3)' })
      .waitFor({ ...WAIT, state: 'attached' })
  })

  test('somebody who may be known is decided with one press; who has an account already gets no second one', async () => {
    const email = peopleOf(box.world).get(EMPLOYEE)?.email ?? ''
    const [ana] = box.world.thinkific.users(SITE).filter(user => user.email === email)
    box.world.thinkific.changeUser(ana?.id ?? 0, { email: 'ana.changed@demo.example' })
    box.world.thinkific.signUp(SITE, { email, firstName: 'Ana', lastName: 'Elsewhere' })
    await box.world.thinkific.settled()
    await using host = await openTab(browser, box, { personKey: ADMIN, locale: 'en-us', subPageId: 'enrollmentPage' })
    const button = (name: RegExp) => host.tab.getByRole('button', { name })
    await button(/^Ana Elsewhere is the same person as Ana Torres/u).click(WAIT)
    await host.tab.getByText('This person has another account on the site').waitFor(WAIT)
    await host.page.screenshot({ path: `${SHOTS}/doubtful.png`, fullPage: true })
    expect(await complaintsOf(host.page)).toEqual([])
    await button(/^Ana Elsewhere is somebody else than Ana Torres/u).click(WAIT)
    await host.tab
      .getByRole('option', { name: 'May be somebody who is known (0)' })
      .waitFor({ ...WAIT, state: 'attached' })
  })

  test.each(LOOKS)('it can be used in every look: %s at %i px, %s', async (theme, width, locale) => {
    await speak(locale)
    await using host = await openTab(browser, box, {
      personKey: ADMIN,
      theme,
      width,
      locale,
      subPageId: 'enrollmentPage'
    })
    await host.tab.getByRole('heading', { name: /^(?:Sign-ups on|Registros en)/u }).waitFor(WAIT)
    await host.tab
      .getByRole('button', { name: /^(?:Receipts|Recibos)/u })
      .first()
      .waitFor(WAIT)
    await host.tab.getByRole('heading', { name: /^(?:Sign-ups on|Registros en)/u }).scrollIntoViewIfNeeded()
    await host.page.screenshot({ path: `${SHOTS}/page-${theme}-${width}.png`, fullPage: true })
    expect(await complaintsOf(host.page)).toEqual([])
    const wide = await host.tab.locator('html').evaluate(html => html.scrollWidth - html.clientWidth)
    expect(wide).toBeLessThanOrEqual(0)
  })
})
