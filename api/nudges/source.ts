/** Where candidates come from: each source proposes for a page of people at once. */
import type { WhyNotSent } from '../contract/nudges.ts'
import type { Organization } from '../organizations/organizations.ts'
import type { Trx } from '../platform/database.ts'
import type { Candidate } from './candidate.ts'
import type { Listener } from './listeners.ts'

export type Page = {
  readonly trx: Trx
  readonly organization: Organization
  readonly now: Date
  /** Who may hear and agreed; before the agreement, only the welcome is asked. */
  readonly listeners: readonly Listener[]
}

/** By person. The first of equals is preferred. */
export type Proposals = ReadonlyMap<string, readonly Candidate[]>

/** Against sending: for good, or for as long as that holds, so that it may be planned anew. */
export type Objection =
  | { readonly kind: 'cancel'; readonly why: WhyNotSent }
  | { readonly kind: 'drop'; readonly why: 'stopped' | 'silence' }
  /** Its campaign is paused, or all are stopped. */
  | { readonly kind: 'hold' }

export type Source = {
  /** How the `onceKey` of all that it proposes begins. */
  readonly owns: string
  readonly propose: (page: Page) => Promise<Proposals>
  /**
   * What it means that it proposes something no longer that is due. Undefined where having been planned is enough, because a
   * source that ranks proposes something else every day.
   */
  readonly gone: Objection | undefined
}

/** A source that needs nothing but what is known of each person. */
export const eachOf =
  (propose: (listener: Listener, page: Page) => readonly Candidate[]): Source['propose'] =>
  async page =>
    new Map(page.listeners.map(listener => [listener.personId, propose(listener, page)]))
