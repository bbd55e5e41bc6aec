/** Endpoints of the contract as Express routes: parse, check who calls, call, answer; one place turns errors into answers. */
import { randomUUID } from 'node:crypto'
import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import express, {
  Router,
  type ErrorRequestHandler,
  type Express,
  type Request,
  type RequestHandler,
  type Response
} from 'express'
import helmet from 'helmet'
import type { z } from 'zod'
import type { Access, Endpoint, Problem } from '../contract/endpoint.ts'
import { HOLDERS } from '../contract/holders.ts'
import { KEY_SCOPES, type KeyScope } from '../contract/key-scopes.ts'
import type { Role } from '../contract/roles.ts'
import { ProblemError, VendorError } from './errors.ts'
import type { Log } from './log.ts'

export type { Role } from '../contract/roles.ts'

export type Caller =
  | {
      readonly kind: 'person'
      readonly organizationId: string
      readonly personId: string
      readonly roles: readonly Role[]
      readonly clientId: string
      /** Of ConsciousInsights itself: signed in as somebody of its own organization. */
      readonly staff?: boolean
    }
  | {
      /** A system of the company's own. It is nobody: only endpoints that name a scope take it. */
      readonly kind: 'key'
      readonly organizationId: string
      readonly keyId: string
      readonly scopes: readonly KeyScope[]
    }
  | { readonly kind: 'operator' }
  | { readonly kind: 'nobody' }

/** Turns a bearer token into its caller; throws ProblemError `unauthenticated` when the token does not hold. */
export type Authenticate = (token: string) => Promise<Caller>

/** Calls `end` once the token holds no longer, or nobody can tell; disposed of when the answer is over. */
export type Hold = (token: string, end: () => void) => Promise<Disposable>

type PersonCaller = Extract<Caller, { kind: 'person' }>
export type KeyCaller = Extract<Caller, { kind: 'key' }>
/** An endpoint that names a scope answers keys too. */
type KeysFor<E extends Endpoint> = [Exclude<E['scope'], undefined>] extends [never] ? never : KeyCaller
type CallerFor<E extends Endpoint> = E['access'] extends 'person' | 'staff' | keyof typeof HOLDERS
  ? PersonCaller | KeysFor<E>
  : Caller

/** Who did it, for the audit log and for what keeps its author: a person, or a key of the company's own system. */
export const actorOf = (caller: PersonCaller | KeyCaller): string =>
  caller.kind === 'key' ? caller.keyId : caller.personId

export type Call<E extends Endpoint> = {
  readonly params: z.output<E['params']>
  readonly query: z.output<E['query']>
  readonly body: z.output<E['body']>
  readonly caller: CallerFor<E>
  readonly req: Request
}
export type Handler<E extends Endpoint> = (call: Call<E>) => Promise<z.input<E['answer']>>

/** Writes to `res` until it is done or `ended`: then the caller's access has ended, or the caller has gone. */
export type StreamHandler<E extends Endpoint> = (
  call: Call<E> & { readonly res: Response; readonly ended: AbortSignal }
) => Promise<void>

export type Api = {
  readonly router: Router
  readonly serve: <E extends Endpoint>(target: E, handler: Handler<E>) => void
  /** The body is a file of at most `limit` bytes, read only once its sender may call. */
  readonly upload: <E extends Endpoint>(target: E, limit: number, handler: Handler<E>) => void
  /** An answer that stays open: it is cut off within seconds when its caller's access ends. */
  readonly stream: <E extends Endpoint>(target: E, handler: StreamHandler<E>) => void
}

/** @param hold watches the callers of open answers; without it there are none. */
export function createApi(authenticate: Authenticate, hold?: Hold): Api {
  const router = Router()
  const json = express.json({ limit: '256kb' })
  const methodOf = ({ method }: Endpoint) => method.toLowerCase() as 'get' | 'post' | 'put' | 'patch' | 'delete'
  const on = (target: Endpoint, handle: (req: Request, res: Response) => Promise<void>): void => {
    router[methodOf(target)](target.path, json, handle)
  }
  const callOf = async <E extends Endpoint>(target: E, req: Request): Promise<Call<E>> => {
    const caller = await checkCaller(await identify(req, authenticate), target)
    return {
      params: read<E['params']>(target.params, req.params, 'path'),
      query: read<E['query']>(target.query, req.query, 'query'),
      body: read<E['body']>(target.body, req.body, 'body'),
      caller: caller as CallerFor<E>,
      req
    }
  }
  const answering =
    <E extends Endpoint>(target: E, handler: Handler<E>) =>
    async (req: Request, res: Response): Promise<void> => {
      const answer = await handler(await callOf(target, req))
      res.set('cache-control', 'no-store').json(target.answer.parse(answer))
    }
  return {
    router,
    serve: (target, handler) => on(target, answering(target, handler)),
    upload: (target, limit, handler) => {
      const checked: RequestHandler = async (req, _res, next) => {
        await checkCaller(await identify(req, authenticate), target)
        next()
      }
      const whole: RequestHandler = (req, _res, next) => {
        // Nothing was sent: a file of no bytes.
        if (!Buffer.isBuffer(req.body)) req.body = Buffer.alloc(0)
        next()
      }
      const raw = express.raw({ type: () => true, limit, inflate: false })
      router[methodOf(target)](target.path, checked, raw, whole, answering(target, handler))
    },
    stream: (target, handler) => {
      if (!hold) throw new Error(`"${target.path}" stays open, and nobody watches its callers`)
      on(target, async (req, res) => {
        const call = await callOf(target, req)
        await whileHeld(hold, { req, res }, ended => handler({ ...call, res, ended }))
      })
    }
  }
}

async function whileHeld(
  hold: Hold,
  { req, res }: { readonly req: Request; readonly res: Response },
  work: (ended: AbortSignal) => Promise<void>
): Promise<void> {
  const ended = new AbortController()
  res.once('close', () => ended.abort())
  const token = bearerOf(req)
  using _held = token
    ? await hold(token, () => {
        ended.abort()
        res.destroy()
      })
    : undefined
  await work(ended.signal)
}

function bearerOf(req: Request): string | undefined {
  const [scheme, token] = (req.get('authorization') ?? '').split(' ')
  return scheme?.toLowerCase() === 'bearer' && token ? token : undefined
}

async function identify(req: Request, authenticate: Authenticate): Promise<Caller> {
  const token = bearerOf(req)
  return token ? authenticate(token) : { kind: 'nobody' }
}

type Door = Pick<Endpoint, 'access' | 'scope'>

async function checkCaller(caller: Caller, target: Door): Promise<Caller> {
  const { access } = target
  if (access === 'public') return caller
  if (caller.kind === 'nobody') throw new ProblemError('unauthenticated', 'Sign in to go on')
  if (caller.kind === 'key') return checkKey(caller, target)
  if (!mayCall(caller, access))
    throw new ProblemError('forbidden', 'Your role does not include this. Ask your company’s CI admin')
  return caller
}

function mayCall(caller: Exclude<Caller, KeyCaller>, access: Exclude<Access, 'public'>): boolean {
  if (access === 'operator') return caller.kind === 'operator'
  if (caller.kind !== 'person') return false
  if (access === 'person') return true
  return access === 'staff' ? caller.staff === true : holds(access, caller.roles)
}

const holds = (access: keyof typeof HOLDERS, roles: readonly Role[]): boolean =>
  HOLDERS[access].some(role => roles.includes(role))

/** The scope, and what the role it stands for may do: a scope that was put on the wrong endpoint opens nothing. */
function checkKey(key: KeyCaller, { access, scope }: Door): KeyCaller {
  const isOpen = access !== 'public' && access !== 'person' && access !== 'staff' && access !== 'operator'
  if (!scope || !isOpen || !holds(access, [KEY_SCOPES[scope]]))
    throw new ProblemError('forbidden', 'No API key opens this. It is for people who sign in', { reason: 'key_closed' })
  if (key.scopes.includes(scope)) return key
  const message = `This API key does not have the scope "${scope}". Use one that has, or ask your company’s CI admin for it`
  throw new ProblemError('forbidden', message, { reason: 'key_scope', scope })
}

function read<S extends z.ZodType>(schema: S, value: unknown, where: string): z.output<S> {
  const parsed = schema.safeParse(value ?? {})
  if (parsed.success) return parsed.data
  const issues = parsed.error.issues.map(issue => `${[where, ...issue.path].join('.')}: ${issue.message}`)
  throw new ProblemError('bad_request', issues.join('; '))
}

/** Hosts that may frame the tab, from Microsoft's tab requirements. */
export const TEAMS_HOSTS = [
  'https://*.cloud.microsoft',
  'https://teams.microsoft.com',
  'https://*.teams.microsoft.com',
  'https://*.microsoft365.com',
  'https://*.office.com',
  'https://outlook.office.com',
  'https://outlook.office365.com'
]

/** @param frameAncestors origins that may frame pages; nobody when empty. */
export const securityHeaders = (
  frameAncestors: readonly string[],
  formActions: readonly string[] = []
): RequestHandler => headersFor(frameAncestors, formActions)

/** What `securityHeaders` really writes, by name: written onto an answer that nobody gets. */
export async function headersOf(frameAncestors: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const req = new IncomingMessage(new Socket())
  const res = new ServerResponse(req)
  const { promise, resolve } = Promise.withResolvers<void>()
  headersFor(frameAncestors, [])(req, res, () => resolve())
  await promise
  return new Map(Object.entries(res.getHeaders()).map(([name, value]) => [name, String(value)]))
}

function headersFor(frameAncestors: readonly string[], formActions: readonly string[]) {
  return helmet({
    frameguard: false,
    crossOriginOpenerPolicy: { policy: 'same-origin-allow-popups' },
    crossOriginResourcePolicy: { policy: 'same-site' },
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        baseUri: ["'none'"],
        objectSrc: ["'none'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        // teams-js reads Microsoft's list of its hosts there and falls back to its own copy.
        connectSrc: ["'self'", 'https://res.cdn.office.net'],
        formAction: ["'self'", ...formActions],
        frameAncestors: frameAncestors.length > 0 ? [...frameAncestors] : ["'none'"]
      }
    }
  })
}

export function createWeb(): Express {
  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', 1)
  return app
}

export const notFound: RequestHandler = req => {
  throw new ProblemError('not_found', `Nothing is at ${req.method} ${req.path}`)
}

/** The last middleware: known problems keep their text, everything else becomes a reference into the log. */
export function answerErrors(log: Log): ErrorRequestHandler {
  return (error: unknown, req, res, next) => {
    if (res.headersSent) {
      next(error)
      return
    }
    const reference = randomUUID()
    const problem = toProblem(error)
    const level = problem.status >= 500 ? 'error' : 'info'
    log[level]({ err: error, reference, path: req.path, method: req.method }, 'request refused')
    if (problem.retryAfter !== undefined) res.set('retry-after', String(problem.retryAfter))
    const challenge = challengeOf(problem, bearerOf(req) !== undefined)
    if (challenge) res.set('www-authenticate', challenge)
    const body: Problem = { code: problem.reason, message: problem.message, reference }
    res.status(problem.status).set('cache-control', 'no-store').json(body)
  }
}

/** RFC 6750, section 3: whoever sent no token is told no error. */
function challengeOf({ status, scope }: ProblemError, sentToken: boolean): string | undefined {
  const said = ['realm="ConsciousInsights"']
  if (status === 403 && scope !== undefined) said.push('error="insufficient_scope"', `scope="${scope}"`)
  else if (status !== 401) return undefined
  else if (sentToken) said.push('error="invalid_token"')
  return `Bearer ${said.join(', ')}`
}

function toProblem(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error
  // A vendor's own status is not the caller's fault.
  if (error instanceof VendorError)
    return new ProblemError(
      'unavailable',
      'A system that we depend on does not answer. Nothing is lost. Try again in a minute',
      { cause: error }
    )
  const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : undefined
  if (status === 413)
    return new ProblemError('too_large', `That is too long. Send at most ${limitOf(error)}`, { cause: error })
  if (status === 400)
    return new ProblemError('bad_request', 'The request is not readable. Send valid JSON', { cause: error })
  return new ProblemError(
    'internal',
    'Something went wrong on our side. Nothing you wrote is lost. Try again in a minute',
    { cause: error }
  )
}

/** As the parser of bodies says it. */
function limitOf(error: unknown): string {
  const limit = typeof error === 'object' && error !== null && 'limit' in error ? Number(error.limit) : Number.NaN
  return limit >= 1024 * 1024 ? `${Math.floor(limit / 1024 / 1024)} MB` : '256 kB'
}
