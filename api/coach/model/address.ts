/** Where a model may be: an address of the public internet with TLS. An installation on loopback has its models anywhere. */
import { isIP } from 'node:net'
import type { ModelProvider } from '../../contract/coach-engine.ts'
import { createGuardedFetch, isPublicAddress } from '../../platform/guarded-fetch.ts'

const publicFetch = createGuardedFetch(isPublicAddress)
const anyFetch = createGuardedFetch(() => true)

export const isOnLoopback = (publicUrl: string): boolean =>
  ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(publicUrl).hostname)

export const fetchFor = (publicUrl: string): typeof fetch => (isOnLoopback(publicUrl) ? anyFetch : publicFetch)

type Asked = { readonly provider: ModelProvider; readonly endpoint: string }

/** As it is kept: people paste what a portal shows, with paths and queries. @returns undefined where no model may be. */
export function addressOf({ provider, endpoint }: Asked, anywhere: boolean): string | undefined {
  const url = new URL(endpoint)
  if (url.username || url.password) return undefined
  if (!anywhere && (url.protocol !== 'https:' || !isPublicHost(url.hostname))) return undefined
  if (provider === 'azure') return url.origin
  return `${url.origin}${url.pathname.replace(/\/+$/u, '').replace(/\/chat\/completions$/u, '')}`
}

/** What a name resolves to is looked at again at each call. */
function isPublicHost(hostname: string): boolean {
  const literal = hostname.replaceAll(/[[\]]/gu, '')
  if (isIP(literal)) return isPublicAddress(literal)
  return hostname.includes('.') && !/\.(?:local|localhost|internal|home\.arpa)\.?$/u.test(hostname)
}
