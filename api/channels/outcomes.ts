/** How an attempt to reach somebody ended, in words that are the same everywhere. Pure. */

/** Why something did not arrive, or what is known about it. Each is told apart because the next step differs. */
export type DeliveryReason =
  /** The person blocked the bot; only they can change that. */
  | 'blocked'
  /** Blocked or removed: Teams does not say which. */
  | 'writes_blocked'
  /** Not in the person's Teams; the company's set-up policy or the person installs it. */
  | 'uninstalled'
  /** Not, or no longer, a member of this chat. */
  | 'not_in_roster'
  | 'conversation_gone'
  | 'disabled_by_admin'
  /** The company is in another cloud (GCC) than the address the bot knows. */
  | 'wrong_host'
  | 'not_enough_permissions'
  | 'bot_not_registered'
  | 'too_big'
  | 'bad_message'
  /** Teams failed and says that trying again would not help. */
  | 'service_error'
  /** What was shown piece by piece may not go on. */
  | 'stream_over'
  | 'refused'
  | 'throttled'
  | 'unavailable'
  /** No answer was seen: it may have arrived. */
  | 'unclear'
  | 'no_conversation'
  | 'no_channel'
  | 'no_access'
  | 'no_agreement'
  | 'decided'
  | 'not_due'
  | 'content_gone'
  | 'channel_not_confirmed'
  | 'person_left'

/** What an attempt tells about the chat itself: the person's no, or that the app is not there. */
export type LostChat = 'blocked' | 'lost'

export type Outcome = { readonly deliveryId: string; readonly attempt: number } & (
  | { readonly kind: 'sent'; readonly activityId: string }
  /** Another attempt follows. `mayHaveArrived`: nobody knows how this one ended. */
  | {
      readonly kind: 'again'
      readonly waitMs: number
      readonly reason: DeliveryReason
      readonly detail: string
      readonly mayHaveArrived: boolean
    }
  | {
      readonly kind: 'ended'
      readonly state: 'failed' | 'unreachable' | 'cancelled'
      readonly reason: DeliveryReason
      readonly detail?: string
      readonly mayHaveArrived?: boolean
      readonly lostChat?: LostChat
    }
)
