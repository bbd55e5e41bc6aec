/** Every endpoint of the contract, and every public address beside it, is fed what no client would send. Nothing answers 5xx. */
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import * as admin from '../api/contract/admin.ts'
import * as channels from '../api/contract/channels.ts'
import * as claims from '../api/contract/claims.ts'
import { createClient } from '../api/contract/client.ts'
import * as coach from '../api/contract/coach.ts'
import * as directory from '../api/contract/directory.ts'
import type { Endpoint } from '../api/contract/endpoint.ts'
import * as enrollment from '../api/contract/enrollment.ts'
import * as enrollmentImports from '../api/contract/enrollment-imports.ts'
import * as identity from '../api/contract/identity.ts'
import * as nudges from '../api/contract/nudges.ts'
import * as oauth from '../api/contract/oauth.ts'
import * as organizations from '../api/contract/organizations.ts'
import * as reports from '../api/contract/reports.ts'
import * as control from '../sandbox/control/contract.ts'
import type { Sandbox } from '../sandbox/sandbox.ts'
import { hostileText, inputsFor } from './fuzzing.ts'
import { openWalk } from './harness.ts'

const RUNS = 25
const SEED = 20_261_123

const isEndpoint = (value: unknown): value is Endpoint =>
  typeof value === 'object' && value !== null && 'method' in value && 'path' in value && 'access' in value
const contract: readonly Endpoint[] = [
  admin,
  channels,
  claims,
  coach,
  directory,
  enrollment,
  enrollmentImports,
  identity,
  nudges,
  oauth,
  organizations,
  reports
].flatMap(slice => Object.values(slice).filter(isEndpoint))

const problemSchema = z.object({ code: z.string(), message: z.string().min(1), reference: z.string().min(1) })
/** Nothing of the inside: stacks, statements, paths, tables. */
const INSIDE =
  /\bat [\w.<> ]+ \((?:file:|node:|\/)|node_modules|\/api\/|select |insert into|relation "|kysely|postgres/iu

let box: Sandbox
const tokens: Record<string, string> = {}
beforeAll(async () => {
  box = await openWalk({ env: { LOG_LEVEL: 'silent' } })
  tokens['nobody'] = ''
  tokens['operator'] = box.product.deps.config.OPERATOR_TOKEN
  for (const [who, personKey] of [
    ['employee', 'northwind/ana-torres'],
    ['hr', 'northwind/grace-ellison'],
    ['admin', 'northwind/vikram-iyer']
  ] as const) {
    const { token } = await box.call(control.getTeamsToken, { params: { personKey } })
    const call = createClient({ baseUrl: box.url, fetch })
    tokens[who] = (await call(identity.exchangeTeamsToken, { body: { token } })).accessToken
  }
})
afterAll(() => box[Symbol.asyncDispose]())

type Sent = { readonly who: string; readonly path: string; readonly query: string; readonly body: unknown }

async function send({ method }: Pick<Endpoint, 'method'>, { who, path, query, body }: Sent): Promise<Response> {
  const token = tokens[who]
  return fetch(`${box.url}${path}${query}`, {
    method,
    redirect: 'manual',
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    ...(method === 'GET' ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) })
  })
}

async function judge(answer: Response): Promise<void> {
  const text = await answer.text()
  expect(answer.status, text).toBeLessThan(500)
  expect(text).not.toMatch(INSIDE)
  if (answer.status >= 400) expect(problemSchema.safeParse(JSON.parse(text)).success, text).toBe(true)
}

const filled = (template: string, text: string): string =>
  template.replaceAll(/:\w+/gu, () => encodeURIComponent(text.toWellFormed()) || '%20')

test('the contract is all there', () => {
  expect(contract.length).toBeGreaterThanOrEqual(20)
})

describe.each(contract.map(endpoint => [`${endpoint.method} ${endpoint.path}`, endpoint] as const))(
  '%s',
  (_name, endpoint) => {
    test('takes anything and answers as the contract says', { timeout: 240_000 }, async () => {
      const sent = fc.record({
        who: fc.constantFrom('nobody', 'employee', 'hr', 'admin', 'operator'),
        path: hostileText.map(text => filled(endpoint.path, text)),
        query: fc
          .option(hostileText, { nil: '' })
          .map(text => (text ? `?limit=${encodeURIComponent(text.toWellFormed())}` : '')),
        body: fc.oneof(
          { weight: 5, arbitrary: inputsFor(endpoint.body) },
          { weight: 1, arbitrary: fc.constantFrom('{', '[1,', '"', 'null', '\u0000', '{"a":1}{') }
        )
      })
      await fc.assert(
        fc.asyncProperty(sent, async each => judge(await send(endpoint, each))),
        { numRuns: RUNS, seed: SEED }
      )
    })
  }
)

describe('what stands beside the contract', () => {
  const OTHERS = [
    ['POST', '/webhooks/workos'],
    ['POST', '/webhooks/thinkific/org_x'],
    ['POST', '/api/messages'],
    ['GET', '/oidc/auth'],
    ['POST', '/oidc/token'],
    ['GET', '/oidc/me'],
    ['POST', '/oidc/token/revocation'],
    ['GET', '/oidc/session/end'],
    ['GET', '/oidc/interaction/x'],
    ['POST', '/oidc/interaction/x/email'],
    ['GET', '/signin/callback'],
    ['GET', '/link/org_x/lnk_x'],
    ['POST', '/link/org_x/lnk_x'],
    ['GET', '/link/org_x/lnk_x/complete'],
    ['GET', '/tab/x']
  ] as const
  const NAMES = ['client_id', 'redirect_uri', 'state', 'code', 'grant_type', 'subject_token', 'scope', 'id_token_hint']
  const TYPES = ['application/json', 'application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data', 'x']

  test.each(OTHERS)('%s %s', { timeout: 240_000 }, async (method, path) => {
    const pairs = fc.array(fc.tuple(fc.constantFrom(...NAMES), hostileText), { maxLength: 5 })
    const sent = fc.record({
      pairs,
      type: fc.constantFrom(...TYPES),
      cookie: fc.constantFrom('', 'ci_link=x', '_interaction=x; _session=%')
    })
    await fc.assert(
      fc.asyncProperty(sent, async ({ pairs: form, type, cookie }) => {
        const text = new URLSearchParams(
          form.map(([name, value]): [string, string] => [name, value.toWellFormed()])
        ).toString()
        const headers = { 'content-type': type, ...(cookie ? { cookie } : {}) }
        const answer = await fetch(`${box.url}${path}?${text}`, {
          method,
          redirect: 'manual',
          headers,
          ...(method === 'POST' ? { body: text } : {})
        })
        const said = await answer.text()
        expect(answer.status, said).toBeLessThan(500)
        if (path !== '/tab/x') expect(said).not.toMatch(INSIDE)
      }),
      { numRuns: RUNS, seed: SEED }
    )
  })
})
