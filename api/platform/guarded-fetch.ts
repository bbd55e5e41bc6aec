/** Calls to an address that a company named: no redirect is followed, and nothing is reached that is not allowed, whatever a name resolves to. */
import { lookup } from 'node:dns'
import http, { type IncomingMessage } from 'node:http'
import https from 'node:https'
import { BlockList, isIP, type LookupFunction } from 'node:net'
import { Readable } from 'node:stream'

/** IANA's special-purpose registries, multicast, and the address at which Azure serves its own machines. */
const NOT_PUBLIC: readonly (readonly [network: string, prefix: number, family: 'ipv4' | 'ipv6'])[] = [
  ['0.0.0.0', 8, 'ipv4'],
  ['10.0.0.0', 8, 'ipv4'],
  ['100.64.0.0', 10, 'ipv4'],
  ['127.0.0.0', 8, 'ipv4'],
  ['168.63.129.16', 32, 'ipv4'],
  ['169.254.0.0', 16, 'ipv4'],
  ['172.16.0.0', 12, 'ipv4'],
  ['192.0.0.0', 24, 'ipv4'],
  ['192.0.2.0', 24, 'ipv4'],
  ['192.88.99.0', 24, 'ipv4'],
  ['192.168.0.0', 16, 'ipv4'],
  ['198.18.0.0', 15, 'ipv4'],
  ['198.51.100.0', 24, 'ipv4'],
  ['203.0.113.0', 24, 'ipv4'],
  ['224.0.0.0', 3, 'ipv4'],
  ['::', 127, 'ipv6'],
  ['64:ff9b::', 96, 'ipv6'],
  ['64:ff9b:1::', 48, 'ipv6'],
  ['100::', 64, 'ipv6'],
  ['2001::', 23, 'ipv6'],
  ['2001:db8::', 32, 'ipv6'],
  ['2002::', 16, 'ipv6'],
  ['fc00::', 7, 'ipv6'],
  ['fe80::', 10, 'ipv6'],
  ['ff00::', 8, 'ipv6']
]

const notPublic = new BlockList()
for (const [network, prefix, family] of NOT_PUBLIC) notPublic.addSubnet(network, prefix, family)

export const isPublicAddress = (address: string): boolean =>
  !notPublic.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')

/** Whether a host may be one of the public internet; what its name resolves to is looked at again at each call. */
export function isPublicHost(hostname: string): boolean {
  const literal = hostname.replaceAll(/[[\]]/gu, '')
  if (isIP(literal)) return isPublicAddress(literal)
  return hostname.includes('.') && !/\.(?:local|localhost|internal|home\.arpa)\.?$/u.test(hostname)
}

/** An installation on loopback has its systems anywhere. */
export const isOnLoopback = (publicUrl: string): boolean =>
  ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(publicUrl).hostname)

const publicFetch = createGuardedFetch(isPublicAddress)
const anyFetch = createGuardedFetch(() => true)

export const fetchFor = (publicUrl: string): typeof fetch => (isOnLoopback(publicUrl) ? anyFetch : publicFetch)

/** @throws TypeError as fetch does when nothing answers, the address is not allowed, or it leads elsewhere. */
export function createGuardedFetch(mayReach: (address: string) => boolean): typeof fetch {
  const agents = { http: new http.Agent({ keepAlive: true }), https: new https.Agent({ keepAlive: true }) }
  const onlyAllowed: LookupFunction = (hostname, options, done) =>
    lookup(hostname, { ...options, all: true }, (error, found) => {
      const allowed = (found ?? []).filter(({ address }) => mayReach(address))
      const [first] = allowed
      if (error || !first) done(error ?? new Error(`"${hostname}" leads to no address that may be called`), [])
      else if (options.all) done(null, allowed)
      else done(null, first.address, first.family)
    })
  return async (input, init) => {
    const request = new Request(input, init)
    const url = new URL(request.url)
    const literal = url.hostname.replaceAll(/[[\]]/gu, '')
    if (isIP(literal) && !mayReach(literal)) throw unreached(new Error('this address may not be called'))
    const body = request.body ? Buffer.from(await request.arrayBuffer()) : undefined
    const { signal } = request
    signal.throwIfAborted()
    const call = url.protocol === 'https:' ? https : http
    const agent = url.protocol === 'https:' ? agents.https : agents.http
    const headers = Object.fromEntries(request.headers)
    const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>()
    const sent = call.request(url, { method: request.method, headers, agent, lookup: onlyAllowed })
    const stop = (): void => void sent.destroy(asError(signal.reason))
    signal.addEventListener('abort', stop, { once: true })
    sent.once('response', resolve).once('error', reject)
    sent.once('close', () => signal.removeEventListener('abort', stop))
    sent.end(body)
    const answer = await promise.catch((cause: unknown) => {
      throw signal.aborted ? asError(signal.reason) : unreached(cause)
    })
    return toResponse(answer)
  }
}

const unreached = (cause: unknown): TypeError => new TypeError('fetch failed', { cause })
const asError = (reason: unknown): Error => (reason instanceof Error ? reason : new Error('stopped', { cause: reason }))

const WITHOUT_BODY: ReadonlySet<number> = new Set([204, 205, 304])

function toResponse(answer: IncomingMessage): Response {
  const status = answer.statusCode ?? 502
  if (status >= 300 && status < 400 && answer.headers.location !== undefined) {
    answer.destroy()
    throw unreached(new Error('it leads elsewhere'))
  }
  const headers = new Headers()
  for (const [name, values] of Object.entries(answer.headersDistinct))
    for (const value of values ?? []) headers.append(name, value)
  const body = WITHOUT_BODY.has(status) ? null : (Readable.toWeb(answer) as ReadableStream<Uint8Array>)
  return new Response(body, { status, headers })
}
