/**
 * A lean Bot Connector in a process of its own: takes messages, counts each nudge that arrived, keeps Teams' limits when told to,
 * and fails on purpose by chance. It reads no token, so that what is measured is the bots beside it. Prints its address.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { z } from 'zod'
import { createLimits } from '../../sandbox/teams/limits.ts'
import { controlSchema, type ConnectorStats, type Fault } from './stage.ts'

const limits = createLimits(false, () => performance.now())
let chances: z.output<typeof controlSchema>['faults'] = []
let arrived = new Map<string, number>()
let accepted: number[] = []
let refused: Record<string, number> = {}
let serial = 0

const server = createServer((req, res) => {
  const parts: Buffer[] = []
  req.on('data', (part: Buffer) => parts.push(part))
  req.on('end', () => take(req, res, Buffer.concat(parts).toString()))
})

function take(req: IncomingMessage, res: ServerResponse, body: string): void {
  const { url = '' } = req
  if (url === '/control') return answer(res, 200, control(body))
  if (url === '/stats') return answer(res, 200, stats())
  if (url === '/arrived') return answer(res, 200, [...arrived])
  const conversation = /\/conversations\/([^/]+)\//u.exec(url)?.[1] ?? ''
  const seconds = limits.admit([
    ['tenant', 'app'],
    ['send', conversation]
  ])
  if (seconds > 0) return refuse(res, 429, seconds)
  misbehave(pick(), res, /"nudgeId":"([^"]+)"/u.exec(body)?.[1] ?? conversation)
}

function pick(): Fault | undefined {
  let dice = Math.random()
  for (const { kind, chance } of chances) {
    dice -= chance
    if (dice < 0) return kind
  }
  return undefined
}

function misbehave(fault: Fault | undefined, res: ServerResponse, nudge: string): void {
  if (fault) refused = { ...refused, [fault]: (refused[fault] ?? 0) + 1 }
  switch (fault) {
    case 'throttle':
      return refuse(res, 429, 1)
    case 'fail':
      return refuse(res, [500, 502, 503, 504][Math.floor(Math.random() * 4)] ?? 503)
    case 'takeAndFail':
      note(nudge)
      return refuse(res, Math.random() < 0.5 ? 502 : 504)
    case 'drop':
      res.socket?.destroy()
      return
    case 'takeAndDrop':
      note(nudge)
      res.socket?.destroy()
      return
    case 'hang':
      note(nudge)
      return
    case 'slow':
      note(nudge)
      setTimeout(() => accept(res), 1000 + 2000 * Math.random())
      return
    case undefined:
      note(nudge)
      accept(res)
  }
}

function note(nudge: string): void {
  arrived.set(nudge, (arrived.get(nudge) ?? 0) + 1)
  accepted.push(performance.now())
}

const accept = (res: ServerResponse): void => answer(res, 201, { id: `m${(serial += 1)}` })

function refuse(res: ServerResponse, status: number, seconds?: number): void {
  refused = { ...refused, [status]: (refused[status] ?? 0) + 1 }
  res.writeHead(status, {
    'content-type': 'application/json',
    ...(seconds ? { 'retry-after': String(seconds) } : {})
  })
  res.end(JSON.stringify({ error: { code: status === 429 ? 'Throttled' : 'ServiceError', message: '' } }))
}

function answer(res: ServerResponse, status: number, body: unknown): void {
  res.writeHead(status, { 'content-type': 'application/json' })
  res.end(JSON.stringify(body))
}

function control(body: string): object {
  const { limited, faults, forget } = controlSchema.parse(JSON.parse(body))
  limits.on(limited)
  chances = faults
  if (forget) {
    limits.clear()
    arrived = new Map()
    accepted = []
    refused = {}
  }
  return {}
}

function stats(): ConnectorStats {
  const [first = 0] = accepted
  const within = (ms: number): number => accepted.filter(at => at - first < ms).length
  return {
    accepted: accepted.length,
    nudges: arrived.size,
    withinMinute: within(60_000),
    lastMs: (accepted.at(-1) ?? 0) - first,
    refused
  }
}

server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  process.stdout.write(`${JSON.stringify({ url: `http://127.0.0.1:${port}` })}\n`)
})
process.once('SIGTERM', () => {
  server.close()
  server.closeAllConnections()
})
