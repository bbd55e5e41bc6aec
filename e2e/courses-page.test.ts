/** An employee's courses in a real browser: what is there, what is coming while the site is away, and how it comes without a reload. */
import { mkdirSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { getCourses } from '../api/contract/enrollment.ts'
import { getEnrollmentRules, putEnrollmentRules } from '../api/contract/enrollment-admin.ts'
import { ruleSetSchema } from '../api/contract/enrollment-rules.ts'
import { getMe } from '../api/contract/directory.ts'
import { DAY } from '../api/platform/time.ts'
import * as control from '../sandbox/control/contract.ts'
import { quiet } from '../sandbox/quiet.ts'
import type { Sandbox } from '../sandbox/sandbox.ts'
import { peopleOf } from '../sandbox/seed.ts'
import { complaintsOf } from './axe.ts'
import { openBrowser, skipWithoutBrowser, WAIT } from './browser.ts'
import { asPerson } from './drills/stage.ts'
import { openWalk } from './harness.ts'
import { openTab, type TeamsHost, type Theme } from './teams-host.ts'

const ADMIN = 'northwind/vikram-iyer'
const SITE = 'northwind-academy'
const COHORT = 'Cohort New Managers 2026'
const LISTENING = { kind: 'course', id: '1002', name: 'Listening that works' } as const
const LEADING = { kind: 'course', id: '1003', name: 'Leading change' } as const
const SALES = { kind: 'course', id: '1004', name: 'Coaching in sales' } as const
const SHOTS = 'build/screenshots/courses'
/** The site is tried again in growing pauses, and the page looks in growing pauses. */
const LOOKS: readonly (readonly [Theme, number, 'en' | 'es'])[] = [
  ['default', 320, 'en'],
  ['dark', 1280, 'es'],
  ['contrast', 320, 'es'],
  ['default', 1280, 'en']
]

describe.skipIf(skipWithoutBrowser())('the courses page', () => {
  let box: Sandbox
  let browser: Browser

  beforeAll(async () => {
    mkdirSync(SHOTS, { recursive: true })
    box = await openWalk()
    browser = await openBrowser()
  })
  afterEach(() => box.world.thinkific.standin.faults.clear())
  afterAll(async () => {
    await browser.close()
    await box[Symbol.asyncDispose]()
  })

  const addPerson = async (locale: string, groups: readonly string[]): Promise<string> => {
    const body = { firstName: 'Noa', lastName: 'Prado', locale, groups: [...groups] }
    return (await box.call(control.addPerson, { params: { companyKey: 'northwind' }, body })).key
  }
  const open = (personKey: string, more: object = {}) =>
    openTab(browser, box, { personKey, subPageId: 'courses', ...more })
  const heading = (host: TeamsHost, name: string) => host.tab.getByRole('heading', { level: 2, name, exact: true })
  const say = (host: TeamsHost, text: string | RegExp) => host.tab.getByText(text).first().waitFor(WAIT)
  const breakSite = () => box.world.thinkific.standin.faults.add({ kind: 'drop', path: '/api/public' })

  /** The site may have been broken a moment ago: it is tried again in growing pauses. */
  const untilAre = async (personKey: string, states: readonly string[]): Promise<void> => {
    await expect
      .poll(async () => {
        const { courses } = await (await asPerson(box, personKey))(getCourses)
        return courses.flatMap(({ state, coming }) => (coming?.kind === 'starts' ? [] : [state])).toSorted()
      }, WAIT)
      .toEqual(states)
  }

  const given = async (personKey: string, target: object) => {
    const { personId } = await (await asPerson(box, personKey))(getMe)
    return { personId, target, effect: 'give', reason: 'Agreed' }
  }

  const inDays = (days: number) => new Date(box.clock.now().getTime() + days * DAY).toISOString()

  async function change(edit: (exceptions: readonly object[]) => readonly object[], rules: readonly object[] = []) {
    const call = await asPerson(box, ADMIN)
    const { version, content } = await call(getEnrollmentRules)
    const next = ruleSetSchema.parse({
      ...content,
      rules: [...content.rules, ...rules],
      exceptions: edit(content.exceptions)
    })
    await call(putEnrollmentRules, { body: { basedOn: version, content: next, reason: 'As agreed' } })
  }

  test('a first visit while the site is dead says what is coming; when it answers, the courses are there without a reload', async () => {
    breakSite()
    const personKey = await addPerson('en', [COHORT])
    await using host = await open(personKey)
    await heading(host, 'On the way').waitFor(WAIT)
    await say(host, 'The learning site does not answer as it should right now.')
    await say(host, 'You can leave this page: they come without it.')
    await say(host, 'Why it is here: “New managers 2026”, a rule of your company')
    expect(await host.tab.getByRole('link').count()).toBe(0)
    expect(await complaintsOf(host.page)).toEqual([])
    await host.page.screenshot({ path: `${SHOTS}/site-dead.png`, fullPage: true })
    const page = host.tab.locator('html')
    await page.evaluate(html => html.setAttribute('data-not-reloaded', ''))
    box.world.thinkific.standin.faults.clear()
    const status = host.tab.getByRole('status').filter({ hasText: 'There now: ' })
    await status.waitFor(WAIT)
    await heading(host, 'Open').waitFor(WAIT)
    await heading(host, 'On the way').waitFor({ ...WAIT, state: 'detached' })
    expect(await page.getAttribute('data-not-reloaded')).toBe('')
    expect(await complaintsOf(host.page)).toEqual([])
    await host.page.screenshot({ path: `${SHOTS}/arrived.png`, fullPage: true })
  })

  test('a course opens by keyboard, in a window of its own, on the learning site', async () => {
    const personKey = await addPerson('en', [COHORT])
    await untilAre(personKey, ['enrolled', 'enrolled'])
    await using host = await open(personKey)
    const link = host.tab.getByRole('link', { name: 'Listening that works: open in the learning site' })
    await link.focus(WAIT)
    const opened = host.page.context().waitForEvent('page')
    await host.page.keyboard.press('Enter')
    const site = `${box.world.addresses.thinkific}/sites/${SITE}`
    expect(await link.getAttribute('href')).toBe(`${site}/courses/1002`)
    await (await opened).close()
  })

  test('somebody without courses reads what to expect and whom to ask', async () => {
    await using host = await open(await addPerson('en', []))
    await heading(host, 'No courses yet').waitFor(WAIT)
    await say(host, 'They appear here by themselves')
    await say(host, 'Ask whoever looks after ConsciousInsights in your company')
    expect(await complaintsOf(host.page)).toEqual([])
    await host.page.screenshot({ path: `${SHOTS}/none.png`, fullPage: true })
  })

  test('what cannot be loaded says so and is tried again; offline keeps what was shown', async () => {
    const personKey = await addPerson('en', [COHORT])
    await untilAre(personKey, ['enrolled', 'enrolled'])
    await using host = await open(personKey, { subPageId: 'plans' })
    const courses = host.tab.getByRole('tab', { name: 'Courses' })
    await courses.waitFor(WAIT)
    await host.page.route('**/v1/me/courses', route => route.abort())
    await courses.click()
    const again = host.tab.getByRole('button', { name: 'Try again' })
    await again.waitFor(WAIT)
    expect(await complaintsOf(host.page)).toEqual([])
    await host.page.unroute('**/v1/me/courses')
    await again.click()
    await heading(host, 'Open').waitFor(WAIT)
    breakSite()
    const more = await given(personKey, LEADING)
    await change(before => [...before, more])
    await host.tab.getByRole('tab', { name: 'Plans' }).click()
    await courses.click()
    await heading(host, 'On the way').waitFor(WAIT)
    await host.page.context().setOffline(true)
    await host.tab.getByRole('alert').waitFor(WAIT)
    expect(await heading(host, 'Open').count()).toBe(1)
    await host.page.screenshot({ path: `${SHOTS}/offline.png`, fullPage: true })
    expect(await complaintsOf(host.page)).toEqual([])
    await host.page.context().setOffline(false)
    await host.tab.getByRole('alert').waitFor({ ...WAIT, state: 'detached' })
  })

  test.each(LOOKS)(
    'every state can be read in every look: %s at %i px in %s',
    async (theme, width, language) => {
      const personKey = await addPerson(language === 'es' ? 'es-MX' : 'en', [COHORT])
      await untilAre(personKey, ['enrolled', 'enrolled'])
      const [sales, leading] = [await given(personKey, SALES), await given(personKey, LEADING)]
      await change(before => [...before, sales])
      await untilAre(personKey, ['enrolled', 'enrolled', 'enrolled'])
      const { email } = peopleOf(box.world).get(personKey) ?? {}
      const learner = box.world.thinkific.users(SITE).find(user => user.email === email)
      box.world.thinkific.setProgress(SITE, learner?.id ?? 0, Number(LISTENING.id), 1)
      box.world.thinkific.setProgress(SITE, learner?.id ?? 0, Number(SALES.id), 0.4)
      await box.world.thinkific.settled()
      await change(before => before.slice(0, -1))
      await untilAre(personKey, ['completed', 'ended', 'enrolled'])
      breakSite()
      await change(
        before => [...before, leading],
        [
          {
            ruleId: `later-${theme}-${width}`,
            name: 'Autumn program',
            when: { kind: 'cohort', name: 'New managers 2026' },
            targets: [{ kind: 'course', id: '1009', name: 'Difficult talks' }],
            starts: { kind: 'fixed', at: inDays(7) },
            ends: { kind: 'fixed', at: inDays(67) }
          }
        ]
      )
      await using host = await open(personKey, { theme, width })
      const groups =
        language === 'es'
          ? ['En camino', 'Abiertos', 'Completados', 'Terminados']
          : ['On the way', 'Open', 'Completed', 'Ended']
      for (const group of groups) await heading(host, group).waitFor(WAIT)
      await say(host, language === 'es' ? /^El sitio de cursos no responde/u : /^The learning site does not answer/u)
      await say(host, language === 'es' ? /^Empieza el \d+ nov 2026$/u : /^Starts on Nov \d+, 2026$/u)
      expect(await complaintsOf(host.page)).toEqual([])
      const html = host.tab.locator('html')
      expect(await html.evaluate(each => each.scrollWidth - each.clientWidth)).toBeLessThanOrEqual(0)
      const height = await html.evaluate(each => each.scrollHeight)
      await host.page.setViewportSize({ width, height: Math.min(height, 4000) })
      await host.page.screenshot({ path: `${SHOTS}/page-${theme}-${width}-${language}.png` })
      box.world.thinkific.standin.faults.clear()
      await quiet(box)
    },
    180_000
  )
})
