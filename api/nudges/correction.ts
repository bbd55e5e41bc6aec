/** What becomes of a card that is corrected or taken back. Pure. */
import type { CORRECTIONS } from '../contract/corrections.ts'
import type { StoredState } from './campaign.ts'

export type Kind = (typeof CORRECTIONS)[number]
/** `answered` and `gone` are left alone: the person decided, or deleted it. `not_reached`: their chat does not take it. */
export type CardState = 'waiting' | 'changed' | 'answered' | 'gone' | 'not_reached' | 'failed'

/** How an attempt to change one card ended. */
export type CardOutcome =
  | { readonly kind: Exclude<CardState, 'waiting'>; readonly detail: string | null }
  | { readonly kind: 'again'; readonly waitMs: number; readonly detail: string }

const ATTEMPTS = 8

/** After so many attempts it is told as failed, not tried for ever. */
export const endOf = (outcome: CardOutcome, attempts: number): CardOutcome =>
  outcome.kind === 'again' && attempts >= ATTEMPTS ? { kind: 'failed', detail: outcome.detail } : outcome

/** Where it was sent; a draft sent nothing, and what runs is cancelled before it is taken back. */
export const mayCorrect = (state: StoredState): boolean => state !== 'draft'
