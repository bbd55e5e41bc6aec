/** A mail that is not lost; a repeat carries the same id, so that mail systems can tell. */
import type { Deps } from '../platform/deps.ts'
import { VendorError } from '../platform/errors.ts'
import type { Mail, Mailer } from '../vendors/mail.ts'

type Sent = Omit<Mail, 'messageId'> & {
  /** The same for a repeat. */
  readonly id: string
}

/** What the server refuses for good is noted. @throws VendorError to be tried again. */
export async function sendUnlessRefused(deps: Deps, mailer: Mailer, { id, ...mail }: Sent): Promise<void> {
  try {
    await mailer.send({ ...mail, messageId: `<${id}@${new URL(deps.config.PUBLIC_URL).hostname}>` })
  } catch (error) {
    if (!(error instanceof VendorError) || error.retryable) throw error
    deps.log.warn({ err: error, mail: id }, 'mail refused')
  }
}
