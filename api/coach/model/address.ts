/** Where a model may be: an address of the public internet with TLS. An installation on loopback has its models anywhere. */
import type { ModelProvider } from '../../contract/coach-engine.ts'
import { isPublicHost } from '../../platform/guarded-fetch.ts'

type Asked = { readonly provider: ModelProvider; readonly endpoint: string }

/** As it is kept: people paste what a portal shows, with paths and queries. @returns undefined where no model may be. */
export function addressOf({ provider, endpoint }: Asked, anywhere: boolean): string | undefined {
  const url = new URL(endpoint)
  if (url.username || url.password) return undefined
  if (!anywhere && (url.protocol !== 'https:' || !isPublicHost(url.hostname))) return undefined
  if (provider === 'azure') return url.origin
  return `${url.origin}${url.pathname.replace(/\/+$/u, '').replace(/\/chat\/completions$/u, '')}`
}
