/** What every stand-in is made of: an Express app on loopback with memory, faults and a log of what it received. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import express, { type Express, type NextFunction, type Request, type Response } from 'express'
import { createFaults, type Fault, type Faults } from './faults.ts'
import { openStore, type Store } from './store.ts'

/** One call as it came over the wire and what was answered. */
export type Received = {
  readonly id: number
  readonly standin: string
  /** Real time, ISO 8601. */
  readonly at: string
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  readonly status: number
  readonly response: string
  readonly ms: number
}

export type StandinOptions = {
  readonly name: string
  /** 0 takes a free port. */
  readonly port?: number
  /** Journal file; without it state is in memory only. */
  readonly file?: string
  /** Product time: what the vendor's data carries. */
  readonly now: () => Date
  readonly random?: () => number
  /** Called once per received call, for the window's right-hand column. */
  readonly onReceived?: (received: Received) => void
}

export type Standin = {
  readonly name: string
  readonly app: Express
  readonly store: Store
  readonly faults: Faults
  readonly now: () => Date
  received(): readonly Received[]
  forget(): void
  /** Base URL without a trailing slash; throws before `listen`. */
  url(): string
  listen(): Promise<void>
  [Symbol.asyncDispose](): Promise<void>
}

/** What is seen and broken from outside, whatever a stand-in speaks. */
export type Watched = Pick<
  Standin,
  'name' | 'faults' | 'received' | 'forget' | 'url' | 'listen' | typeof Symbol.asyncDispose
>

const KEPT_CALLS = 5000
const KEPT_BYTES = 20_000

/** Routes are added to `.app` by the stand-in itself; bodies arrive raw in `req.body` as a Buffer, see `readJson`, `readForm`. */
export function createStandin(options: StandinOptions): Standin {
  const app = express()
  const faults = createFaults(options.random ?? Math.random)
  const log: Received[] = []
  let nextId = 1
  app.disable('x-powered-by')
  app.set('etag', false)
  app.use(express.raw({ type: () => true, limit: '4mb' }))
  app.use((req, res, next) => {
    const started = performance.now()
    const response = captureBody(res)
    res.once('close', () => {
      const entry: Received = {
        id: nextId++,
        standin: options.name,
        at: new Date().toISOString(),
        method: req.method,
        path: req.originalUrl,
        headers: flatHeaders(req),
        body: rawBody(req).toString('utf8').slice(0, KEPT_BYTES),
        status: res.writableFinished ? res.statusCode : 0,
        response: response().slice(0, KEPT_BYTES),
        ms: Math.round(performance.now() - started)
      }
      log.push(entry)
      if (log.length > KEPT_CALLS) log.splice(0, log.length - KEPT_CALLS)
      options.onReceived?.(entry)
    })
    next()
  })
  app.use((req, res, next) => applyFault(faults.strike(req.method, req.originalUrl), { req, res, next }))
  const server = createServer(app)
  return {
    name: options.name,
    app,
    store: openStore(options.file),
    faults,
    now: options.now,
    received: () => log,
    forget: () => void log.splice(0),
    url: () => `http://127.0.0.1:${portOf(server)}`,
    listen: () => listenOnLoopback(server, options.port ?? 0),
    [Symbol.asyncDispose]: () => closeServer(server)
  }
}

type Call = { readonly req: Request; readonly res: Response; readonly next: NextFunction }

function applyFault(fault: Fault | undefined, { req, res, next }: Call): void {
  switch (fault?.kind) {
    case undefined:
    case 'duplicate':
    case 'reorder':
      next()
      return
    case 'status':
      res
        .status(fault.status ?? 500)
        .set(fault.headers ?? {})
        .send(fault.body ?? { error: 'fault injected' })
      return
    case 'delay':
      setTimeout(next, fault.ms ?? 1000)
      return
    case 'drop':
      req.socket.destroy()
      return
    case 'dropAnswer': {
      res.end = () => {
        req.socket.destroy()
        return res
      }
      next()
      return
    }
    case 'hang':
      return
  }
}

export function rawBody(req: Request): Buffer {
  return Buffer.isBuffer(req.body) ? req.body : Buffer.alloc(0)
}

/** The JSON body, or undefined when it is not JSON. */
export function readJson(req: Request): unknown {
  try {
    return JSON.parse(rawBody(req).toString('utf8'))
  } catch {
    return undefined
  }
}

export function readForm(req: Request): URLSearchParams {
  return new URLSearchParams(rawBody(req).toString('utf8'))
}

export async function listenOnLoopback(server: Server, port: number): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  server.once('error', reject)
  server.listen(port, '127.0.0.1', resolve)
  await promise
}

export async function closeServer(server: Server): Promise<void> {
  if (!server.listening) return
  const closed = new Promise<void>(resolve => server.close(() => resolve()))
  server.closeAllConnections()
  await closed
}

function portOf(server: Server): number {
  const address = server.address()
  if (!isAddress(address)) throw new Error('the stand-in is not listening yet; call listen() first')
  return address.port
}

function isAddress(address: AddressInfo | string | null): address is AddressInfo {
  return typeof address === 'object' && address !== null
}

function flatHeaders(req: Request): Record<string, string> {
  return Object.fromEntries(Object.entries(req.headers).map(([name, value]) => [name, String(value)]))
}

function captureBody(res: Response): () => string {
  const parts: string[] = []
  const end = res.end.bind(res)
  res.end = ((chunk?: unknown, ...rest: unknown[]) => {
    if (typeof chunk === 'string' || Buffer.isBuffer(chunk)) parts.push(chunk.toString())
    return (end as (...args: unknown[]) => Response)(chunk, ...rest)
  }) as Response['end']
  return () => parts.join('')
}
