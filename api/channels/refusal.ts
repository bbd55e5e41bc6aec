/** What a refused chat says about the person. Pure. */
import type { DeliveryReason } from './outcomes.ts'
import type { ChatStanding } from './standing.ts'

/**
 * - `no_conversation`: nobody installed the app for them yet, or their account was parted. No word of theirs.
 * - `disabled_by_admin`: the company turned the bot off for a while; feed and mail have switches of their own.
 * - `uninstalled`, `not_in_roster`, `conversation_gone`: the app is not there, and no removal was told.
 * Every other refusal, such as `blocked` or a 403 that says nothing more, is taken for a person's no.
 */
const FALLS: ReadonlySet<string> = new Set<DeliveryReason>([
  'no_conversation',
  'disabled_by_admin',
  'uninstalled',
  'not_in_roster',
  'conversation_gone'
])

export const fallsThrough = (reason: string, chat: ChatStanding): boolean => chat !== 'no' && FALLS.has(reason)
