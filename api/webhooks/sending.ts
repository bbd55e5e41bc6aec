/** One attempt: signed under each secret that counts, no redirect followed, nothing of the answer kept but its number. */
import type { Deps } from '../platform/deps.ts'
import { fetchFor, isOnLoopback, isPublicHost } from '../platform/guarded-fetch.ts'
import { SECOND } from '../platform/time.ts'
import type { Answer } from './retry.ts'
import { headersFor } from './sign.ts'
import type { EndpointRow } from './store.ts'

const PATIENCE_MS = 15 * SECOND

type Sending = { readonly endpoint: EndpointRow; readonly messageId: string; readonly body: string }

export async function send(deps: Deps, { endpoint, messageId, body }: Sending): Promise<Answer> {
  const started = performance.now()
  const told = (answer: Pick<Answer, 'status' | 'problem'>, retryAfterMs?: number): Answer => ({
    ...answer,
    retryAfterMs,
    ms: Math.round(performance.now() - started)
  })
  if (!mayCall(deps.config.PUBLIC_URL, endpoint.url)) return told({ status: null, problem: 'forbidden_address' })
  const signature = headersFor({ id: messageId, at: deps.realNow(), body, secrets: secretsOf(deps, endpoint) })
  try {
    const response = await fetchFor(deps.config.PUBLIC_URL)(endpoint.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'user-agent': 'ConsciousInsights-Webhooks/1', ...signature },
      body,
      signal: AbortSignal.timeout(PATIENCE_MS)
    })
    await response.body?.cancel()
    const { status } = response
    if (response.ok) return told({ status, problem: null })
    const seconds = Number(response.headers.get('retry-after'))
    return told({ status, problem: 'refused' }, Number.isFinite(seconds) ? seconds * SECOND : undefined)
  } catch (error) {
    const isLate = error instanceof Error && error.name === 'TimeoutError'
    deps.log.info({ err: error, endpoint: endpoint.id }, 'webhook not delivered')
    return told({ status: null, problem: isLate ? 'late' : 'unreachable' })
  }
}

/** What its name resolves to is looked at when it is called. */
export function mayCall(publicUrl: string, address: string): boolean {
  const url = new URL(address)
  if (url.username || url.password) return false
  return isOnLoopback(publicUrl) || (url.protocol === 'https:' && isPublicHost(url.hostname))
}

export const contextOf = ({ organization_id, id }: Pick<EndpointRow, 'organization_id' | 'id'>): string =>
  `${organization_id}/${id}/secret`

function secretsOf({ vault, realNow }: Deps, endpoint: EndpointRow): readonly string[] {
  const sealer = vault.unlock(endpoint.wrapped_key)
  const former = endpoint.former_until && endpoint.former_until > realNow() ? endpoint.former_sealed : null
  return [endpoint.sealed, ...(former ? [former] : [])].map(each => sealer.open(contextOf(endpoint), each))
}
