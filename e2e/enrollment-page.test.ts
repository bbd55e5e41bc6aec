/** The admin's enrollment page in a real browser, framed as Teams frames it. */
import { mkdirSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import {
  getEnrollmentChoices,
  getEnrollmentDrift,
  getEnrollmentRules,
  putEnrollmentRules
} from '../api/contract/enrollment-admin.ts'
import { ruleSetSchema } from '../api/contract/enrollment-rules.ts'
import { quiet } from '../sandbox/quiet.ts'
import type { Sandbox } from '../sandbox/sandbox.ts'
import { enrollmentWords } from '../tab/pages/enrollment/words.ts'
import { complaintsOf } from './axe.ts'
import { openBrowser, skipWithoutBrowser, WAIT } from './browser.ts'
import { asPerson } from './drills/stage.ts'
import { openWalk } from './harness.ts'
import { openTab, type Theme } from './teams-host.ts'

const ADMIN = 'northwind/vikram-iyer'
const EMPLOYEE = 'northwind/ana-torres'
const SITE = 'northwind-academy'
const SHOTS = 'build/screenshots/enrollment'
const LOOKS: readonly (readonly [Theme, number, string])[] = [
  ['default', 320, 'en-us'],
  ['dark', 1280, 'es-mx'],
  ['contrast', 320, 'es-mx']
]

describe.skipIf(skipWithoutBrowser())('the enrollment page', () => {
  let box: Sandbox
  let browser: Browser

  beforeAll(async () => {
    mkdirSync(SHOTS, { recursive: true })
    box = await openWalk()
    browser = await openBrowser()
  })
  // What one test broke and did not mend is no other test's.
  afterEach(() => box.world.thinkific.standin.faults.clear())
  afterAll(async () => {
    await browser.close()
    await box[Symbol.asyncDispose]()
  })

  test('an employee has no such page', async () => {
    await using host = await openTab(browser, box, { personKey: EMPLOYEE })
    await host.tab.getByRole('tab', { name: /^(?:Courses|Cursos)$/u }).waitFor(WAIT)
    expect(await host.tab.getByRole('tab', { name: /^(?:Enrollment|Inscripciones)$/u }).count()).toBe(0)
  })

  test('a rule is added by keyboard, its dry run shown, then saved and carried out', async () => {
    const before = box.world.thinkific.enrollments(SITE).length
    await using host = await openTab(browser, box, { personKey: ADMIN, locale: 'en-us', subPageId: 'enrollmentPage' })
    const button = (name: string) => host.tab.getByRole('button', { name, exact: true })
    await button('Add a rule').focus(WAIT)
    await host.page.keyboard.press('Enter')
    await host.tab.getByLabel('Name, as people read why they have the course').fill('Onboarding for all')
    await button('Use this rule').click()
    await host.tab.getByRole('alert').filter({ hasText: 'A rule needs a name' }).waitFor(WAIT)
    await host.tab.getByLabel('Who', { exact: true }).selectOption('everyone')
    await host.tab.getByRole('checkbox', { name: 'Listening that works' }).focus()
    await host.page.keyboard.press('Space')
    await button('Use this rule').click()
    await host.tab.getByText('Everyone gets Listening that works').waitFor(WAIT)
    expect(await button('Save and carry out').count()).toBe(0)
    await button('Show what it would do').click()
    await host.tab.getByText(/of 12 people gain something/u).waitFor(WAIT)
    await host.page.screenshot({ path: `${SHOTS}/dry-run.png`, fullPage: true })
    expect(await complaintsOf(host.page)).toEqual([])
    expect(box.world.thinkific.enrollments(SITE)).toHaveLength(before)
    await host.tab.getByLabel('Why is the change right?').fill('Everybody listens')
    // What is saved stays in sight, however long the page takes to be loaded anew.
    const { promise: asked, resolve: ask } = Promise.withResolvers<void>()
    const { promise: answered, resolve: answer } = Promise.withResolvers<void>()
    await host.page.route(`**${getEnrollmentChoices.path}`, async route => {
      ask()
      await answered
      await route.fallback()
    })
    const { promise: taken, resolve: take } = Promise.withResolvers<void>()
    const { promise: kept, resolve: keep } = Promise.withResolvers<void>()
    await host.page.route(`**${putEnrollmentRules.path}`, async route => {
      if (route.request().method() === 'PUT') {
        take()
        await kept
      }
      await route.fallback()
    })
    await button('Save and carry out').click()
    await taken
    // What is changed meanwhile is not saved, and not lost.
    const byEmail = host.tab.getByRole('checkbox', { name: /link an account/u })
    await byEmail.click()
    keep()
    await host.tab.getByText('Saved. It is being carried out').waitFor(WAIT)
    await asked
    expect(await host.tab.getByText('Everyone gets Listening that works').count()).toBe(1)
    expect(await host.tab.getByText(/Everybody listens$/u).count()).toBe(1)
    answer()
    expect(await byEmail.isChecked()).toBe(true)
    await host.tab.getByText('Not saved yet').waitFor(WAIT)
    await button('Discard the changes').click()
    await host.tab.getByRole('heading', { name: /New rules, .*: done/u }).waitFor(WAIT)
    expect(box.world.thinkific.enrollments(SITE).length).toBeGreaterThan(before)
  })

  test('a person is found, and the receipts say what was asked, why, and what the site answered', async () => {
    await using host = await openTab(browser, box, { personKey: ADMIN, locale: 'en-us', subPageId: 'enrollmentPage' })
    await host.tab.getByLabel('Name or e-mail').fill('torres', WAIT)
    // The list gives way to what was found: a panel opened before would go with it.
    await expect.poll(() => host.tab.getByRole('button', { name: /^Receipts of /u }).count()).toBe(1)
    const receipts = host.tab.getByRole('button', { name: 'Receipts of Ana Torres' })
    await receipts.click(WAIT)
    await host.tab
      .getByText(/Enrolled in .* by “.*”, version \d, answer 201/u)
      .first()
      .waitFor(WAIT)
    await host.tab.getByRole('button', { name: 'Make an exception for Ana Torres' }).click()
    await host.tab.getByLabel('What the rule does').last().selectOption('withhold')
    await host.tab.getByLabel('Course', { exact: true }).selectOption({ label: 'Listening that works' })
    await host.tab.getByLabel('Reason').fill('On leave')
    await host.tab.getByRole('button', { name: 'Add to the changes' }).click()
    await host.tab.getByText('Ana Torres does not get Listening that works: On leave').waitFor(WAIT)
    await host.tab.getByRole('button', { name: 'Discard the changes' }).click()
    await host.tab.getByText('Not saved yet').waitFor({ ...WAIT, state: 'detached' })
  })

  test('a site that refuses the key is named with the remedy; what somebody changed there is found and mended', async () => {
    await quiet(box)
    const [one] = box.world.thinkific.enrollments(SITE)
    const { learningApiKey } = box.world.secrets
    await fetch(`${box.world.addresses.thinkific}/api/public/v1/enrollments/${one?.id}`, {
      method: 'PUT',
      headers: { 'x-auth-api-key': learningApiKey, 'x-auth-subdomain': SITE, 'content-type': 'application/json' },
      body: JSON.stringify({ expiry_date: '2026-11-01T00:00:00Z' })
    })
    await using host = await openTab(browser, box, { personKey: ADMIN, locale: 'en-us', subPageId: 'enrollmentPage' })
    const button = (name: string) => host.tab.getByRole('button', { name, exact: true })
    await button('Compare now').click(WAIT)
    await host.tab.getByText('changed by hand on the site').first().waitFor(WAIT)
    await button('Show what a repair would do').click()
    await host.tab.getByText(/1 person, 1 call/u).waitFor(WAIT)
    const refusing = { kind: 'status', status: 401, body: { error: 'Invalid API key or subdomain.' } } as const
    box.world.thinkific.standin.faults.add({ ...refusing, path: '/api/public' })
    await button('Repair').click()
    await host.tab.getByText('The site refuses our key').first().waitFor(WAIT)
    await host.page.screenshot({ path: `${SHOTS}/refused-key.png`, fullPage: true })
    expect(await complaintsOf(host.page)).toEqual([])
    box.world.thinkific.standin.faults.clear()
    await host.tab.getByRole('heading', { name: /Repair, .*: done/u }).waitFor(WAIT)
    const mended = box.world.thinkific.enrollments(SITE).find(({ id }) => id === one?.id)
    expect(mended?.expiry_date).toBeNull()
  })

  test.each([
    ['no_api', { status: 401, body: { error: 'Your plan does not include API access.' } }],
    ['not_json', { status: 200, body: '<html>Sign in to the network</html>' }]
  ] as const)(
    '%s is named with its remedy, and is gone when the site answers',
    async (kind, fault) => {
      const [title, remedy] = enrollmentWords.en.enrollment.problems[kind] ?? []
      await using host = await openTab(browser, box, { personKey: ADMIN, locale: 'en-us', subPageId: 'enrollmentPage' })
      const { faults } = box.world.thinkific.standin
      faults.add({ kind: 'status', ...fault, path: '/api/public/v1/enrollments' })
      await host.tab.getByRole('button', { name: 'Compare now', exact: true }).click(WAIT)
      // Work and moving in each tell it.
      for (const said of [title ?? '', remedy ?? '', 'Nobody’s work is lost.'])
        await host.tab.getByText(said).first().waitFor(WAIT)
      faults.clear()
      await expect.poll(() => host.tab.getByText(title ?? '').count(), { timeout: 240_000 }).toBe(0)
      expect(await host.tab.getByText(remedy ?? '').count()).toBe(0)
    },
    180_000
  )

  test('nothing is compared before it is known what was compared last, and then its result is shown', async () => {
    const { promise: known, resolve: tell } = Promise.withResolvers<void>()
    await using host = await openTab(browser, box, {
      personKey: ADMIN,
      locale: 'en-us',
      subPageId: 'enrollmentPage',
      before: page =>
        page.route(`**${getEnrollmentDrift.path}`, async route => {
          await known
          await route.fallback()
        })
    })
    const compare = host.tab.getByRole('button', { name: 'Compare now', exact: true })
    await compare.waitFor(WAIT)
    expect(await compare.isDisabled()).toBe(true)
    tell()
    await compare.click(WAIT)
    const comparing = host.tab.getByText('Comparing. It appears here when it is done.')
    await comparing.waitFor(WAIT)
    await comparing.waitFor({ ...WAIT, state: 'detached' })
    await host.page.unrouteAll({ behavior: 'wait' })
  })

  test('who should leave a group is named to be taken out by hand, and a bundle that is gone is said to be', async () => {
    const { thinkific, addresses, secrets } = box.world
    const headers = { 'x-auth-api-key': secrets.learningApiKey, 'x-auth-subdomain': SITE }
    const post = (path: string, body: object) =>
      fetch(`${addresses.thinkific}/api/public/v1${path}`, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify(body)
      })
    thinkific.addBundle(SITE, { id: 55, name: 'Starter', courseIds: [1001] })
    await post('/groups', { name: 'Blue' })
    const call = await asPerson(box, ADMIN)
    const { version, content } = await call(getEnrollmentRules)
    const shared = {
      ruleId: 'shared',
      name: 'Starters',
      when: { kind: 'cohort', name: 'Sales coaching' },
      targets: [
        { kind: 'group', id: 'Blue', name: 'Blue' },
        { kind: 'bundle', id: '55', name: 'Starter' }
      ]
    }
    const next = ruleSetSchema.parse({ ...content, rules: [...content.rules, shared] })
    await call(putEnrollmentRules, { body: { basedOn: version, content: next, reason: 'A bundle for sales' } })
    await quiet(box)
    for (const { id } of thinkific.users(SITE)) await post('/group_users', { user_id: id, group_names: ['Blue'] })
    thinkific.removeBundle(SITE, 55)
    await using host = await openTab(browser, box, { personKey: ADMIN, locale: 'en-us', subPageId: 'enrollmentPage' })
    await host.tab.getByRole('button', { name: 'Compare now', exact: true }).click(WAIT)
    await host.tab.getByText('take them out by hand on the site').first().waitFor(WAIT)
    await host.tab.getByText('The site no longer has “Starter”').waitFor(WAIT)
    await host.tab.getByRole('checkbox', { name: /open without a rule/u }).check()
    await host.tab.getByRole('button', { name: 'Show what a repair would do', exact: true }).click()
    await host.tab.getByText('until taken out by hand on the site').waitFor(WAIT)
    await host.page.screenshot({ path: `${SHOTS}/groups.png`, fullPage: true })
    expect(await complaintsOf(host.page)).toEqual([])
  })

  test.each(LOOKS)('it can be used in every look: %s at %i px, %s', async (theme, width, locale) => {
    await using host = await openTab(browser, box, {
      personKey: ADMIN,
      theme,
      width,
      locale,
      subPageId: 'enrollmentPage'
    })
    await host.tab.getByRole('heading', { level: 2 }).nth(3).waitFor(WAIT)
    await host.tab
      .getByRole('button', { name: /^(?:Receipts of|Recibos de) / })
      .first()
      .waitFor(WAIT)
    await host.tab.getByRole('button', { name: /^(?:Add a rule|Añadir una regla)$/u }).click(WAIT)
    await host.page.screenshot({ path: `${SHOTS}/page-${theme}-${width}.png`, fullPage: true })
    expect(await complaintsOf(host.page)).toEqual([])
    const wide = await host.tab.locator('html').evaluate(html => html.scrollWidth - html.clientWidth)
    expect(wide).toBeLessThanOrEqual(0)
  })
})
