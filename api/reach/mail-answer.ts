/** What a mail server's refusal means. Pure; codes after RFC 5321 and RFC 3463. */
import type { MailError } from '../vendors/mail.ts'

export type MailAnswer =
  | { readonly kind: 'sent' }
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'again'; readonly reason: string; readonly waitMs: undefined }
  | { readonly kind: 'unclear' }
  /** No mailbox is there: the address is not written to again. */
  | { readonly kind: 'noMailbox'; readonly reason: string }

export const isAddressRefused = (answer: MailAnswer): answer is Extract<MailAnswer, { kind: 'noMailbox' }> =>
  answer.kind === 'noMailbox'

/** Bad destination mailbox, system, syntax, moved without a new address, and a mailbox that was disabled. */
const NO_MAILBOX = /^5\.(?:1\.(?:0|1|2|3|6|10)|2\.1)$/u
const FULL = /^[45]\.2\.2$/u
const POLICY = /^5\.7\./u

export function readMailError({ status, enhanced, retryable, mayHaveArrived }: MailError): MailAnswer {
  if (mayHaveArrived) return { kind: 'unclear' }
  const code = enhanced ?? String(status ?? 'no_answer')
  if (retryable) return { kind: 'again', reason: `mail_later ${code}`, waitMs: undefined }
  return readRefusal(code, status)
}

/** @param status of SMTP, where there is no better code. */
export function readRefusal(code: string, status?: number): MailAnswer {
  if (FULL.test(code)) return { kind: 'failed', reason: `mailbox_full ${code}` }
  if (POLICY.test(code)) return { kind: 'failed', reason: `mail_policy ${code}` }
  if (NO_MAILBOX.test(code) || (code === String(status) && (status === 550 || status === 551 || status === 553)))
    return { kind: 'noMailbox', reason: `no_mailbox ${code}` }
  return { kind: 'failed', reason: `mail_refused ${code}` }
}
