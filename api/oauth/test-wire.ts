/** A wire between a process and its database that can go dead without an error: what was connected hangs, as after a failover. */
import { connect, createServer, type Socket } from 'node:net'

export type Wire = AsyncDisposable & {
  readonly port: number
  /** Nothing passes any more, on no connection, and nobody is told. */
  cut(): void
  /** New connections pass; those that hung stay dead for good. */
  mend(): void
}

export async function startWire(to: { readonly host: string; readonly port: number }): Promise<Wire> {
  const sockets = new Set<Socket>()
  let dead = false
  const server = createServer(near => {
    const far = connect(to)
    for (const socket of [near, far]) {
      sockets.add(socket)
      socket.on('error', () => socket.destroy()).on('close', () => sockets.delete(socket))
    }
    near.on('close', () => far.destroy())
    far.on('close', () => near.destroy())
    if (dead) return
    near.pipe(far).pipe(near)
  })
  const listening = Promise.withResolvers<void>()
  server.listen(0, '127.0.0.1', listening.resolve)
  await listening.promise
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    cut: () => {
      dead = true
      for (const socket of sockets) socket.unpipe().pause()
    },
    mend: () => {
      dead = false
    },
    [Symbol.asyncDispose]: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise(resolve => server.close(resolve))
    }
  }
}
