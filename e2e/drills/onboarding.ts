/**
 * A company of which CI knows nothing but a name and its first admin goes from there to its first answered nudge, in a browser, from
 * the console alone. Counted: what people of the company have to do, and what we would have to.
 */
import { mkdirSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { createClient } from '../../api/contract/client.ts'
import { startCompany } from '../../api/contract/company.ts'
import type { Figures, Say } from '../../bench/named.ts'
import { buildPages } from '../../sandbox/prepare.ts'
import * as control from '../../sandbox/control/contract.ts'
import { quiet } from '../../sandbox/quiet.ts'
import type { Sandbox } from '../../sandbox/sandbox.ts'
import { openBrowser } from '../browser.ts'
import { eventually, openTestSandbox } from '../harness.ts'
import { STEPS, type Site, type Tools } from './onboarding-steps.ts'
import { operatorsActs, waitsOf } from './onboarding-count.ts'

const MOST_STEPS = 25
const KEY = 'contoso'
const START = new Date('2026-11-18T15:00:00Z')
const LOCALE = 'en-US'
const PATIENCE_MS = 60_000

/** @param shots where each step's screen is left; nowhere without it. */
export async function drillOnboarding(say: Say, _seed?: number, options: readonly string[] = []): Promise<Figures> {
  const shots = options.find(each => each.startsWith('--shots='))?.slice('--shots='.length)
  if (shots) mkdirSync(shots, { recursive: true })
  await buildPages(say)
  await using box = await openTestSandbox({ limits: false, env: { THINKIFIC_CALLS_PER_MINUTE: '6000' } })
  box.clock.set(START)
  const browser = await openBrowser()
  try {
    return await walk({ box, browser, say, shots })
  } finally {
    await browser.close()
  }
}

type Walk = {
  readonly box: Sandbox
  readonly browser: Browser
  readonly say: Say
  readonly shots: string | undefined
}

async function walk({ box, browser, say, shots }: Walk): Promise<Figures> {
  const params = { companyKey: KEY }
  const company: Site = await box.call(control.announceCompany, { params, body: { name: 'Contoso Glass' } })
  const operator = createClient({ baseUrl: box.url, fetch, token: async () => box.world.secrets.operatorToken })
  const { organizationId } = await operator(startCompany, {
    params: { externalId: KEY },
    body: {
      name: 'Contoso Glass (demo)',
      demo: true,
      admin: { email: company.admin.email },
      country: 'MX',
      locale: 'en',
      timezone: 'America/Mexico_City'
    }
  })
  say('ours, once: the company is begun, and its first admin is invited')
  await quiet(box)
  const oursBefore = await operatorsActs(box, organizationId)
  const page = await openWindow(browser)
  const tools: Tools = { box, browser, company, page, organizationId, eventually: until, openWindow }
  let manualSteps = 0
  let missed = ''
  for (const { who, does, run } of STEPS) {
    try {
      await run(tools)
      await quiet(box)
    } catch (error) {
      missed = `${does}: ${error instanceof Error ? error.message : String(error)}`
      if (shots) await shoot(tools.page, `${shots}/missed.png`)
      break
    }
    if (who === undefined) say(`   by itself: ${does}`)
    else say(`${String((manualSteps += 1)).padStart(2)} ${who}: ${does}`)
    if (shots) await shoot(tools.page, `${shots}/${String(manualSteps).padStart(2, '0')}.png`)
  }
  const oursAfter = await operatorsActs(box, organizationId)
  const waits = waitsOf(tools.checklist)
  for (const { step, from, to, isKnown } of waits)
    say(`outside wait: ${step}, ${from} to ${to} working days${isKnown ? '' : ' (our estimate)'}`)
  const stepsNeedingUs = oursAfter - oursBefore
  return {
    manualSteps,
    mostSteps: MOST_STEPS,
    stepsNeedingUs,
    outsideWaits: waits.length,
    answered: missed ? 'no' : 'yes',
    ...(missed ? { failed: missed } : {})
  }
}

/** Steps few enough, none of them ours, and the nudge answered. */
export const onboardingHeld = (figures: Figures): boolean =>
  Number(figures['manualSteps']) <= MOST_STEPS && figures['stepsNeedingUs'] === 0 && figures['answered'] === 'yes'

async function openWindow(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: LOCALE })
  context.setDefaultTimeout(PATIENCE_MS)
  return context.newPage()
}

const until = <T>(look: () => Promise<T | undefined>, what: string): Promise<T> => eventually(look, what, PATIENCE_MS)

const shoot = (page: Page, path: string): Promise<unknown> => page.screenshot({ path, fullPage: true })
