/**
 * 200 people leave while tokens are being minted, in three ways: with WorkOS's webhooks, without them, and with the process
 * that vendors reach killed half-way. The clock starts when the directory sends the event; two product processes on PostgreSQL.
 * `slowestMs`: until the last way in was dead; `survivors`: ways in that still worked at the end; `learningSlowestMs`: from
 * the first leaver until the learning site, which counts no calls here (the real one allows 120 a minute), showed every course
 * as ended; the brake on so many at once is lifted when the last one has left.
 */
import { decideOrganizationBrake, getOrganizationBrake } from '../../api/contract/brake.ts'
import { createClient } from '../../api/contract/client.ts'
import * as control from '../../sandbox/control/contract.ts'
import { generateCompany } from '../../sandbox/companies/generate.ts'
import { quiet } from '../../sandbox/quiet.ts'
import type { SandboxOptions } from '../../sandbox/sandbox.ts'
import { addCompany, companiesOf, peopleOf } from '../../sandbox/seed.ts'
import type { Figures, Say } from '../../bench/named.ts'
import { openTestSandbox, START } from '../harness.ts'
import { signInOnWeb } from '../web-person.ts'
import { mint, untilDead, waysIn, type Leaver } from './leavers.ts'
import { openStage, type Stage } from './stage.ts'

const MODES = ['webhooks', 'noWebhooks', 'killed'] as const
type Mode = (typeof MODES)[number]

const LEAVERS_PER_MODE = 200
/** Every so many also signed in on the web: a session and a refresh token to lose. */
const WEB_EVERY = 5
const LEAVE_EVERY_MS = 100
const COMPANY = 'leavers'
const POSTGRES = 'postgres://postgres@127.0.0.1:5432/test'

export async function drillLeaver(say: Say): Promise<Figures> {
  say(`making a company of ${MODES.length * LEAVERS_PER_MODE} people …`)
  const databaseUrl = process.env['TEST_DATABASE_URL'] || POSTGRES
  await using stage = await openStage({ say, processes: 2, databaseUrl, limits: false, prepare: prepareCompany })
  const keys = peopleOf(stage.world)
    .values()
    .map(({ key }) => key)
  const figures: Record<string, number> = {}
  let [slowestMs, survivors, learningSlowestMs] = [0, 0, 0]
  for (const [index, mode] of MODES.entries()) {
    const part = keys.slice(index * LEAVERS_PER_MODE, (index + 1) * LEAVERS_PER_MODE)
    const result = await leaveAll(stage, mode, await letIn(stage, part))
    say(`${mode}: ${part.length} left, slowest ${result.slowestMs} ms, survivors ${result.survivors}`)
    figures[`${mode}SlowestMs`] = result.slowestMs
    slowestMs = Math.max(slowestMs, result.slowestMs)
    survivors += result.survivors
    learningSlowestMs = Math.max(learningSlowestMs, result.learningMs)
  }
  return { leavers: keys.length, processes: 2, slowestMs, survivors, ...figures, learningSlowestMs }
}

async function prepareCompany(options: Partial<SandboxOptions>): Promise<AsyncDisposable> {
  const box = await openTestSandbox({ ...options, limits: false })
  box.clock.set(START)
  const size = MODES.length * LEAVERS_PER_MODE
  const company = generateCompany({ key: COMPANY, name: 'Leavers', size, provider: 'EntraIdOIDC', directory: true })
  const { accessGroup } = company
  const people = company.people.map(person => ({
    ...person,
    directoryHasOid: true,
    groups: [...new Set([accessGroup, ...person.groups])]
  }))
  await addCompany(box.world, { ...company, people }, '2027-01-11')
  await quiet(box, 300_000)
  return box
}

/** Everybody opens the tab once; every fifth also signs in on the web. */
async function letIn(stage: Stage, keys: readonly string[]): Promise<readonly Leaver[]> {
  const leavers: Leaver[] = []
  for (const [index, personKey] of keys.entries()) {
    const { token } = await stage.call(control.getTeamsToken, { params: { personKey } })
    const headers = { 'x-forwarded-for': `10.1.${Math.floor(index / 256)}.${index % 256}` }
    const web = index % WEB_EVERY === 0 ? await signInOnWeb(stage, personKey, headers) : undefined
    const leaver = { personKey, headers, teamsToken: token, accessTokens: web ? [web.tokens.accessToken] : [], web }
    if (!(await mint(stage.url, leaver))) throw new Error(`"${personKey}" was not let in before the drill`)
    leavers.push(leaver)
  }
  return leavers
}

async function leaveAll(stage: Stage, mode: Mode, leavers: readonly Leaver[]) {
  if (mode === 'noWebhooks') stage.world.workos.standin.faults.add({ kind: 'drop', method: 'WEBHOOK' })
  const watched: Promise<number>[] = []
  let restarted: Promise<void> = Promise.resolve()
  const started = performance.now()
  for (const [index, leaver] of leavers.entries()) {
    if (mode === 'killed' && index === leavers.length / 2) restarted = stage.product.killAndRestart()
    const since = performance.now()
    await stage.call(control.leave, { params: { personKey: leaver.personKey }, body: { how: howOf(index) } })
    watched.push(untilDead(stage.urls, leaver, since))
    await new Promise(resolve => setTimeout(resolve, LEAVE_EVERY_MS))
  }
  const dead = await Promise.all(watched)
  await restarted
  await confirmThatTheyLeft(stage)
  const learningMs = await untilEnded(stage, leavers, started)
  let survivors = 0
  for (const leaver of leavers) survivors += await waysIn(stage.urls, leaver, 'all')
  stage.world.workos.standin.faults.clear()
  return { slowestMs: Math.round(Math.max(...dead)), survivors, learningMs }
}

/** So many at once set the brake: their courses end once somebody has said that it was meant. */
async function confirmThatTheyLeft({ url, world }: Stage): Promise<void> {
  const organizationId = companiesOf(world).get(COMPANY)?.organizationId ?? ''
  const call = createClient({ baseUrl: url, fetch, token: async () => world.secrets.operatorToken })
  const { brake } = await call(getOrganizationBrake, { params: { organizationId } })
  if (!brake) throw new Error('so many leavers did not set the brake')
  const body = { brakeId: brake.brakeId, decision: 'ended', people: brake.held, why: 'The drill means it' } as const
  await call(decideOrganizationBrake, { params: { organizationId }, body })
}

/** An update and a deletion are the same to us. */
const howOf = (index: number): 'deactivate' | 'delete' => (index % 2 === 0 ? 'deactivate' : 'delete')

/** @returns milliseconds from the first event until no course of theirs is open at the learning site. */
async function untilEnded({ world, clock }: Stage, leavers: readonly Leaver[], since: number): Promise<number> {
  const emails = new Set(leavers.map(({ personKey }) => peopleOf(world).get(personKey)?.email))
  const site = `${COMPANY}-academy`
  for (;;) {
    const ids = new Set(
      world.thinkific
        .users(site)
        .filter(({ email }) => emails.has(email))
        .map(({ id }) => id)
    )
    const open = world.thinkific
      .enrollments(site)
      .filter(
        ({ user_id, expiry_date }) =>
          ids.has(user_id) && !(expiry_date && new Date(expiry_date).getTime() <= clock.now().getTime())
      )
    const ms = Math.round(performance.now() - since)
    if (open.length === 0) return ms
    if (ms > 180_000) throw new Error(`${open.length} courses of leavers are still open`)
    await new Promise(resolve => setTimeout(resolve, 250))
  }
}
