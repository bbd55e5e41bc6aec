/** HR turns an experiment on nudges on, reads what it found and what it cost, and ends it, in a real browser; a person says yes or no. */
import { mkdirSync } from 'node:fs'
import { sql } from 'kysely'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { AGREEMENT_VERSION } from '../api/channels/channels.ts'
import { sumUp, type Counted } from '../api/nudges/experiment-sums.ts'
import type { Outcome } from '../api/nudges/experiment.ts'
import { DAY } from '../api/platform/time.ts'
import * as control from '../sandbox/control/contract.ts'
import { quiet } from '../sandbox/quiet.ts'
import type { Sandbox } from '../sandbox/sandbox.ts'
import { companiesOf } from '../sandbox/seed.ts'
import { complaintsOf } from './axe.ts'
import { isFocused, openBrowser, skipWithoutBrowser, WAIT } from './browser.ts'
import { openWalk } from './harness.ts'
import { openTab, type TeamsHost, type Theme } from './teams-host.ts'

const HR = 'northwind/grace-ellison'
const EMPLOYEE = 'northwind/ana-torres'
const SHOTS = 'build/screenshots/experiments'
const LOOKS: readonly (readonly [Theme, number, 'en' | 'es'])[] = [
  ['default', 320, 'en'],
  ['dark', 1280, 'es'],
  ['contrast', 320, 'es']
]
const AGREED = 6000

describe.skipIf(skipWithoutBrowser())('experiments on nudges', () => {
  let box: Sandbox
  let browser: Browser
  let organizationId = ''
  /** Of HR, with a directory entry that says Spanish. */
  let spanishHr = ''

  beforeAll(async () => {
    mkdirSync(SHOTS, { recursive: true })
    box = await openWalk()
    browser = await openBrowser()
    const found = companiesOf(box.world).get('northwind')
    if (!found) throw new Error('there is no demo company')
    const body = { firstName: 'Inés', lastName: 'Prado', locale: 'es-MX', groups: [found.company.hrGroup] }
    spanishHr = (await box.call(control.addPerson, { params: { companyKey: 'northwind' }, body })).key
    await quiet(box)
    const [row] = await owner(sql<{ id: string }>`select organization_id as id from people where first_name = 'Grace'`)
    organizationId = row?.id ?? ''
  }, 240_000)
  afterAll(async () => {
    await browser.close()
    await box[Symbol.asyncDispose]()
  })

  const owner = <Row>(query: ReturnType<typeof sql<Row>>): Promise<readonly Row[]> =>
    box.product.deps.db.owner(async trx => (await query.execute(trx)).rows)

  const openPage = (more: object = {}) =>
    openTab(browser, box, { personKey: HR, subPageId: 'experimentsPage', locale: 'en-us', ...more })

  const inLook = ([theme, width, language]: (typeof LOOKS)[number]) =>
    openPage({ theme, width, ...(language === 'es' ? { personKey: spanishHr, locale: 'es-mx' } : {}) })

  async function expectGood(host: TeamsHost, name: string): Promise<void> {
    expect(await complaintsOf(host.page)).toEqual([])
    const wide = await host.tab.locator('html').evaluate(html => html.scrollWidth - html.clientWidth)
    expect(wide).toBeLessThanOrEqual(0)
    const height = await host.tab.locator('html').evaluate(html => html.scrollHeight)
    const { width } = host.page.viewportSize() ?? { width: 1280 }
    await host.page.setViewportSize({ width, height: Math.min(4000, Math.max(800, height)) })
    await host.page.screenshot({ path: `${SHOTS}/${name}.png` })
  }

  /** Who agreed long ago, as far as counts go. */
  const agree = () =>
    owner(sql`insert into agreements (organization_id, person_id, version, decision, surface, decided_at)
      select ${organizationId}, 'demo_' || i, ${AGREEMENT_VERSION}, 'given', 'teams', '2026-06-01' from generate_series(1, ${AGREED}::int) i`)

  test('a small company is told why it is not offered', async () => {
    await using host = await openPage({ width: 320 })
    await host.tab.getByText('Too few people have agreed').waitFor(WAIT)
    expect(await host.tab.getByRole('radio').count()).toBe(0)
    await expectGood(host, 'too-small')
  })

  test.each(LOOKS)('an offer says what it could find and when: %s at %i px in %s', async (...look) => {
    if (look[0] === 'default' && look[1] === 320) await agree()
    await using host = await inLook(look)
    const offer =
      look[2] === 'es' ? /Descubre efectos de .* por primera vez hacia/u : /Finds effects of .* the first time around/u
    await host.tab.getByText(offer).waitFor(WAIT)
    await expectGood(host, `offer-${look.join('-')}`)
  })

  test('a design that could not find enough cannot be started; one that can asks first, by keyboard, and is said to be on', async () => {
    await using host = await openPage()
    const start = host.tab.getByRole('button', { name: 'Turn it on' })
    await host.tab.getByRole('radio', { name: '5 in 100', exact: true }).check(WAIT)
    await host.tab.getByRole('radio', { name: '12 weeks' }).check()
    await host.tab.getByText('This design cannot find 5 points').waitFor(WAIT)
    await expect.poll(() => start.isDisabled()).toBe(true)
    await host.tab.getByRole('radio', { name: '20 in 100' }).check()
    await host.tab.getByRole('radio', { name: 'A talk with the coach' }).check()
    await host.tab.getByText('about 20 in 100 people').waitFor(WAIT)
    await expect.poll(() => start.isEnabled()).toBe(true)
    await start.focus()
    await host.page.keyboard.press('Enter')
    await host.tab.getByRole('alertdialog', { name: 'Turn this experiment on?' }).waitFor(WAIT)
    await expectGood(host, 'confirm')
    await host.tab.getByRole('button', { name: 'Turn it on' }).press('Enter')
    await host.tab.getByRole('status').filter({ hasText: 'It is on' }).waitFor(WAIT)
    await host.tab.getByText('Not enough evidence yet: the first figures are still to come.').waitFor(WAIT)
    await expect.poll(() => isFocused(host.tab.getByText('It is on').locator('..'))).toBe(true)
    await expectGood(host, 'running')
  })

  test('a person reads of it among their nudges, says yes, and may leave', async () => {
    await using host = await openPage({ personKey: EMPLOYEE, subPageId: 'nudges', locale: 'es-mx', width: 320 })
    await host.tab.getByRole('heading', { name: 'Tú y el experimento' }).waitFor(WAIT)
    await host.tab.getByText('unas 20 de cada 100 personas').waitFor(WAIT)
    await host.tab.getByRole('button', { name: 'Participar' }).click()
    await host.tab.getByRole('status').filter({ hasText: 'Participas.' }).waitFor(WAIT)
    await expectGood(host, 'own')
    await host.tab.getByRole('button', { name: 'Salir' }).click()
    await host.tab.getByText('recibes todos los mensajes').waitFor(WAIT)
  })

  /** As a look writes it down: `held` and `nudged` of a thousand did it within a day of a moment in each of six weeks. */
  async function look(number: number, shares: { readonly held: number; readonly nudged: number }): Promise<void> {
    const [row] = await owner(
      sql<{
        id: string
        startedAt: Date
      }>`select id, started_at as "startedAt" from nudge_experiments where organization_id = ${organizationId}`
    )
    const joinedAt = row?.startedAt ?? new Date()
    const session: ReadonlySet<Outcome> = new Set(['session'])
    const people = Array.from({ length: 3000 }, (_, i): Counted => {
      const arm = i % 5 === 0 ? 'held' : 'nudged'
      const does = ((i * 7919) % 3000) / 3
      return {
        arm,
        joinedAt,
        cohort: undefined,
        costs: arm === 'nudged' && i % 31 === 0 ? ['fewer'] : i % 77 === 0 ? ['stopped'] : [],
        moments: Array.from({ length: 6 }, (_week, week) => ({
          at: new Date(joinedAt.getTime() + (7 * week + 1) * DAY),
          assigned: arm === 'nudged',
          followed: does < shares[arm] - (arm === 'nudged' ? week * 20 : 0) ? session : new Set<Outcome>()
        }))
      }
    })
    const sums = JSON.stringify(sumUp(people, 'session'))
    await owner(sql`insert into nudge_experiment_looks (organization_id, experiment_id, look, made_at, sums)
      values (${organizationId}, ${row?.id}, ${number}, ${box.clock.now()}, ${sums}::jsonb)`)
  }

  test('a difference that chance explains is said to be not enough evidence', async () => {
    await look(1, { held: 300, nudged: 310 })
    await using host = await openPage()
    await host.tab.getByRole('heading', { name: 'Not enough evidence yet.' }).waitFor(WAIT)
    await expectGood(host, 'not-enough')
  })

  test.each(LOOKS)('a finding can be read in words, figures and cost: %s at %i px in %s', async (...shown) => {
    if (shown[0] === 'default' && shown[1] === 320) await look(2, { held: 300, nudged: 420 })
    await using host = await inLook(shown)
    const finding = shown[2] === 'es' ? /Los mensajes ayudan\. .* 12 puntos más/u : /Nudges help\. .* 12 points more/u
    await host.tab.getByRole('heading', { name: finding }).waitFor(WAIT)
    await host.tab.getByRole('table').first().waitFor(WAIT)
    await expectGood(host, `found-${shown.join('-')}`)
  })

  test('groups that are not as drawn show no figure', async () => {
    await owner(sql`update nudge_experiment_looks set sums = jsonb_set(sums, '{counted,held}', '400') where look = 2`)
    await using host = await openPage()
    await host.tab.getByRole('heading', { name: /^No result/u }).waitFor(WAIT)
    expect(await host.tab.getByRole('table').count()).toBe(0)
    await expectGood(host, 'blocked')
  })

  test('one that halted says why; an end that does not arrive is said beside it, then it is ended', async () => {
    await owner(sql`update nudge_experiments set halted_at = now() where organization_id = ${organizationId}`)
    await owner(
      sql`update nudge_experiment_looks set look = 100, sums = jsonb_set(sums, '{counted,held}', '600') where look = 2`
    )
    await using host = await openPage()
    await host.tab.getByText('so it stopped by itself').waitFor(WAIT)
    await expectGood(host, 'halted')
    await host.page.route('**/v1/experiments/*/end', route => route.abort())
    const end = async () => {
      await host.tab.getByRole('button', { name: 'End it' }).click()
      await host.tab.getByRole('alertdialog').getByRole('button', { name: 'End it' }).click()
    }
    await end()
    await host.tab.getByRole('alert').waitFor(WAIT)
    await host.page.unroute('**/v1/experiments/*/end')
    await end()
    await host.tab.getByRole('status').filter({ hasText: 'Ended. Everybody gets every nudge.' }).waitFor(WAIT)
    await host.tab.getByRole('heading', { name: 'Earlier experiments' }).waitFor(WAIT)
    await expectGood(host, 'ended')
  })

  test('a page that cannot be loaded says so and can be tried again', async () => {
    await using host = await openPage({ subPageId: 'plans' })
    await host.tab.getByRole('tab', { name: 'Experiments' }).waitFor(WAIT)
    await host.page.route('**/v1/experiments', route => route.abort())
    await host.tab.getByRole('tab', { name: 'Experiments' }).click()
    const again = host.tab.getByRole('button', { name: 'Try again' })
    await again.waitFor(WAIT)
    expect(await complaintsOf(host.page)).toEqual([])
    await host.page.unroute('**/v1/experiments')
    await again.click()
    await host.tab.getByRole('heading', { name: 'Do the nudges help?' }).waitFor(WAIT)
  })

  test('who is not HR has no such page', async () => {
    await using host = await openPage({ personKey: EMPLOYEE })
    await host.tab.getByRole('tab', { name: 'Plan' }).first().waitFor(WAIT)
    expect(await host.tab.getByRole('tab', { name: /Experiment/u }).count()).toBe(0)
  })
})
