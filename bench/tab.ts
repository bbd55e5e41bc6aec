/**
 * Bytes and time until the composer works, beside the official template's ingredients painting the same one after the same exchange.
 * Bytes count what was asked for until then; `allBytes` what came in the end.
 */
import { rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { decideAgreementEndpoint } from '../api/contract/coach.ts'
import { createClient } from '../api/contract/client.ts'
import { exchangeTeamsToken } from '../api/contract/identity.ts'
import { openBrowser } from '../e2e/browser.ts'
import { openWalk } from '../e2e/harness.ts'
import { getTeamsToken } from '../sandbox/control/contract.ts'
import { buildPages } from '../sandbox/prepare.ts'
import type { Sandbox } from '../sandbox/sandbox.ts'
import type { Figures, Say } from './named.ts'
import { HOST, openOnce, proveComposer, type Opened } from './tab/open.ts'

const WARMING = 3
/** So many that the median of a run is that of the next: single openings differ by half. */
const RUNS = 21
const PERSON = 'northwind/grace-ellison'
const LIMITS = { ratio: 0.7, timeRatio: 0.7 }
const BASELINE = fileURLToPath(new URL('../dist/tab/baseline/', import.meta.url))
const PRODUCT = fileURLToPath(new URL('../tab/vite.config.ts', import.meta.url))
const TEMPLATE = fileURLToPath(new URL('tab-baseline/vite.config.ts', import.meta.url))

export async function benchTab(say: Say): Promise<Figures> {
  await buildPages(say)
  // Anew: a build that a test run left behind has React’s development form.
  for (const configFile of [PRODUCT, TEMPLATE]) await build({ configFile, logLevel: 'error' })
  try {
    for (const [name, text] of Object.entries(HOST)) writeFileSync(`${BASELINE}${name}`, text)
    return await compare(say)
  } finally {
    rmSync(BASELINE, { recursive: true, force: true })
  }
}

async function compare(say: Say): Promise<Figures> {
  await using box = await openWalk({ limits: false })
  await agree(box)
  const browser = await openBrowser()
  try {
    const opening = { browser, box, personKey: PERSON }
    const paths = { product: '/tab/', template: '/tab/baseline/index.html' }
    await proveComposer(opening, paths.product)
    // Compiled once, and the server warm, before anything counts.
    for (let run = 0; run < WARMING; run++) for (const path of Object.values(paths)) await openOnce(opening, path)
    const product: Opened[] = []
    const template: Opened[] = []
    for (let run = 0; run < RUNS; run++) {
      product.push(await openOnce(opening, paths.product))
      template.push(await openOnce(opening, paths.template))
      say(`  ${run + 1}: ours ${inWords(product.at(-1))}, the template’s ${inWords(template.at(-1))}`)
    }
    return figuresOf(product, template)
  } finally {
    await browser.close()
  }
}

function figuresOf(product: readonly Opened[], template: readonly Opened[]): Figures {
  const of = (opened: readonly Opened[], what: keyof Opened): number => median(opened.map(each => each[what]))
  const [bytes, templateBytes] = [of(product, 'bytes'), of(template, 'bytes')]
  const [ms, templateMs] = [of(product, 'ms'), of(template, 'ms')]
  const ratio = round(bytes / templateBytes)
  const timeRatio = round(ms / templateMs)
  return {
    runs: RUNS,
    bytes,
    templateBytes,
    ratio,
    ratioLimit: LIMITS.ratio,
    allBytes: of(product, 'allBytes'),
    templateAllBytes: of(template, 'allBytes'),
    ms: Math.round(ms),
    templateMs: Math.round(templateMs),
    timeRatio,
    timeRatioLimit: LIMITS.timeRatio,
    within: ratio <= LIMITS.ratio && timeRatio <= LIMITS.timeRatio ? 'yes' : 'no'
  }
}

const inWords = (opened: Opened | undefined): string =>
  opened ? `${Math.round(opened.ms)} ms, ${Math.round(opened.bytes / 1000)} kB` : ''

const median = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN

const round = (value: number): number => Math.round(value * 1000) / 1000

/** Whoever has not agreed yet has no composer. */
async function agree(box: Sandbox): Promise<void> {
  const { token } = await box.call(getTeamsToken, { params: { personKey: PERSON } })
  const { accessToken } = await createClient({ baseUrl: box.url, fetch })(exchangeTeamsToken, { body: { token } })
  const call = createClient({ baseUrl: box.url, fetch, token: async () => accessToken })
  await call(decideAgreementEndpoint, { body: { decision: 'given' } })
}
