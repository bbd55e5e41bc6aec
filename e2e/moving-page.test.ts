/** Moving in, in a real browser framed as Teams frames it: accounts from before, the list for review, the cutover's dry run. */
import { mkdirSync, readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { generateCompanies } from '../sandbox/companies/generate.ts'
import type { DemoPerson } from '../sandbox/companies/model.ts'
import { quiet } from '../sandbox/quiet.ts'
import type { Sandbox } from '../sandbox/sandbox.ts'
import { addCompany } from '../sandbox/seed.ts'
import { complaintsOf } from './axe.ts'
import { openBrowser, skipWithoutBrowser, WAIT } from './browser.ts'
import { LAUNCH, openTestSandbox, START } from './harness.ts'
import { openTab, type TeamsHost, type Theme } from './teams-host.ts'

const ADMIN = 'northwind/vikram-iyer'
const EMPLOYEE = 'northwind/jonas-brandt'
/** Reads Spanish; an admin here. */
const SPANISH = 'northwind/ana-torres'
const SITE = 'northwind-academy'
const SHOTS = 'build/screenshots/moving'
const LOOKS: readonly (readonly [Theme, number, string])[] = [
  ['default', 320, ADMIN],
  ['default', 1280, SPANISH],
  ['dark', 1280, ADMIN],
  ['contrast', 320, SPANISH]
]

// The page is long, and axe reads all of it.
describe.skipIf(skipWithoutBrowser())('moving in, as an admin does it', { timeout: 240_000 }, () => {
  let box: Sandbox
  let browser: Browser
  const page = (more: Partial<Parameters<typeof openTab>[2]> = {}): Promise<TeamsHost> =>
    openTab(browser, box, { personKey: ADMIN, locale: 'en-us', subPageId: 'enrollmentPage', ...more })

  beforeAll(async () => {
    mkdirSync(SHOTS, { recursive: true })
    box = await openTestSandbox({ limits: false, env: { THINKIFIC_CALLS_PER_MINUTE: '6000' } })
    box.clock.set(START)
    const [company] = generateCompanies()
    if (!company) throw new Error('there is no demo company')
    // Nobody has courses yet, so nobody has an account that CI made.
    const cohorts = company.cohorts.map(cohort => ({ ...cohort, courses: [] }))
    const people = company.people
      .slice(0, 12)
      .map(person => (person.key === SPANISH ? { ...person, groups: [...person.groups, company.adminGroup] } : person))
    await addCompany(box.world, { ...company, cohorts, people }, LAUNCH)
    await quiet(box)
    oldAccounts(box, people)
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser.close()
    await box[Symbol.asyncDispose]()
  })

  test('before anything is compared the page says so, and an employee sees none of it', async () => {
    await using host = await page()
    await host.tab.getByText('Not compared yet.', { exact: true }).waitFor(WAIT)
    await host.tab.getByText('Not checked yet.').waitFor(WAIT)
    await host.tab
      .getByText(/12 accounts on the site. At its limit the comparison takes less than a minute/u)
      .waitFor(WAIT)
    await using other = await openTab(browser, box, { personKey: EMPLOYEE, subPageId: 'enrollmentPage' })
    await other.tab.getByRole('tab').first().waitFor(WAIT)
    expect(await other.tab.getByRole('heading', { name: /Accounts from before|Cuentas de antes/u }).count()).toBe(0)
  })

  test('a comparison without linking, by keyboard; then all of one evidence in one press', async () => {
    await using host = await page()
    const button = (name: string | RegExp) => host.tab.getByRole('button', { name, exact: true })
    await host.tab.getByRole('checkbox', { name: /E-mails on the site came from your company/u }).focus(WAIT)
    await host.page.keyboard.press('Space')
    await button('Show what would be linked').focus()
    await host.page.keyboard.press('Enter')
    await host.tab.getByRole('heading', { name: /Comparison without linking, .*: done/u }).waitFor(WAIT)
    await host.tab.getByText(/certain, to be linked · /u).waitFor(WAIT)
    expect(box.world.thinkific.users(SITE)).toHaveLength(12)
    await shoot(host, 'dry')
    await button('Link all 5').first().click()
    await host.tab.getByRole('alertdialog').getByText('Each is linked with the one person found').waitFor(WAIT)
    await host.tab.getByRole('button', { name: 'Not yet' }).click()
    await host.tab.getByRole('alertdialog').waitFor({ state: 'detached' })
    await button('Link all 5').first().click()
    await host.tab.getByRole('alertdialog').getByRole('button', { name: 'Link all 5' }).click()
    await host.tab.getByText('5 accounts decided.').waitFor(WAIT)
    await host.tab.getByText(/^5 linked · /u).waitFor(WAIT)
    expect(await complaintsOf(host.page)).toEqual([])
  })

  test('one account is looked at side by side, accepted with a reason, taken back, left for later and refused', async () => {
    await using host = await page()
    const list = host.tab.getByLabel('Show', { exact: true }).first()
    const review = host.tab.getByRole('button', { name: /: the same person$/u })
    await review.first().waitFor(WAIT)
    const before = await review.count()
    const label = (await review.first().getAttribute('aria-label')) ?? ''
    const account = label.split(' and ')[0] ?? ''
    await host.tab.getByLabel('Reason (optional)').first().fill('Known to me')
    await review.first().click()
    await expect.poll(() => review.count()).toBe(before - 1)
    await list.selectOption('linked')
    await host.tab.getByText(/Vikram Iyer, .*: Known to me/u).waitFor(WAIT)
    await host.tab.getByRole('button', { name: `${account}: take it back` }).click()
    await list.selectOption('review')
    await expect.poll(() => review.count()).toBe(before)
    await host.tab.getByText('this link was taken back before').waitFor(WAIT)
    await host.tab.getByRole('button', { name: `${account}: later` }).click()
    await list.selectOption('postponed')
    await host.tab.getByRole('button', { name: `${account}: none of them` }).click()
    await list.selectOption('refused')
    await host.tab.getByRole('button', { name: `${account}: take it back` }).waitFor(WAIT)
    expect(await complaintsOf(host.page)).toEqual([])
  })

  test('a site that is away is named with what to do, and the run can be paused and cancelled', async () => {
    await using host = await page()
    const button = (name: string) => host.tab.getByRole('button', { name, exact: true })
    await button('Compare and link the certain ones').waitFor(WAIT)
    box.world.thinkific.standin.faults.add({ kind: 'status', status: 503, body: 'Down', path: '/api/public/v1/users' })
    await button('Compare and link the certain ones').click()
    await host.tab.getByRole('heading', { name: 'The site is being worked on' }).first().waitFor(WAIT)
    await button('Pause').click()
    await host.tab.getByRole('heading', { name: /Comparison with linking, .*: paused/u }).waitFor(WAIT)
    await shoot(host, 'paused')
    expect(await complaintsOf(host.page)).toEqual([])
    await button('Cancel').click()
    await host.tab.getByRole('alertdialog').getByRole('button', { name: 'Cancel' }).click()
    await host.tab.getByRole('heading', { name: /Comparison with linking, .*: cancelled/u }).waitFor(WAIT)
    box.world.thinkific.standin.faults.clear()
  })

  test('the dry run of the cutover says what is open, is accepted by name with a reason, and saved as a file', async () => {
    await using host = await page()
    const button = (name: string | RegExp) => host.tab.getByRole('button', { name, exact: true })
    await button('Check now').click(WAIT)
    await host.tab.getByText(/Not ready: \d+ points are open/u).waitFor(WAIT)
    await host.tab.getByText(/The site’s plan is not known: 1 open/u).waitFor(WAIT)
    await host.tab.getByLabel('Plan of the site').selectOption('plus')
    await button('Check now').click()
    await expect.poll(() => host.tab.getByText(/The site’s plan is not known: 1 open/u).count()).toBe(0)
    await host.tab.getByRole('checkbox', { name: /Choose Nobody Knows/u }).focus()
    await host.page.keyboard.press('Space')
    expect(await button('Accept 1 point').isDisabled()).toBe(true)
    await host.tab.getByLabel('Why is it right to leave these out?').fill('A test account of the former vendor')
    await shoot(host, 'cutover')
    await button('Accept 1 point').click()
    await host.tab.getByText(/Accepted by Vikram Iyer, .*: A test account of the former vendor/u).waitFor(WAIT)
    expect(await complaintsOf(host.page)).toEqual([])
    await button('Save as a file').click()
    const link = host.tab.getByRole('link', { name: /^Save cutover-/u })
    const [download] = await Promise.all([host.page.waitForEvent('download'), link.click()])
    const text = readFileSync(await download.path(), 'utf8')
    expect(text).toContain('A test account of the former vendor')
    await host.tab.getByRole('button', { name: /Nobody Knows.*: take it back/u }).click()
    await host.tab.getByRole('checkbox', { name: /Choose Nobody Knows/u }).waitFor(WAIT)
  })

  test.each(LOOKS)(
    'it can be used in every look: %s at %i px, by %s',
    async (theme, width, personKey) => {
      await using host = await page({ theme, width, personKey })
      await host.tab.getByRole('heading', { level: 2, name: CARDS.accounts }).waitFor(WAIT)
      await host.tab
        .getByRole('checkbox', { name: /^(?:Choose|Elegir) / })
        .first()
        .waitFor(WAIT)
      await host.tab
        .getByRole('button', { name: /: (?:the same person|la misma persona)$/u })
        .first()
        .waitFor(WAIT)
      await shoot(host, `${theme}-${width}-${personKey === SPANISH ? 'es' : 'en'}`)
      expect(await complaintsOf(host.page)).toEqual([])
      const wide = await host.tab.locator('html').evaluate(html => html.scrollWidth - html.clientWidth)
      expect(wide).toBeLessThanOrEqual(0)
    },
    180_000
  )
})

/** The cards of moving in, whole: what scrolls inside the frame as well. */
async function shoot({ page, tab }: TeamsHost, name: string): Promise<void> {
  const before = page.viewportSize() ?? { width: 1280, height: 800 }
  const height = await tab.locator('html').evaluate(html => html.scrollHeight)
  await page.setViewportSize({ ...before, height: height + 20 })
  for (const [part, title] of Object.entries(CARDS))
    await tab
      .locator('.fui-Card')
      .filter({ has: tab.getByRole('heading', { level: 2, name: title }) })
      .screenshot({ path: `${SHOTS}/${name}-${part}.png` })
  await page.setViewportSize(before)
}

const CARDS = {
  accounts: /^(?:Accounts from before|Cuentas de antes)$/u,
  cutover: /^(?:Before you switch over|Antes de hacer el cambio)$/u,
  guide: /^(?:The way over, and back|El camino de ida y el de vuelta)$/u
}

/** Five as the company has them; the others each unlike in another way. Demo data. */
function oldAccounts({ world }: Sandbox, people: readonly DemoPerson[]): void {
  const add = ({ email, firstName, lastName }: DemoPerson, more: object = {}): void =>
    void world.thinkific.addUser(SITE, { email, firstName, lastName, createdAt: '2025-03-01T09:00:00.000Z', ...more })
  for (const person of people.slice(0, 5)) add(person)
  for (const person of people.slice(5, 7)) add(person, { email: person.email.replace('@', '+lms@') })
  const [married, moved, author] = people.slice(7)
  if (!married || !moved || !author) throw new Error('there are too few demo people')
  add(married, { lastName: 'Former' })
  add(moved, { email: moved.email.replace(/@.*$/u, '@old.example') })
  add(moved, { email: 'second@old.example' })
  add(author, { roles: ['course_admin'], teaches: true })
  add(author, { email: 'nobody@old.example', firstName: 'Nobody', lastName: 'Knows' })
}
