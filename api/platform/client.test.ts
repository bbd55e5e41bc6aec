/** The client that every page and tool calls with, against a real server that has a bad moment. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { createClient } from '../contract/client.ts'
import { decideAgreementEndpoint } from '../contract/coach.ts'

type Refusal = { readonly status: number; readonly wait?: string }

/** Answers each of these once, then what was asked for. */
async function startServer(...refusals: readonly Refusal[]) {
  const heard: string[] = []
  const server = createServer((req, res) => {
    const chunks: Buffer[] = []
    req.on('data', (chunk: Buffer) => chunks.push(chunk))
    req.on('end', () => {
      const refusal = refusals[heard.length]
      heard.push(Buffer.concat(chunks).toString())
      res.writeHead(refusal?.status ?? 200, {
        'content-type': 'application/json',
        ...(refusal?.wait === undefined ? {} : { 'retry-after': refusal.wait })
      })
      const problem = { code: 'unavailable', message: 'Try again', reference: 'r-1' }
      res.end(JSON.stringify(refusal ? problem : { agreement: 'given' }))
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const call = createClient({ baseUrl: `http://127.0.0.1:${port}`, fetch, token: async () => 'token' })
  return {
    heard,
    decide: () => call(decideAgreementEndpoint, { body: { decision: 'given' } }),
    [Symbol.asyncDispose]: async () => {
      await new Promise(resolve => server.close(resolve))
    }
  }
}

test('what was refused for a moment before it began is asked again, whole, and nobody sees it', async () => {
  await using server = await startServer({ status: 503, wait: '0' }, { status: 503, wait: '0' })
  await server.decide()
  expect(server.heard).toEqual(Array.from({ length: 3 }, () => '{"decision":"given"}'))
})

test('not for ever', async () => {
  await using server = await startServer(...Array.from({ length: 9 }, () => ({ status: 503, wait: '0' })))
  await expect(server.decide()).rejects.toMatchObject({ status: 503, problem: { reference: 'r-1' } })
  expect(server.heard).toHaveLength(5)
})

test.each<Refusal>([
  { status: 503 },
  { status: 503, wait: '60' },
  { status: 503, wait: 'Thu, 26 Nov 2026 15:00:00 GMT' },
  { status: 500, wait: '0' },
  { status: 429, wait: '0' }
])('$status with a wait of $wait is told at once: it may have begun, or takes long', async refusal => {
  await using server = await startServer(refusal)
  await expect(server.decide()).rejects.toMatchObject({ status: refusal.status })
  expect(server.heard).toHaveLength(1)
})
