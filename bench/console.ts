/**
 * Every list of the console over HTTP, in a company of 100,000 people and in one of 10,000 of the same build, in turns.
 * `growth`: how much longer the large company's page takes than the small one's, by medians. A file is read to its end.
 */
import express from 'express'
import pg from 'pg'
import { createApp } from '../api/app.ts'
import { createCampaign, turnCampaign } from '../api/contract/campaigns.ts'
import { createClient } from '../api/contract/client.ts'
import { listen } from '../api/platform/serve.ts'
import { DAY } from '../api/platform/time.ts'
import { definitions } from '../api/start.ts'
import { authenticateByName, holdForever } from '../api/test-caller.ts'
import { createTestWorld } from '../api/testing.ts'
import type { Deps } from '../api/platform/deps.ts'
import { addCampaignNudges, addCompany, ADMIN, tidy, type Company } from './console/company.ts'
import { listsOf, type Listed } from './console/lists.ts'
import type { Figures, Say } from './named.ts'
import { BENCH_DATABASE, median, rounded } from './oauth/sides.ts'

const LARGE = 100_000
const SMALL = 10_000
const CALLS = 12
const FILES = 2
const MEGABYTE = 1_000_000
/** Below this a page is instant, and its growth is noise. */
const INSTANT_MS = 60

/** @param options `--only=WORD`: lists whose name has it. */
export async function benchConsole(say: Say, options: readonly string[] = []): Promise<Figures> {
  process.env['TEST_DATABASE_URL'] ||= BENCH_DATABASE
  const wanted = options.find(each => each.startsWith('--only='))?.slice('--only='.length) ?? ''
  // What WorkOS itself would say takes its own time.
  await using workos = await listen(express(), { port: 0, host: '127.0.0.1' })
  await using world = await createTestWorld({ definitions, config: { WORKOS_URL: `http://127.0.0.1:${workos.port}` } })
  const { deps } = world
  const app = await createApp(deps, { authenticate: authenticateByName, hold: holdForever })
  await using listening = await listen(app, { port: 0, host: '127.0.0.1' })
  const baseUrl = `http://127.0.0.1:${listening.port}`
  const small = await withCampaign(deps, baseUrl, await addCompany(deps, 'small', SMALL))
  const large = await withCampaign(deps, baseUrl, await addCompany(deps, 'large', LARGE))
  await tidy(deps)
  say(`${LARGE} and ${SMALL} people are there`)
  using counter = countStatements()
  const pairs = listsOf(large).map((list, place) => ({ list, beside: listsOf(small)[place] ?? list }))
  const seen: (Measured & { readonly name: string; readonly isFile: boolean; readonly growth: number })[] = []
  for (const { list, beside } of pairs.filter(({ list: { name } }) => name.includes(wanted))) {
    const times = list.isFile ? FILES : CALLS
    const asked = { baseUrl, times, counter }
    const few = await measure({ ...asked, company: small, list: beside })
    const many = await measure({ ...asked, company: large, list })
    seen.push({ ...many, name: list.name, isFile: list.isFile ?? false, growth: many.p50 / few.p50 })
    say(
      `${list.name.padEnd(30)} p50 ${rounded(many.p50)} ms, p95 ${rounded(many.p95)} ms, ${rounded(many.p50 / few.p50)} times the small one's, ` +
        `${many.statements} statements, ${Math.ceil(many.bytes / 1000)} kB, ${many.status}${list.isFile ? `, at most ${Math.round(many.grownMb)} MB more` : ''}`
    )
  }
  const pages = seen.filter(({ isFile }) => !isFile)
  const slowest = pages.toSorted((a, b) => b.p95 - a.p95)[0]
  const steepest = pages.filter(({ p50 }) => p50 > INSTANT_MS).toSorted((a, b) => b.growth - a.growth)[0]
  const refused = seen.filter(({ status }) => status !== 200).map(({ name }) => name)
  return {
    people: LARGE,
    lists: seen.length,
    pageP95Ms: rounded(slowest?.p95 ?? 0),
    slowest: slowest?.name ?? '',
    over300Ms: pages.filter(({ p95 }) => p95 > 300).length,
    steepest: steepest?.name ?? '',
    growth: rounded(steepest?.growth ?? 0),
    largestKb: Math.ceil(Math.max(...pages.map(({ bytes }) => bytes)) / 1000),
    fileGrownMb: Math.round(Math.max(0, ...seen.filter(({ isFile }) => isFile).map(({ grownMb }) => grownMb))),
    ...(refused.length > 0 ? { failed: refused.join(', ') } : {})
  }
}

type WithCampaign = Company & { readonly campaignId: string }

/** HR starts one for everybody; a third has had it. */
async function withCampaign(deps: Deps, baseUrl: string, company: Company): Promise<WithCampaign> {
  const token = `${company.organizationId}/${ADMIN}/hr`
  const call = createClient({ baseUrl, fetch, token: async () => token })
  const day = (days: number) => new Date(deps.now().getTime() + days * DAY).toISOString().slice(0, 10)
  const words = { action: 'Ask one person what would help.', whyNow: 'The week begins.', evidence: '' }
  const body = { name: 'Everybody', audience: [], words: { en: words }, minutes: 2, from: day(0), until: day(13) }
  const { campaignId } = await call(createCampaign, { body: body })
  await call(turnCampaign, { params: { campaignId }, body: { turn: 'start', basedOn: 1 } })
  await addCampaignNudges(deps, { ...company, campaignId })
  return { ...company, campaignId }
}

type Counter = Disposable & { read(): number }

function countStatements(): Counter {
  const client = pg.Client.prototype as { query: (...given: readonly unknown[]) => unknown }
  const ask = client.query
  let count = 0
  client.query = function (this: unknown, ...given) {
    count += 1
    return Reflect.apply(ask, this, given)
  }
  return {
    read: () => count,
    [Symbol.dispose]: () => {
      client.query = ask
    }
  }
}

type Measured = {
  readonly p50: number
  readonly p95: number
  readonly statements: number
  readonly bytes: number
  readonly status: number
  readonly grownMb: number
}

type Asked = {
  readonly baseUrl: string
  readonly company: Company
  readonly list: Listed
  readonly times: number
  readonly counter: Counter
}

async function measure({ baseUrl, company, list, times, counter }: Asked): Promise<Measured> {
  const headers = { authorization: `Bearer ${company.organizationId}/${ADMIN}/${list.roles}` }
  const once = async () => {
    const began = performance.now()
    const answer = await fetch(`${baseUrl}${list.path}`, { headers })
    let bytes = 0
    for await (const piece of answer.body ?? []) bytes += piece.length
    return { ms: performance.now() - began, bytes, status: answer.status }
  }
  if (!list.isFile) await once()
  const [before, rss] = [counter.read(), process.memoryUsage().rss]
  let peak = rss
  const look = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 20)
  const rounds: Awaited<ReturnType<typeof once>>[] = []
  for (let time = 0; time < times; time++) rounds.push(await once())
  clearInterval(look)
  const sorted = rounds.map(({ ms }) => ms).toSorted((a, b) => a - b)
  return {
    p50: median(sorted),
    p95: sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * 0.95))] ?? Number.NaN,
    statements: Math.round((counter.read() - before) / times),
    bytes: rounds[0]?.bytes ?? 0,
    status: Math.max(...rounds.map(({ status }) => status)),
    grownMb: (peak - rss) / MEGABYTE
  }
}
