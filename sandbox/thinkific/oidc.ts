/** Finds the provider. Loopback http is allowed, and its public name may be reached under another address. */
import * as client from 'openid-client'
import type { Oidc } from './model.ts'

export function discover({ issuer, clientId, clientSecret, internalIssuerUrl }: Oidc): Promise<client.Configuration> {
  const inside = internalIssuerUrl
  return client.discovery(new URL(issuer), clientId, undefined, client.ClientSecretPost(clientSecret), {
    execute: [client.allowInsecureRequests],
    ...(inside ? { [client.customFetch]: (url, options) => fetch(moved(url, issuer, inside), toInit(options)) } : {})
  })
}

const moved = (url: string, issuer: string, inside: string): string =>
  url.startsWith(issuer) ? inside + url.slice(issuer.length) : url

const toInit = ({ method, headers, body, redirect, signal }: client.CustomFetchOptions): RequestInit => ({
  method,
  headers,
  redirect,
  ...(typeof body === 'string' || body instanceof URLSearchParams ? { body } : {}),
  ...(signal ? { signal } : {})
})
