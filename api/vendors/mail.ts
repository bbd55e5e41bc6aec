/** Mail over SMTP: one message at a time, over TLS except to this machine. */
import { createTransport } from 'nodemailer'
import { z } from 'zod'
import type { Config } from '../platform/config.ts'
import { VendorError } from '../platform/errors.ts'
import { SECOND } from '../platform/time.ts'

export type Mail = {
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
  /** The same for a repeat, so that mail systems can tell: `<id@host>`. Made up where not given. */
  readonly messageId?: string
  readonly headers?: Readonly<Record<string, string>>
}

export type Mailer = {
  /** @throws MailError; `retryable` unless the server will never take this message. */
  send(mail: Mail): Promise<void>
  /** Goes as far as the server's greeting and sign-in. @throws VendorError. */
  check(): Promise<void>
}

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]']
const PATIENCE = { connectionTimeout: 5 * SECOND, greetingTimeout: 5 * SECOND, socketTimeout: 20 * SECOND }

export function createMailer({ MAIL_URL, MAIL_FROM }: Pick<Config, 'MAIL_URL' | 'MAIL_FROM'>): Mailer {
  if (!MAIL_URL) {
    const missing = () => Promise.reject(new VendorError('mail', 'MAIL_URL is not set', { retryable: true }))
    return { send: missing, check: missing }
  }
  const requireTLS = !LOOPBACK.includes(new URL(MAIL_URL).hostname)
  const transport = createTransport({ url: MAIL_URL, requireTLS, ...PATIENCE }, { from: MAIL_FROM })
  return {
    send: async mail => {
      // Machines that answer mail by themselves leave this one alone (RFC 3834).
      const headers = { ...mail.headers, 'Auto-Submitted': 'auto-generated' }
      await transport.sendMail({ ...mail, headers }).catch(refuse)
    },
    check: async () => {
      await transport.verify().catch(refuse)
    }
  }
}

/** What a mail server did not take, or did not say that it took. */
export class MailError extends VendorError {
  /** Of RFC 3463, such as 5.1.1: no such mailbox. */
  readonly enhanced: string | undefined
  /** The text had gone out and no answer came. */
  readonly mayHaveArrived: boolean
  constructor(detail: Detail, options: { readonly retryable: boolean; readonly cause: unknown }) {
    const { code, responseCode } = detail
    super('mail', `${code ?? 'failed'} ${responseCode ?? ''}`.trim(), {
      ...(responseCode === undefined ? {} : { status: responseCode }),
      ...options
    })
    this.enhanced = /\b[245]\.\d{1,3}\.\d{1,3}\b/u.exec(detail.response ?? '')?.[0]
    this.mayHaveArrived = responseCode === undefined && !isBeforeText(detail)
  }
}

type Detail = z.output<typeof detailSchema>
const detailSchema = z.object({
  code: z.string().optional().catch(undefined),
  responseCode: z.number().optional().catch(undefined),
  response: z.string().optional().catch(undefined),
  /** What the client had said last; `CONN` for all that befell the connection, whenever. */
  command: z.string().optional().catch(undefined),
  syscall: z.string().optional().catch(undefined),
  timeoutType: z.string().optional().catch(undefined)
})

/** Failures of a time before the text: it could not connect, greet, sign in or name the two addresses. Of a silence later nobody knows. */
const isBeforeText = ({ code, command, syscall, timeoutType }: Detail): boolean =>
  ['EDNS', 'EAUTH', 'ETLS'].includes(code ?? '') ||
  syscall === 'connect' ||
  /^(?:CONNECT|GREETING|UPGRADE)_/u.test(timeoutType ?? '') ||
  /^(?:EHLO|HELO|STARTTLS|AUTH|MAIL|RCPT)/u.test(command ?? '')

/** What the server says of one message for good is not tried again; neither its words nor the address are kept. */
function refuse(cause: unknown): never {
  // Of an error, which is no plain object.
  const detail = detailSchema.parse(typeof cause === 'object' && cause !== null ? cause : {})
  const { code, responseCode } = detail
  const forGood = (code === 'EENVELOPE' || code === 'EMESSAGE') && responseCode !== undefined && responseCode >= 500
  throw new MailError(detail, { retryable: !forGood, cause })
}
