/** One call of Thinkific's Admin API: paced with all other processes, its failures named by what helps. */
import type { Deps } from '../platform/deps.ts'
import { blockCalls, withinLimit, type Limit } from '../platform/call-limits.ts'
import { SECOND, sleep } from '../platform/time.ts'
import { SiteError } from './problems.ts'

export type ThinkificSite = {
  readonly subdomain: string
  readonly apiKey: string
  /** How its learners sign in; OpenID Connect without it. */
  readonly signIn?: 'oidc' | 'jwt'
}
export type CallDeps = Pick<Deps, 'config' | 'fetch' | 'db' | 'realNow'>
export type SiteCall = {
  readonly method: 'GET' | 'POST' | 'PUT'
  readonly path: string
  readonly body?: Readonly<Record<string, unknown>>
}
/** 2xx, and what depends on the call: 404 and 422. */
export type Answer = { readonly status: number; readonly body: unknown }

const TIMEOUT_MS = 15 * SECOND
/** Ten at once are allowed; the site may see an answer end a moment after we do. */
const AT_ONCE = 8

const limitOf = ({ config }: CallDeps, { subdomain }: ThinkificSite): Limit => ({
  key: `thinkific/${subdomain}`,
  calls: config.THINKIFIC_CALLS_PER_MINUTE,
  windowMs: config.THINKIFIC_WINDOW_MS,
  atOnce: AT_ONCE,
  leaseMs: TIMEOUT_MS + SECOND
})

const PAUSES_MS = [SECOND / 2, SECOND]

/** A question changes nothing: where the site fails at it, it is asked again before somebody's turn is over. @throws SiteError */
export async function askThinkific(deps: CallDeps, site: ThinkificSite, call: SiteCall): Promise<Answer> {
  if (call.method !== 'GET') return callThinkific(deps, site, call)
  for (const pause of PAUSES_MS) {
    try {
      return await callThinkific(deps, site, call)
    } catch (error) {
      if (!(error instanceof SiteError) || error.scope !== 'call') throw error
      await sleep(pause)
    }
  }
  return callThinkific(deps, site, call)
}

async function callThinkific(deps: CallDeps, site: ThinkificSite, call: SiteCall): Promise<Answer> {
  const limit = limitOf(deps, site)
  const { status, headers, text } = await withinLimit(deps.db, limit, () => send(deps, site, call))
  if (status === 429) {
    await blockCalls(deps.db, limit.key, { until: resetAt(headers, deps.realNow()), now: deps.realNow() })
    throw new SiteError('too_many', 'The site allows no more calls now')
  }
  // Followed blindly, a redirection would carry the key to whoever it names.
  if (status >= 300 && status < 400) throw new SiteError('renamed', nameIn(headers.get('location')))
  const body = parse(text)
  if (status === 404 && /\b(?:site|school|subdomain)\b/iu.test(saidIn(body)))
    throw new SiteError('renamed', saidIn(body))
  if (status < 300 || status === 404 || status === 422) {
    // A proxy's page with status 200 or 404 is an outage, not an answer.
    if (body === undefined && text !== '') throw new SiteError('not_json', 'Something that is no JSON came back')
    return { status, body }
  }
  // A refusal in another's words: the site always says why in JSON.
  if (status < 500 && body === undefined) throw new SiteError('not_json', `Something else answered ${status}`)
  throw failure(status, saidIn(body))
}

async function send(deps: CallDeps, site: ThinkificSite, { method, path, body }: SiteCall) {
  try {
    const response = await deps.fetch(`${deps.config.THINKIFIC_URL}/api/public/v1${path}`, {
      method,
      redirect: 'manual',
      headers: {
        'content-type': 'application/json',
        'x-auth-api-key': site.apiKey,
        'x-auth-subdomain': site.subdomain
      },
      signal: AbortSignal.timeout(TIMEOUT_MS),
      ...(body ? { body: JSON.stringify(body) } : {})
    })
    return { status: response.status, headers: response.headers, text: await response.text() }
  } catch (cause) {
    throw new SiteError('unreachable', 'The site did not answer', { cause })
  }
}

function failure(status: number, said: string): SiteError {
  if (status === 401 || status === 403)
    return new SiteError(/plan|not include|upgrade/iu.test(said) ? 'no_api' : 'key_refused', said)
  if (status === 503) return new SiteError('maintenance', said)
  if (status >= 520 && status < 530) return new SiteError('unreachable', `The site's front answered ${status}`)
  if (status >= 500) return new SiteError('site_failed', `The site answered ${status}`)
  return new SiteError('unexpected', `The site answered ${status}: ${said}`)
}

/** `https://new-name.thinkific.com/…` → `new-name`. */
const nameIn = (location: string | null): string =>
  URL.parse(location ?? '')?.hostname.split('.')[0] ?? 'The site is elsewhere now'

const SECONDS_END = 1e11

/** Documents say epoch seconds, an SDK saw milliseconds; some proxies write seconds from now. */
export function resetAt(headers: Headers, now: Date): Date {
  const value = Number(headers.get('ratelimit-reset') ?? headers.get('retry-after') ?? '')
  if (!Number.isFinite(value) || value <= 0) return new Date(now.getTime() + 30 * SECOND)
  if (value < 1e6) return new Date(now.getTime() + value * SECOND)
  return new Date(value < SECONDS_END ? value * SECOND : value)
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const MOST_SAID = 300

/** The text of an error in any of its documented shapes: `error`, `errors` by field, `errors` as a list. */
export function saidIn(body: unknown): string {
  if (typeof body !== 'object' || body === null) return 'no reason given'
  if ('error' in body && typeof body.error === 'string') return body.error.slice(0, MOST_SAID)
  const errors: unknown = 'errors' in body ? body.errors : undefined
  const fields = Array.isArray(errors) ? errors.flatMap(entriesOf) : entriesOf(errors)
  const said = fields.map(([field, texts]) => `${field} ${Array.isArray(texts) ? texts.join(', ') : String(texts)}`)
  return said.join('; ').slice(0, MOST_SAID) || 'no reason given'
}

const entriesOf = (value: unknown): readonly (readonly [string, unknown])[] =>
  typeof value === 'object' && value !== null ? Object.entries(value) : []
