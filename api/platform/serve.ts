/** An HTTP server that stops as a good neighbor does: no new connections, the calls in hand finished, then closed. */
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

const GRACE_MS = 8000

export type Listening = { readonly port: number; readonly server: Server; [Symbol.asyncDispose](): Promise<void> }

/** @param at `host` is loopback for the sandbox and every address in a container. */
export async function listen(
  app: RequestListener,
  at: { readonly port: number; readonly host: string }
): Promise<Listening> {
  const server = createServer(app)
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  server.once('error', reject)
  server.listen(at.port, at.host, resolve)
  await promise
  return {
    port: portOf(server.address()),
    server,
    [Symbol.asyncDispose]: () => close(server)
  }
}

async function close(server: Server): Promise<void> {
  const closed = new Promise<void>(done => server.close(() => done()))
  server.closeIdleConnections()
  const force = setTimeout(() => server.closeAllConnections(), GRACE_MS)
  await closed
  clearTimeout(force)
}

const portOf = (address: AddressInfo | string | null): number =>
  typeof address === 'object' && address !== null ? address.port : 0

/** Resolves on the first SIGTERM or SIGINT. */
export const stopSignal = (): Promise<void> =>
  new Promise(resolve => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve())
  })
