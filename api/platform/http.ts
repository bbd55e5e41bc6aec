/** Endpoints of the contract as Express routes: parse, check who calls, call, answer; one place turns errors into answers. */
import { randomUUID } from 'node:crypto'
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
import { ProblemError, VendorError } from './errors.ts'
import type { Log } from './log.ts'

export type Role = 'hr' | 'admin' | 'manager'

export type Caller =
  | {
      readonly kind: 'person'
      readonly organizationId: string
      readonly personId: string
      readonly roles: readonly Role[]
      readonly clientId: string
    }
  | { readonly kind: 'operator' }
  | { readonly kind: 'nobody' }

/** Turns a bearer token into its caller; throws ProblemError `unauthenticated` when the token does not hold. */
export type Authenticate = (token: string) => Promise<Caller>

type PersonCaller = Extract<Caller, { kind: 'person' }>
type CallerFor<A extends Access> = A extends 'person' | 'hr' | 'admin' ? PersonCaller : Caller

export type Handler<E extends Endpoint> = (call: {
  readonly params: z.output<E['params']>
  readonly query: z.output<E['query']>
  readonly body: z.output<E['body']>
  readonly caller: CallerFor<E['access']>
  readonly req: Request
}) => Promise<z.input<E['answer']>>

export type Api = {
  readonly router: Router
  readonly serve: <E extends Endpoint>(target: E, handler: Handler<E>) => void
}

export function createApi(authenticate: Authenticate): Api {
  const router = Router()
  const json = express.json({ limit: '256kb' })
  return {
    router,
    serve: <E extends Endpoint>(target: E, handler: Handler<E>) => {
      const method = target.method.toLowerCase() as 'get' | 'post' | 'put' | 'patch' | 'delete'
      router[method](target.path, json, async (req: Request, res: Response) => {
        const caller = await checkCaller(await identify(req, authenticate), target.access)
        const answer = await handler({
          params: read<E['params']>(target.params, req.params, 'path'),
          query: read<E['query']>(target.query, req.query, 'query'),
          body: read<E['body']>(target.body, req.body, 'body'),
          caller: caller as CallerFor<E['access']>,
          req
        })
        res.set('cache-control', 'no-store').json(target.answer.parse(answer))
      })
    }
  }
}

async function identify(req: Request, authenticate: Authenticate): Promise<Caller> {
  const [scheme, token] = (req.get('authorization') ?? '').split(' ')
  if (scheme?.toLowerCase() !== 'bearer' || !token) return { kind: 'nobody' }
  return authenticate(token)
}

async function checkCaller(caller: Caller, access: Access): Promise<Caller> {
  if (access === 'public') return caller
  if (caller.kind === 'nobody') throw new ProblemError('unauthenticated', 'Sign in to go on')
  const allowed =
    access === 'operator'
      ? caller.kind === 'operator'
      : caller.kind === 'person' && (access === 'person' || caller.roles.includes(access))
  if (!allowed) throw new ProblemError('forbidden', 'Your role does not include this. Ask your company’s CI admin')
  return caller
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
export function securityHeaders(
  frameAncestors: readonly string[],
  formActions: readonly string[] = []
): RequestHandler {
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
    const body: Problem = { code: problem.reason, message: problem.message, reference }
    res.status(problem.status).set('cache-control', 'no-store').json(body)
  }
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
  if (status === 413) return new ProblemError('too_large', 'That is too long. Send at most 256 kB', { cause: error })
  if (status === 400)
    return new ProblemError('bad_request', 'The request is not readable. Send valid JSON', { cause: error })
  return new ProblemError(
    'internal',
    'Something went wrong on our side. Nothing you wrote is lost. Try again in a minute',
    { cause: error }
  )
}
