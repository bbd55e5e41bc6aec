/** A mail server on loopback: takes what is sent with the right password, delivers it nowhere, shows what it took. */
import type { AddressInfo } from 'node:net'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { createFaults, type Fault } from '../harness/faults.ts'
import type { Received, StandinOptions, Watched } from '../harness/standin.ts'
import { openStore } from '../harness/store.ts'
import { readMessage, type Message } from './message.ts'

export type ReceivedMail = Message & {
  readonly id: number
  /** Real time, ISO 8601. */
  readonly at: string
  readonly to: readonly string[]
}

export type MailStandin = {
  readonly standin: Watched
  /** Oldest first. */
  mails(): readonly ReceivedMail[]
  [Symbol.asyncDispose](): Promise<void>
}

export type MailOptions = Omit<StandinOptions, 'name' | 'now'> & { readonly user: string; readonly password: string }

/** What a server says that is down for a while. */
const UNAVAILABLE = 421

export function createMailStandin(options: MailOptions): MailStandin {
  const faults = createFaults(options.random ?? Math.random)
  const mails = openStore(options.file).collection<ReceivedMail>('mails')
  const log: Received[] = []
  const keep = (to: readonly string[], raw: string, started: number): void => {
    const id = mails.size + 1
    const at = new Date().toISOString()
    mails.set(String(id), { id, at, to, ...readMessage(raw) })
    const path = `/mail/${to.join(',')}`
    const wire = { method: 'SMTP', path, headers: {}, body: raw, status: 250, response: 'OK' }
    const received = { id, standin: 'mail', at, ms: Math.round(performance.now() - started), ...wire }
    log.push(received)
    options.onReceived?.(received)
  }
  /** The connection ends with the answer unsaid, as when a machine between the two restarts. */
  const hangUp = (sessionId: string): void => {
    for (const connection of connectionsOf(server)) if (connection.id === sessionId) connection.close()
  }
  const server = new SMTPServer({
    ...OPTIONS,
    onConnect: (_session, done) => applyFault(faults.strike('CONNECT', '/'), done),
    onAuth: ({ username, password }, _session, done) =>
      username === options.user && password === options.password
        ? done(null, { user: username })
        : done(answer(535, 'the password is wrong')),
    onRcptTo: ({ address }, _session, done) => applyFault(faults.strike('RCPT', `/${address}`), done),
    onData: (stream, session, done) => {
      const started = performance.now()
      const parts: Buffer[] = []
      const to = session.envelope.rcptTo.map(({ address }) => address)
      stream.on('data', part => parts.push(Buffer.from(part)))
      stream.on('end', () => {
        const fault = faults.strike('DATA', `/${to.join(',')}`)
        if (!fault || KEEPS.has(fault.kind)) keep(to, Buffer.concat(parts).toString('utf8'), started)
        if (fault?.kind === 'dropAnswer') hangUp(session.id)
        else applyFault(fault, done)
      })
    }
  })
  // A client that goes away in the middle is no fault of the server.
  server.on('error', () => undefined)
  const listened = () => server.server.address() as AddressInfo
  const standin: Watched = {
    name: 'mail',
    faults,
    received: () => log,
    forget: () => void log.splice(0),
    url: () => `smtp://127.0.0.1:${listened().port}`,
    listen: () =>
      new Promise((done, failed) => {
        server.once('error', failed)
        server.listen(options.port ?? 0, '127.0.0.1', done)
      }),
    [Symbol.asyncDispose]: () => new Promise(done => server.close(() => done()))
  }
  return { standin, mails: () => mails.values(), [Symbol.asyncDispose]: standin[Symbol.asyncDispose] }
}

/** In the clear, as nothing leaves this machine. */
const OPTIONS: SMTPServerOptions = {
  name: 'mail.demo.invalid',
  logger: false,
  hideSTARTTLS: true,
  allowInsecureAuth: true,
  authMethods: ['PLAIN', 'LOGIN'],
  disableReverseLookup: true,
  closeTimeout: 500,
  size: 1_000_000
}

/** What the client hears late or not at all was taken nevertheless. */
const KEEPS: ReadonlySet<Fault['kind']> = new Set(['delay', 'hang', 'dropAnswer', 'duplicate', 'reorder'])

type Connection = { readonly id: string; close(): void }

/** The package keeps them, and its types do not say so. */
const connectionsOf = (server: SMTPServer): readonly Connection[] =>
  'connections' in server && server.connections instanceof Set ? [...server.connections] : []

const answer = (responseCode: number, text: string): Error => Object.assign(new Error(text), { responseCode })

/**
 * A `status` below 400 or above 599 is none of SMTP's; a connection is always refused for a while, a recipient (`RCPT`) or a text
 * (`DATA`) as told. `body`, where it is text, is what the server says, such as `5.1.1 no such user`.
 */
function applyFault(fault: Fault | undefined, done: (error?: Error | null) => void): void {
  switch (fault?.kind) {
    case 'status':
    case 'drop':
    case 'dropAnswer':
      return done(answer(statusOf(fault), typeof fault.body === 'string' ? fault.body : 'fault injected'))
    case 'delay':
      setTimeout(done, fault.ms ?? 1000)
      return
    case 'hang':
      return
    case 'duplicate':
    case 'reorder':
    case undefined:
      return done()
  }
}

const statusOf = ({ method, status }: Fault): number =>
  method === 'RCPT' || method === 'DATA' ? (status ?? 451) : UNAVAILABLE
