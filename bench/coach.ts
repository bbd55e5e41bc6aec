/**
 * 200 streams open in one process, turns arriving in another at 20 a second (Poisson), on PostgreSQL, with the product's own tokens,
 * encryption, storage and words of danger heard first. The engine answers at once; in the middle it is out for a while. Beside it: the
 * same turns, streams and clients with a server that stores nothing.
 */
import { randomUUID } from 'node:crypto'
import { createServer, type ServerResponse } from 'node:http'
import { once } from 'node:events'
import { sleep } from '../api/platform/time.ts'
import { openDevice, type Device } from './coach/device.ts'
import { openCoachStage, type CoachStage, type Listener } from './coach/stage.ts'
import type { Figures, Say } from './named.ts'
import { BENCH_DATABASE, rounded } from './oauth/sides.ts'

const PEOPLE = 200
const PER_SECOND = 20
const WARMING_S = 8
const SECONDS = 60
/** Of the measured minute. */
const OUT = { fromS: 25, toS: 35 }
const PATIENCE_MS = 30_000

export async function benchCoach(say: Say): Promise<Figures> {
  await using stage = await openCoachStage(BENCH_DATABASE, PEOPLE)
  const bare = await benchBare(say)
  return { ...(await benchOurs(stage, say)), ...bare }
}

type Sent = {
  readonly turnId: string
  readonly at: number
  readonly device: Device
  readonly during: 'engine' | 'outage'
}

async function benchOurs(stage: CoachStage, say: Say): Promise<Figures> {
  await using stack = new AsyncDisposableStack()
  const following = stack.use(await stage.startServer())
  const taking = stack.use(await stage.startServer())
  const devices = new Map<Listener, Device>()
  for (const person of stage.people) devices.set(person, stack.use(await openDevice(following.url, person.token)))
  const run = (seconds: number, out?: typeof OUT) => arrivals({ url: taking.url, devices, seconds, out })
  say(`${devices.size} streams are open`)
  await whole(await run(WARMING_S))
  const sent = await run(SECONDS, OUT)
  const lost = await whole(sent)
  const latencies = (during: Sent['during']) =>
    sent
      .filter(each => each.during === during)
      .flatMap(({ device, turnId, at }) => {
        const first = device.first.get(turnId)
        return first === undefined ? [] : [first - at]
      })
  const all = [...devices.values()]
  const degraded = sent.filter(({ device, turnId }) => device.ended.get(turnId)?.degraded === true).length
  const figures = {
    firstTokenP95Ms: rounded(quantile([...latencies('engine'), ...latencies('outage')], 0.95)),
    firstTokenP50Ms: rounded(quantile([...latencies('engine'), ...latencies('outage')], 0.5)),
    firstTokenP99Ms: rounded(quantile([...latencies('engine'), ...latencies('outage')], 0.99)),
    outageP95Ms: rounded(quantile(latencies('outage'), 0.95)),
    streams: devices.size,
    turns: sent.length,
    degraded,
    lost,
    disordered: all.reduce((sum, device) => sum + device.disordered(), 0),
    unfinished: Object.entries(await stage.answers()).reduce((sum, [state, n]) => (state === 'done' ? sum : sum + n), 0)
  }
  say(JSON.stringify(figures))
  return figures
}

type Arriving = {
  readonly url: string
  readonly devices: ReadonlyMap<Listener, Device>
  readonly seconds: number
  readonly out?: typeof OUT | undefined
}

/** Turns at random moments, of random people; whoever has one open takes no second, as people do. */
async function arrivals({ url, devices, seconds, out }: Arriving): Promise<readonly Sent[]> {
  const people = [...devices.keys()]
  const sent: Sent[] = []
  const posts: Promise<void>[] = []
  const waiting = new Map<Listener, string>()
  const began = performance.now()
  let due = began
  let isOut = false
  for (;;) {
    // Time between arrivals of a Poisson process.
    due += (-Math.log(1 - random()) / PER_SECOND) * 1000
    if (due - began > seconds * 1000) break
    await sleep(Math.max(0, due - performance.now()))
    const second = (performance.now() - began) / 1000
    const shouldBeOut = out !== undefined && second >= out.fromS && second < out.toS
    if (shouldBeOut !== isOut) {
      isOut = shouldBeOut
      await fetch(`${url}/engine/${isOut ? 'out' : 'in'}`, { method: 'POST' })
    }
    const free = people.filter(each => !waiting.has(each) || devices.get(each)?.ended.has(waiting.get(each) ?? ''))
    const person = free[Math.floor(random() * free.length)]
    const device = person && devices.get(person)
    if (!person || !device) throw new Error('everybody waits for an answer')
    const turnId = randomUUID()
    waiting.set(person, turnId)
    sent.push({ turnId, at: performance.now(), device, during: isOut ? 'outage' : 'engine' })
    posts.push(post(url, person, turnId))
  }
  if (isOut) await fetch(`${url}/engine/in`, { method: 'POST' })
  await Promise.all(posts)
  return sent
}

async function post(url: string, { token }: Listener, turnId: string): Promise<void> {
  const answer = await fetch(`${url}/v1/me/turns`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ turnId, text: `I want to prepare a talk, number ${turnId}` })
  })
  if (!answer.ok) throw new Error(`a turn was answered with ${answer.status}: ${await answer.text()}`)
  await answer.arrayBuffer()
}

/** Waits until each is answered. @returns how many are not, in the end. */
async function whole(sent: readonly Sent[]): Promise<number> {
  const until = performance.now() + PATIENCE_MS
  const missing = () => sent.filter(({ device, turnId }) => !device.ended.has(turnId)).length
  while (missing() > 0 && performance.now() < until) await sleep(50)
  return missing()
}

/** The least a server could do: takes a turn and writes the answer to the person's open stream, in one process, storing nothing. */
async function benchBare(say: Say): Promise<Figures> {
  const open = new Map<string, ServerResponse>()
  const server = createServer((req, res) => {
    const token = req.headers.authorization ?? ''
    if (req.method === 'GET') {
      open.set(token, res.writeHead(200, { 'content-type': 'text/event-stream' }))
      res.write(': open\n\n')
      return
    }
    if (req.url?.startsWith('/engine/')) {
      res.end()
      return
    }
    req.setEncoding('utf8')
    let body = ''
    req.on('data', (piece: string) => (body += piece))
    req.on('end', () => {
      const { turnId, text } = JSON.parse(body) as { turnId: string; text: string }
      const turn = { messageId: turnId, turnId, text, parts: 0, degraded: false, citations: [] }
      for (const event of [
        { kind: 'turn', turn: { ...turn, from: 'person', state: 'done' } },
        { kind: 'turn', turn: { ...turn, messageId: `${turnId}/a`, from: 'coach', state: 'done' } }
      ])
        open.get(token)?.write(`event: turn\ndata: ${JSON.stringify(event)}\n\n`)
      res.setHeader('content-type', 'application/json')
      res.end('{}')
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
  try {
    await using stack = new AsyncDisposableStack()
    const devices = new Map<Listener, Device>()
    for (let n = 0; n < PEOPLE; n++) {
      const person = { personId: `p${n}`, token: `p${n}` }
      devices.set(person, stack.use(await openDevice(url, person.token)))
    }
    const sent = await arrivals({ url, devices, seconds: 15 })
    await whole(sent)
    const latencies = sent.flatMap(({ device, turnId, at }) => (device.first.get(turnId) ?? at) - at)
    const bareFirstTokenP95Ms = rounded(quantile(latencies, 0.95))
    say(`bare: ${bareFirstTokenP95Ms} ms`)
    return { bareFirstTokenP95Ms }
  } finally {
    server.closeAllConnections()
    server.close()
  }
}

const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN

/** Uniform between 0 and 1, the same at each run (mulberry32). */
const random = (() => {
  let state = 20_261_126
  return (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
})()
