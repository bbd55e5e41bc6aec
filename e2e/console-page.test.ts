/** The admin's console: a new company's first admin and the door that shuts behind them, the sections, what is refused, every look. */
import { mkdirSync, readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listAudit } from '../api/contract/audit.ts'
import { getChecklist } from '../api/contract/checklist.ts'
import { createClient, type Client } from '../api/contract/client.ts'
import { changeCompany, getCompany, putLearningSite, startCompany, takeDomains } from '../api/contract/company.ts'
import { getConsoleHealth } from '../api/contract/console-health.ts'
import { getOrganization } from '../api/organizations/organizations.ts'
import { exchangeTeamsToken } from '../api/contract/identity.ts'
import { browsePeople, listDirectoryGroups, lookUpPerson } from '../api/contract/people-browser.ts'
import * as control from '../sandbox/control/contract.ts'
import { quiet } from '../sandbox/quiet.ts'
import type { Sandbox } from '../sandbox/sandbox.ts'
import { companiesOf, peopleOf } from '../sandbox/seed.ts'
import { complaintsOf } from './axe.ts'
import { openBrowser, skipWithoutBrowser, WAIT } from './browser.ts'
import { eventually, openWalk } from './harness.ts'
import { openTab, type TeamsHost, type Theme } from './teams-host.ts'
import { signInOnWeb } from './web-person.ts'

const ADMIN = 'northwind/vikram-iyer'
const SHOTS = 'build/screenshots/console'
const LOOKS: readonly (readonly [Theme, number, 'en-us' | 'es-mx'])[] = [
  ['contrast', 1280, 'en-us'],
  ['dark', 320, 'es-mx'],
  ['default', 320, 'en-us']
]
const SECTIONS = [
  'overview',
  'company',
  'messageTimes',
  'pilot',
  'launchPack',
  'groups',
  'people',
  'microsoft',
  'teamsApp',
  'learningSite'
]

describe.skipIf(skipWithoutBrowser())('the admin’s console', () => {
  let box: Sandbox
  let browser: Browser
  let admin: Client
  let spanishAdmin: string
  beforeAll(async () => {
    mkdirSync(SHOTS, { recursive: true })
    box = await openWalk({})
    browser = await openBrowser()
    admin = await as(ADMIN)
    const body = { firstName: 'Inés', lastName: 'Prado', locale: 'es-MX', groups: [northwind().adminGroup] }
    spanishAdmin = (await box.call(control.addPerson, { params: { companyKey: 'northwind' }, body })).key
    await quiet(box)
  })
  afterAll(async () => {
    await browser.close()
    await box[Symbol.asyncDispose]()
  })

  const northwind = () => {
    const found = companiesOf(box.world).get('northwind')
    if (!found) throw new Error('there is no demo company')
    return found.company
  }
  async function as(personKey: string): Promise<Client> {
    const { token } = await box.call(control.getTeamsToken, { params: { personKey } })
    const { accessToken } = await createClient({ baseUrl: box.url, fetch })(exchangeTeamsToken, { body: { token } })
    return createClient({ baseUrl: box.url, fetch, token: async () => accessToken })
  }
  const operator = () => createClient({ baseUrl: box.url, fetch, token: async () => box.world.secrets.operatorToken })
  const begin = (externalId: string, email: string) =>
    operator()(startCompany, {
      params: { externalId },
      body: {
        name: 'Fabrikam',
        demo: true,
        admin: { email },
        country: 'MX',
        locale: 'en',
        timezone: 'America/Mexico_City'
      }
    })
  const doorOf = async (organizationId: string): Promise<string> => {
    const organization = await getOrganization(box.product.deps, organizationId)
    return organization.signIn === 'provider' && organization.settingUp ? 'open' : 'shut'
  }
  const mailsTo = async (email: string) => (await box.call(control.listMails, { query: { to: email } })).mails
  /** An invitation, which has none, may come after it. */
  const codeFor = (email: string): Promise<string> =>
    eventually(
      async () => (await mailsTo(email)).flatMap(({ text }) => /\d{4} \d{4}/u.exec(text)?.[0] ?? []).at(-1),
      `a code for ${email}`
    )
  async function askForCode(page: Page, email: string): Promise<void> {
    await page.goto(`${box.url}/tab/#console:overview`)
    await page.getByLabel('E-mail address').fill(email, WAIT)
    await page.keyboard.press('Enter')
  }
  const openSection = (section: string, more: { theme?: Theme; width?: number; personKey?: string } = {}) =>
    openTab(browser, box, { personKey: ADMIN, locale: 'en-us', subPageId: `console:${section}`, ...more })
  const region = (host: TeamsHost, name: string) => host.tab.getByRole('region', { name, exact: true })

  test('whoever was invited comes in by a mailed code, and nobody else does; the company’s own sign-in shuts that door', async () => {
    const company = await box.call(control.announceCompany, {
      params: { companyKey: 'fabrikam' },
      body: { name: 'Fabrikam' }
    })
    const founder = 'founder@elsewhere.example'
    const { organizationId } = await begin('fabrikam', founder)
    expect((await begin('fabrikam', founder)).organizationId).toBe(organizationId)
    await expect(begin('fabrikam', `x@${northwind().domain}`)).rejects.toMatchObject({ status: 409 })
    await using context = await browser.newContext({ locale: 'en-US' })
    const page = await context.newPage()
    await askForCode(page, founder)
    await page.getByLabel('Code from the e-mail').fill(await codeFor(founder), WAIT)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 2, name: 'From here to the first nudge' }).waitFor(WAIT)
    await page.getByText('0 of 16 steps are done.').waitFor(WAIT)
    expect(await complaintsOf(page)).toEqual([])
    await page.screenshot({ path: `${SHOTS}/first-day.png`, fullPage: true })

    const { workos } = box.world
    const finish = async (intent: 'sso' | 'dsync' | 'domain_verification', step: string) => {
      await page.getByRole('button', { name: `Go on to the portal: ${step}` }).click(WAIT)
      const opening = context.waitForEvent('page')
      await page.getByRole('link', { name: `Go on to the portal: ${step}` }).click(WAIT)
      const portal = await opening
      if (intent === 'domain_verification') await portal.getByLabel('Domain').fill(company.domain)
      await portal.getByRole('button', { name: 'Finish this step' }).click(WAIT)
      await portal.waitForURL(/\/tab\//u)
      await portal.close()
    }
    await finish('sso', 'Single sign-on')
    await finish('domain_verification', 'E-mail domains')
    await finish('dsync', 'Directory')
    await page.getByRole('button', { name: 'Take over proven domains: E-mail domains' }).click(WAIT)
    await page.getByText(`Taken over: ${company.domain}.`).waitFor(WAIT)
    await workos.settled()
    await quiet(box)

    // The page is the same for everybody of the domain; a code goes to the invited alone.
    const [colleague = ''] = company.people.slice(3).map(key => peopleOf(box.world).get(key)?.email ?? '')
    await using other = await browser.newContext({ locale: 'en-US' })
    const theirs = await other.newPage()
    await askForCode(theirs, colleague)
    await theirs.getByRole('link', { name: 'Sign in with my company' }).waitFor(WAIT)
    expect(await complaintsOf(theirs)).toEqual([])
    await theirs.getByRole('button', { name: 'I was invited: mail me a code' }).click()
    await theirs.getByLabel('Code from the e-mail').waitFor(WAIT)
    await quiet(box)
    expect(await mailsTo(colleague)).toEqual([])

    // Nobody is an admin yet: somebody of the directory signing in shuts nothing.
    await signInOnWeb(box, company.admin.personKey)
    await page.getByRole('navigation', { name: 'Sections' }).getByRole('button', { name: 'Access and roles' }).click()
    await page.getByLabel('May use ConsciousInsights').selectOption(company.groups.access, WAIT)
    await page.getByLabel('Admins').selectOption(company.groups.admin)
    await page.getByRole('region', { name: 'Access and roles' }).getByRole('button', { name: 'Save' }).click()
    await page.getByText('Saved.').waitFor(WAIT)
    await quiet(box)
    expect(await doorOf(organizationId)).toBe('open')
    await signInOnWeb(box, company.admin.personKey)
    await quiet(box)
    expect(await doorOf(organizationId)).toBe('shut')
    const before = (await mailsTo(founder)).length
    await page.reload()
    await page.getByLabel(/^(?:Work e-mail|E-mail address)$/u).fill(founder, WAIT)
    await page.keyboard.press('Enter')
    await page.getByText('We do not know a company').waitFor(WAIT)
    await quiet(box)
    expect((await mailsTo(founder)).length).toBe(before)
    await expect(begin('fabrikam', founder)).rejects.toMatchObject({ status: 409 })
  })

  test('what would lock admins out, is another company’s or cannot be is refused with its reason, and nothing changes', async () => {
    const before = await admin(getCompany)
    const refused = (body: object, status: number, code: string) =>
      expect(admin(changeCompany, { body })).rejects.toMatchObject({ status, problem: { code } })
    const roleGroups = { ...before.roleGroups, admin: northwind().hrGroup }
    await refused({ accessGroup: 'No such group' }, 400, 'unknown_group')
    await refused({ accessGroup: northwind().adminGroup, roleGroups }, 400, 'no_admin')
    await refused({ launchDate: '2026-01-01' }, 400, 'past_launch')
    await refused({ launchDate: '2026-12-01', sponsor: null }, 400, 'no_sponsor')
    await refused({ entraObjectIdAttribute: 'shoeSize' }, 400, 'unknown_attribute')
    const { domain: _domain, tenantId } = await box.call(control.announceCompany, {
      params: { companyKey: 'tailspin' },
      body: { name: 'Tailspin' }
    })
    await refused({ entraTenantIds: [...before.entraTenantIds, tenantId] }, 400, 'tenant_unproved')
    const [other] = [...companiesOf(box.world).values()].filter(({ company }) => company.key !== 'northwind')
    expect(other).toBeDefined()
    await expect(
      admin(putLearningSite, {
        body: { subdomain: northwind().site.subdomain, url: 'https://x.example', apiKey: 'k'.repeat(20) }
      })
    ).rejects.toMatchObject({ status: 400, problem: { code: 'key_refused' } })
    await expect(admin(takeDomains)).resolves.toEqual({ domains: before.domains })
    expect(await admin(getCompany)).toEqual(before)
    const employee = await as('northwind/grace-ellison')
    await expect(employee(changeCompany, { body: { name: 'Mine' } })).rejects.toMatchObject({ status: 403 })
    // Two admins at once lose nothing of each other's.
    await Promise.all([
      admin(changeCompany, { body: { sponsor: { name: 'Rosa Campos', title: 'Head of People' } } }),
      admin(changeCompany, { body: { workingHours: { start: '08:00', end: '17:00', days: [1, 2, 3, 4, 5] } } })
    ])
    expect(await admin(getCompany)).toMatchObject({
      sponsor: { name: 'Rosa Campos' },
      workingHours: { start: '08:00' }
    })
  })

  test('the directory is browsed in pages and by group; one person is explained, and that is recorded', async () => {
    const all = await admin(browsePeople, { query: {} })
    const { groups, people } = await admin(listDirectoryGroups)
    const access = groups.find(({ name }) => name === northwind().accessGroup)
    const inGroup = await admin(browsePeople, { query: { group: northwind().adminGroup } })
    expect(inGroup.people.every(({ personId }) => all.people.some(each => each.personId === personId))).toBe(true)
    expect(inGroup.people.length).toBe(groups.find(({ name }) => name === northwind().adminGroup)?.people)
    expect(people).toBeGreaterThanOrEqual(access?.people ?? 0)
    await using host = await openSection('people')
    const section = region(host, 'People and groups')
    await section.getByLabel('Name or e-mail').fill('iyer', WAIT)
    await host.page.keyboard.press('Enter')
    await section.getByText('1 person is shown.').waitFor(WAIT)
    await section.getByRole('button', { name: 'Open Vikram Iyer' }).click()
    await section.getByText(`In the access group “${northwind().accessGroup}”.`).waitFor(WAIT)
    await section.getByText(`Admin (by ${northwind().adminGroup})`).waitFor(WAIT)
    expect(await complaintsOf(host.page)).toEqual([])
    await host.page.screenshot({ path: `${SHOTS}/person.png`, fullPage: true })
    await section.getByRole('button', { name: 'Back to the list' }).click()
    await section.getByText('1 person is shown.').waitFor(WAIT)
    const [first] = all.people
    const { events } = await admin(listAudit, { query: { action: 'person.looked_up' } })
    expect(events).toMatchObject([{ about: 'Vikram Iyer', by: 'Vikram Iyer' }])
    await expect(admin(lookUpPerson, { params: { personId: `${first?.personId}x` } })).rejects.toMatchObject({
      status: 404
    })
    const hr = await as('northwind/grace-ellison')
    await expect(hr(browsePeople, { query: {} })).rejects.toMatchObject({ status: 403 })
  })

  test('a broken thing turns red with its remedy, and the checklist stays with what is', async () => {
    const light = async (what: string) => (await admin(getConsoleHealth)).connections.find(each => each.what === what)
    expect(await light('mail')).toMatchObject({ light: 'green' })
    box.world.mail.standin.faults.add({ kind: 'drop' })
    expect(await light('mail')).toMatchObject({ light: 'red', reason: 'mail_unreachable' })
    box.world.workos.standin.faults.add({ kind: 'status', status: 503, path: '/organizations' })
    await using host = await openSection('overview')
    await host.tab.getByText('The mail server does not answer.').waitFor(WAIT)
    await host.tab.getByText('WorkOS does not answer now.').waitFor(WAIT)
    await expect(admin(takeDomains)).rejects.toMatchObject({ status: 503 })
    box.world.mail.standin.faults.clear()
    box.world.workos.standin.faults.clear()
    const { live, steps } = await admin(getChecklist)
    expect(live).toBe(true)
    expect(steps.filter(({ state }) => state === 'done').map(({ step }) => step)).toEqual(
      expect.arrayContaining(['company', 'sign_in', 'domains', 'directory', 'groups', 'microsoft', 'launch'])
    )
    await host.tab.getByRole('button', { name: 'Look again' }).click()
    await expect.poll(() => host.tab.getByText('WorkOS does not answer now.').count()).toBe(0)
  })

  test('the launch pack has the company’s own names and days', async () => {
    await using host = await openSection('launchPack')
    await host.tab.getByLabel('Whom people ask').fill('people@northwind.example', WAIT)
    const downloading = host.page.waitForEvent('download')
    await host.tab.getByRole('button', { name: 'Note for managers, In Spanish' }).click()
    const saved = await downloading
    expect(saved.suggestedFilename()).toBe('nota-para-jefaturas.es.html')
    const text = readFileSync(await saved.path(), 'utf8')
    for (const said of ['Northwind Foods (demo)', '23 de noviembre de 2026', 'Rosa Campos', 'people@northwind.example'])
      expect(text).toContain(said)
  })

  test.each(LOOKS)(
    'every section in every look: %s at %i px in %s',
    { timeout: 180_000 },
    async (theme, width, locale) => {
      const personKey = locale === 'es-mx' ? spanishAdmin : ADMIN
      await using host = await openSection('overview', { theme, width, personKey })
      for (const section of SECTIONS) {
        if (section !== 'overview') {
          const toggle = host.tab.getByRole('button', { name: /^(?:Sections|Secciones)$/u })
          if (width < 900) await toggle.click(WAIT)
          await host.tab.locator(`nav [data-section="${section}"]`).click(WAIT)
        }
        await host.tab.locator(`section#${section} h2`).first().waitFor(WAIT)
        await host.page.waitForLoadState('networkidle')
        expect(await complaintsOf(host.page), section).toEqual([])
        const wide = await host.tab.locator('html').evaluate(html => html.scrollWidth - html.clientWidth)
        expect(wide, section).toBeLessThanOrEqual(0)
        const height = await host.tab.locator('html').evaluate(html => html.scrollHeight)
        await host.page.setViewportSize({ width, height: Math.min(height, 5000) })
        await host.page.screenshot({ path: `${SHOTS}/${section}-${theme}-${width}.png` })
        await host.page.setViewportSize({ width, height: 800 })
      }
    }
  )
})
