/** What goes wrong with a learning site, by what helps against it. The words for an admin are the tab's. */

/** `site`: nobody's work can go on, nothing is used up. `call`: this call may go well next time. `target`: it would be refused again. */
export const SCOPES = {
  /** The key is wrong or was revoked: a new one is needed. */
  key_refused: 'site',
  /** The site's plan has no interface access. */
  no_api: 'site',
  /** The site has another name now, or ours leads nowhere. */
  renamed: 'site',
  /** After a change of its name: none of the accounts that are known is there. */
  other_site: 'site',
  /** The site says it is being worked on. */
  maintenance: 'site',
  /** Something between us and the site answers instead of it. */
  not_json: 'site',
  /** No connection, no answer in time, or a 52x of the site's own front. */
  unreachable: 'site',
  /** More calls than the site allows; others may be calling it too. */
  too_many: 'site',
  /** A fault inside the site. */
  site_failed: 'call',
  /** What came back is not what the vendor documents. */
  unexpected: 'call',
  course_gone: 'target',
  bundle_gone: 'target',
  group_gone: 'target',
  /** An account with this e-mail exists that is not known to be the person's. */
  email_taken: 'target',
  /** An account of the site may be the person's, and an admin has yet to say so: a second one would part them from their progress. */
  account_in_review: 'target',
  /** The directory has no e-mail, and the site wants one. */
  no_email: 'target',
  refused: 'target'
} as const
export type ProblemKind = keyof typeof SCOPES

/** Trying again may help, now or when somebody mended it. @see SCOPES */
export class SiteError extends Error {
  override readonly name = 'SiteError'
  readonly code = 'learning_site_failed'
  readonly kind: ProblemKind
  /** What the site said, for the admin; no person's data. */
  readonly said: string
  constructor(kind: ProblemKind, said: string, options: { readonly cause?: unknown } = {}) {
    super(`learning site: ${kind}: ${said}`, { cause: options.cause })
    this.kind = kind
    this.said = said
  }
  get scope(): (typeof SCOPES)[ProblemKind] {
    return SCOPES[this.kind]
  }
}

/** It would come again; the person's other courses go on. */
export type Refusal = { readonly kind: 'refused'; readonly problem: ProblemKind; readonly said: string }

export const refusal = (problem: ProblemKind, said: string): Refusal => ({ kind: 'refused', problem, said })
