/** Mail over SMTP: one message at a time, over TLS except to this machine. */
import { createTransport } from 'nodemailer'
import type { Config } from '../platform/config.ts'
import { VendorError } from '../platform/errors.ts'
import { SECOND } from '../platform/time.ts'

export type Mail = { readonly to: string; readonly subject: string; readonly text: string; readonly html: string }

export type Mailer = {
  /** @throws VendorError; `retryable` unless the server will never take this message. */
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
      await transport.sendMail({ ...mail, headers: { 'Auto-Submitted': 'auto-generated' } }).catch(refuse)
    },
    check: async () => {
      await transport.verify().catch(refuse)
    }
  }
}

/** What the server says of one recipient for good is not tried again; neither its words nor the address are kept. */
function refuse(cause: unknown): never {
  const { code, responseCode } = detailOf(cause)
  const forGood = code === 'EENVELOPE' && responseCode !== undefined && responseCode >= 500
  throw new VendorError('mail', `${code ?? 'failed'} ${responseCode ?? ''}`.trim(), {
    ...(responseCode === undefined ? {} : { status: responseCode }),
    retryable: !forGood
  })
}

function detailOf(cause: unknown): { readonly code?: string; readonly responseCode?: number } {
  if (typeof cause !== 'object' || cause === null) return {}
  return {
    ...('code' in cause && typeof cause.code === 'string' ? { code: cause.code } : {}),
    ...('responseCode' in cause && typeof cause.responseCode === 'number' ? { responseCode: cause.responseCode } : {})
  }
}
