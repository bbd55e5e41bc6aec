/** How one attempt on a rung begins and what its end means for the ladder. Pure. */
import { isAddressRefused, type MailAnswer } from './mail-answer.ts'
import type { LockedRung } from './store-rungs.ts'

export type Begin =
  | { readonly kind: 'go'; readonly attempts: number; readonly unclear: number }
  /** Another one may be tried. */
  | { readonly kind: 'next' }
  /** Another process is at it. */
  | { readonly kind: 'busy' }
  /** It went out here, or may have: nothing else is tried. */
  | { readonly kind: 'end'; readonly outcome: 'sent' | 'failed'; readonly reason: string | undefined }

/** One repeat after an attempt whose end nobody saw. Feed and mail carry an id by which a repeat is known for one. */
const UNCLEAR_LIMIT = 1

export function begin(row: LockedRung): Begin {
  switch (row.state) {
    case 'sent':
      return { kind: 'end', outcome: 'sent', reason: undefined }
    case 'failed':
      return row.reason === 'unclear' ? { kind: 'end', outcome: 'failed', reason: 'unclear' } : { kind: 'next' }
    case 'skipped':
      return { kind: 'next' }
    case 'waiting':
      return { kind: 'go', attempts: row.attempts + 1, unclear: row.unclear }
    case 'sending': {
      if (row.busy) return { kind: 'busy' }
      const unclear = row.unclear + 1
      if (unclear > UNCLEAR_LIMIT) return { kind: 'end', outcome: 'failed', reason: 'unclear' }
      return { kind: 'go', attempts: row.attempts + 1, unclear }
    }
  }
}

export type RungAnswer =
  | { readonly kind: 'sent' }
  /** This rung does not lead to the person, for good. */
  | { readonly kind: 'failed'; readonly reason: string }
  /** It certainly did not arrive. */
  | { readonly kind: 'again'; readonly reason: string; readonly waitMs: number | undefined }
  /** Nobody saw what came of it. */
  | { readonly kind: 'unclear' }

export const fromMail = (answer: MailAnswer): RungAnswer =>
  isAddressRefused(answer) ? { kind: 'failed', reason: answer.reason } : answer
