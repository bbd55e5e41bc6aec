/** The steps as the guide for admins names them; each is one path of clicks of one person of the company. */
import type { Browser, Page } from 'playwright-core'
import type { z } from 'zod'
import { createClient } from '../../api/contract/client.ts'
import { getChecklist, type Step as ChecklistStep } from '../../api/contract/checklist.ts'
import { exchangeTeamsToken } from '../../api/contract/identity.ts'
import * as control from '../../sandbox/control/contract.ts'
import { quiet } from '../../sandbox/quiet.ts'
import type { Sandbox } from '../../sandbox/sandbox.ts'

export type Site = z.output<typeof control.announceCompany.answer>

export type Tools = {
  readonly box: Sandbox
  readonly browser: Browser
  readonly company: Site
  readonly organizationId: string
  /** The window of whoever sets the company up. */
  page: Page
  /** As it was at the end. */
  checklist?: readonly ChecklistStep[]
  readonly eventually: <T>(look: () => Promise<T | undefined>, what: string) => Promise<T>
  readonly openWindow: (browser: Browser) => Promise<Page>
}

type Walked = {
  /** Whose step it is; undefined for what comes by itself. */
  readonly who: string | undefined
  readonly does: string
  readonly run: (tools: Tools) => Promise<void>
}

const COHORT = 'Pilot'
const LAUNCH = '2026-11-23'
const LOOKS = 40

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' })

/** Opens a section of the console by its list. */
async function open(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Sections' }).getByRole('button', { name, exact: true }).click()
  await page.getByRole('region', { name, exact: true }).getByRole('heading', { level: 2 }).first().waitFor()
}

/** Through the checklist to the portal, one piece of the set-up, and back; the checklist then says by itself that it is done. */
async function throughPortal(tools: Tools, step: string, fill?: (portal: Page) => Promise<void>): Promise<void> {
  const { page } = tools
  await open(page, 'Overview')
  await button(page, `Go on to the portal: ${step}`).click()
  const opening = page.context().waitForEvent('page')
  await page.getByRole('link', { name: `Go on to the portal: ${step}` }).click()
  const portal = await opening
  await fill?.(portal)
  await portal.getByRole('button', { name: 'Finish this step' }).click()
  await portal.waitForURL(/\/tab\//u)
  await portal.close()
}

/** Until the checklist, looked at again, says of a step that it is done. */
async function isDone({ page, eventually }: Tools, step: string): Promise<void> {
  await open(page, 'Overview')
  const show = button(page, 'Show what is done')
  await eventually(async () => {
    await button(page, 'Look again').click()
    if ((await show.count()) > 0) await show.click()
    const one = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: step, exact: true }) })
    return (await one.getByText('Done', { exact: true }).count()) > 0 ? true : undefined
  }, `"${step}" to be done`)
}

async function save(page: Page, section: string, label = 'Save'): Promise<void> {
  const region = page.getByRole('region', { name: section, exact: true })
  await region.getByRole('button', { name: label, exact: true }).click()
  await region.getByText(/^Saved\./u).waitFor()
}

const chat = async ({ box }: Tools, personKey: string) =>
  (await box.call(control.getChat, { params: { personKey } })).messages

/** Presses a button on the newest card that has it. */
async function pressCard(tools: Tools, personKey: string, title: string): Promise<void> {
  const card = await tools.eventually(
    async () => (await chat(tools, personKey)).findLast(({ cards }) => JSON.stringify(cards).includes(`"${title}"`)),
    `a card with "${title}"`
  )
  await tools.box.call(control.press, { params: { personKey }, body: { messageId: card.id, title } })
}

const pilotPerson = ({ company }: Tools): string => company.people[2] ?? company.admin.personKey

export const STEPS: readonly Walked[] = [
  {
    who: 'first admin',
    does: 'opens the invitation, and signs in with a mailed code',
    run: async ({ box, page, company: { admin }, eventually }) => {
      const mails = async () => (await box.call(control.listMails, { query: { to: admin.email } })).mails
      const invitation = await eventually(async () => (await mails())[0], 'the invitation')
      await page.goto(/https?:\S+#\S+/u.exec(invitation.text)?.[0] ?? '')
      await page.getByLabel('E-mail address').fill(admin.email)
      await page.keyboard.press('Enter')
      const code = await eventually(
        async () => /\d{4} \d{4}/u.exec((await mails()).at(-1)?.text ?? '')?.[0],
        'the mailed code'
      )
      await page.getByLabel('Code from the e-mail').fill(code)
      await page.keyboard.press('Enter')
      await page.getByRole('heading', { level: 2, name: 'From here to the first nudge' }).waitFor()
    }
  },
  {
    who: 'program',
    does: 'says who stands behind the program, in which language and time zone',
    run: async tools => {
      const { page } = tools
      await open(page, 'Company and launch')
      await page.getByLabel('Who stands behind the program').fill('Rosa Campos')
      await page.getByLabel('Their title').fill('Head of People')
      await save(page, 'Company and launch')
      await isDone(tools, 'Your company')
    }
  },
  {
    who: 'identity team',
    does: 'connects single sign-on in the portal',
    run: async tools => {
      await throughPortal(tools, 'Single sign-on')
      await isDone(tools, 'Single sign-on')
    }
  },
  {
    who: 'IT',
    does: 'proves the e-mail domain in the portal',
    run: tools =>
      throughPortal(tools, 'E-mail domains', portal => portal.getByLabel('Domain').fill(tools.company.domain))
  },
  {
    who: 'admin',
    does: 'takes the proven domain over',
    run: async tools => {
      await open(tools.page, 'Overview')
      await button(tools.page, 'Take over proven domains: E-mail domains').click()
      await isDone(tools, 'E-mail domains')
    }
  },
  {
    who: 'identity team',
    does: 'connects the directory in the portal',
    run: async tools => {
      await throughPortal(tools, 'Directory')
      await isDone(tools, 'Directory')
    }
  },
  {
    who: 'admin',
    does: 'chooses the groups that give access, and the roles of admin and HR',
    run: async tools => {
      const { page, company } = tools
      await open(page, 'Access and roles')
      await page.getByLabel('May use ConsciousInsights').selectOption(company.groups.access)
      await page.getByLabel('Admins').selectOption(company.groups.admin)
      await page.getByLabel('HR: reports and campaigns').selectOption(company.groups.hr)
      await save(page, 'Access and roles')
      await quiet(tools.box)
      await isDone(tools, 'Access and roles by group')
    }
  },
  {
    who: 'identity team',
    does: 'tries a sample of what the sign-in sends in the claim lab, and keeps it as a case',
    run: async tools => {
      const { page, company } = tools
      await open(page, 'Claim mapping and lab')
      const sample = { sub: 'x-1', uid: 'x-1', mail: `x@${company.domain}`, givenName: 'Sample', sn: 'Person' }
      await page.getByLabel('What it sends').fill(JSON.stringify({ ...sample, memberOf: [company.groups.access] }))
      await button(page, 'Show what comes of it').click()
      await page.getByLabel('Name of the case').fill('Sample of our provider')
      await button(page, 'Save as a case').click()
      await page.getByText('Sample of our provider').first().waitFor()
      await isDone(tools, 'What your sign-in sends')
    }
  },
  {
    who: 'admin',
    does: 'signs in with the company’s own sign-in for the first time, which ends mailed codes',
    run: async tools => {
      const { box, company, openWindow, browser } = tools
      const page = await openWindow(browser)
      await page.goto(`${box.url}/tab/#console:overview`)
      await page.getByLabel('E-mail address').fill(company.admin.email)
      await page.keyboard.press('Enter')
      await page.getByRole('link', { name: 'Sign in with my company' }).click()
      await page.getByLabel('User name').fill(company.admin.email)
      await button(page, 'Sign in').click()
      await page.getByRole('heading', { level: 2, name: 'From here to the first nudge' }).waitFor()
      await tools.page.context().close()
      tools.page = page
      await isDone(tools, 'First sign-in of your own')
    }
  },
  {
    who: 'Teams admin',
    does: 'proves the Microsoft 365 tenant by signing in there, and confirms the attribute with the object id',
    run: async tools => {
      const { page, company } = tools
      await open(page, 'Microsoft 365')
      await button(page, 'Connect your tenant').click()
      const opening = page.context().waitForEvent('page')
      await page.getByRole('link', { name: 'Open at Microsoft' }).click()
      const proving = await opening
      await button(proving, 'Continue at Microsoft').click()
      await proving.getByLabel('Work account').fill(`admin@${company.domain}`)
      await button(proving, 'Next').click()
      await proving.getByRole('heading', { name: 'The tenant is connected' }).waitFor()
      await proving.close()
      await button(page, 'Look again').click()
      await page.getByText(company.tenantId).waitFor()
      await page.getByLabel('Attribute of the directory with the object id').selectOption('objectId')
      await save(page, 'Microsoft 365')
      await isDone(tools, 'Microsoft 365 tenant')
    }
  },
  {
    who: 'Microsoft admin',
    does: 'consents for the tenant',
    run: async ({ page }) => {
      await open(page, 'Overview')
      const opening = page.context().waitForEvent('page')
      await page.getByRole('link', { name: 'Open at Microsoft' }).click()
      const microsoft = await opening
      await microsoft.getByRole('button', { name: 'Accept' }).click()
      await microsoft.waitForURL(/\/consented/u)
      await microsoft.close()
    }
  },
  {
    who: 'program',
    does: 'names the pilot cohort and the group it is made of',
    run: async tools => {
      const { page, company } = tools
      await open(page, 'Cohorts')
      const region = page.getByRole('region', { name: 'Cohorts', exact: true })
      await region.getByLabel('Name').fill(COHORT)
      await region.getByLabel('Group of the directory').selectOption(company.groups.access)
      await save(page, 'Cohorts', 'Add cohort')
      await quiet(tools.box)
      await isDone(tools, 'Pilot cohort')
    }
  },
  {
    who: 'learning',
    does: 'enters the learning site with its key',
    run: async tools => {
      const { page, company } = tools
      await open(page, 'Learning site')
      await page.getByLabel('Name of the site').fill(company.site.subdomain)
      await page.getByLabel('Where learners open it').fill(company.site.url)
      await page.getByLabel('API key').fill(company.site.apiKey)
      await save(page, 'Learning site', 'Try and save')
      await isDone(tools, 'Learning site')
    }
  },
  {
    who: 'learning',
    does: 'enters at the site what it needs to sign people in through CI',
    run: async ({ box, page, company }) => {
      await open(page, 'Learning site')
      await button(page, 'Show what to enter there').click()
      const region = page.getByRole('region', { name: 'Learning site', exact: true })
      const [issuer = '', clientId = '', clientSecret = ''] = await valuesIn(region)
      box.world.thinkific.connectOidc(company.site.subdomain, { issuer, clientId, clientSecret })
    }
  },
  {
    who: 'learning',
    does: 'writes, tries and saves the first rule',
    run: async tools => {
      const { page } = tools
      await page.getByRole('tab', { name: 'Enrollment', exact: true }).click()
      await button(page, 'Add a rule').click()
      await page.getByLabel('Name, as people read why they have the course').fill('Pilot')
      await page.getByLabel('Who', { exact: true }).selectOption('everyone')
      await page.getByRole('checkbox', { name: 'Listening that works' }).check()
      await button(page, 'Use this rule').click()
      await button(page, 'Show what it would do').click()
      await page.getByText(/people gain something/u).waitFor()
      await page.getByLabel('Why is the change right?').fill('The pilot begins')
      await button(page, 'Save and carry out').click()
      await page.getByText('Saved. It is being carried out').waitFor()
      await page.getByRole('tab', { name: 'Set-up', exact: true }).click()
      await isDone(tools, 'Who gets which course')
    }
  },
  {
    who: 'program',
    does: 'chooses the launch day',
    run: async tools => {
      const { page } = tools
      await open(page, 'Company and launch')
      await page.getByLabel('Launch day').fill(LAUNCH)
      await save(page, 'Company and launch')
      await isDone(tools, 'Launch day')
    }
  },
  {
    who: 'HR',
    does: 'downloads the launch pack and sends it',
    run: async ({ page }) => {
      await open(page, 'Launch pack')
      await page.getByLabel('Whom people ask').fill('people@contoso-demo.example')
      const downloading = page.waitForEvent('download')
      await button(page, 'Announcement, In English').click()
      await (await downloading).path()
    }
  },
  {
    who: 'Teams admin',
    does: 'uploads the app’s package in the Teams admin center',
    run: ({ page }) => open(page, 'Teams app')
  },
  {
    who: 'Teams admin',
    does: 'lets a setup policy install the app for the pilot',
    run: async tools => {
      for (const personKey of tools.company.people) await tools.box.call(control.installBot, { params: { personKey } })
      await quiet(tools.box)
      await isDone(tools, 'Teams app')
    }
  },
  {
    who: 'HR',
    does: 'adds the app to its channel, and confirms the card there',
    run: async tools => {
      const { box, company, eventually } = tools
      const { channelId } = await box.call(control.installToChannel, {
        params: { companyKey: companyKeyOf(company) },
        body: { personKey: company.hr.personKey }
      })
      const offered = async () => (await box.call(control.getChannel, { params: { channelId }, query: {} })).messages
      const card = await eventually(async () => (await offered()).find(({ cards }) => cards.length > 0), 'the card')
      const title = titlesIn(card.cards)[0] ?? ''
      const body = { messageId: card.id, title, channelId }
      await box.call(control.press, { params: { personKey: company.hr.personKey }, body })
      await isDone(tools, 'HR’s channel')
    }
  },
  {
    who: undefined,
    does: 'on the launch day, in working hours, people are asked; one says yes',
    run: async tools => {
      const personKey = pilotPerson(tools)
      await tools.box.call(control.moveClock, { body: { kind: 'to', at: `${LAUNCH}T06:30:00.000Z` } })
      await tools.box.call(control.moveClock, { body: { kind: 'nextWorkingHour', personKey } })
      const yes = await titleOf(tools, personKey, /^(?:Yes, let’s start|Yes, let's start|Sí, empecemos)/u)
      await pressCard(tools, personKey, yes)
    }
  },
  {
    who: undefined,
    does: 'the first nudge comes, and is answered',
    run: async tools => {
      const personKey = pilotPerson(tools)
      const answer = await nextDays(tools, personKey, /^(?:Done|Hecho)$/u)
      await pressCard(tools, personKey, answer)
      await tools.eventually(
        async () =>
          (await chat(tools, personKey)).find(({ cards, text }) =>
            /Noted|Anotado/u.test(`${text} ${JSON.stringify(cards)}`)
          ),
        'the answered card'
      )
    }
  },
  {
    who: undefined,
    does: 'the checklist says that the first nudge went out',
    run: async tools => {
      await isDone(tools, 'First nudge')
      tools.checklist = await checklistOf(tools)
    }
  }
]

const companyKeyOf = (company: Site): string => company.admin.personKey.split('/')[0] ?? ''

async function valuesIn(region: ReturnType<Page['getByRole']>): Promise<readonly string[]> {
  await region.getByRole('definition').first().waitFor()
  return region.getByRole('definition').allTextContents()
}

/** Labels of the buttons on these cards. */
function titlesIn(cards: unknown): readonly string[] {
  if (Array.isArray(cards)) return cards.flatMap(titlesIn)
  if (typeof cards !== 'object' || cards === null) return []
  const own =
    'type' in cards && String(cards.type).startsWith('Action.') && 'title' in cards ? [String(cards.title)] : []
  return [...own, ...Object.values(cards).flatMap(titlesIn)]
}

const titleOf = (tools: Tools, personKey: string, wanted: RegExp): Promise<string> =>
  tools.eventually(
    async () =>
      titlesIn((await chat(tools, personKey)).map(({ cards }) => cards)).findLast(title => wanted.test(title)),
    `a button ${wanted.source}`
  )

/** Working day by working day, until a card with this button has come. */
async function nextDays(tools: Tools, personKey: string, wanted: RegExp): Promise<string> {
  for (let day = 0; day < 8; day++) {
    for (let look = 0; look < LOOKS; look++) {
      const found = titlesIn((await chat(tools, personKey)).map(({ cards }) => cards)).findLast(each =>
        wanted.test(each)
      )
      if (found) return found
      await new Promise(resolve => setTimeout(resolve, 100))
    }
    await tools.box.call(control.moveClock, { body: { kind: 'nextWorkingHour', personKey } })
    await quiet(tools.box)
  }
  throw new Error('no nudge came in eight working days')
}

async function checklistOf({ box, company }: Tools): Promise<readonly ChecklistStep[]> {
  const { token } = await box.call(control.getTeamsToken, { params: { personKey: company.admin.personKey } })
  const { accessToken } = await createClient({ baseUrl: box.url, fetch })(exchangeTeamsToken, { body: { token } })
  const call = createClient({ baseUrl: box.url, fetch, token: async () => accessToken })
  return (await call(getChecklist)).steps
}
