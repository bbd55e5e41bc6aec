/** Who could not sign in to the site through CI. Pure; what to do about it is in cutover-words.ts. */
import type { CutoverKind, SitePlan } from '../contract/cutover.ts'
import type { LearnerState } from '../contract/moving.ts'
import { parseSubject } from '../contract/subject.ts'
import type { Identity } from '../directory/directory.ts'
import { HOUR } from '../platform/time.ts'

export type Item = {
  readonly itemKey: string
  readonly kind: CutoverKind
  readonly userId: string | null
  readonly personId: string | null
  readonly name: string
  readonly email: string
  readonly people: number
}

/** Points that no reason makes good. */
const NEVER_ACCEPTED: readonly CutoverKind[] = ['plan_unknown', 'plan_other', 'not_compared', 'connection_down']
export const mayBeAccepted = (kind: CutoverKind): boolean => !NEVER_ACCEPTED.includes(kind)

/** Whose account stays shut as intended; told in the counts and in the file, not to be accepted. */
export const isIntended = (kind: CutoverKind): boolean => kind === 'person_left'

export type SiteFacts = {
  readonly plan: SitePlan
  /** When the last comparison that ran to its end did so. */
  readonly comparedAt: Date | null
  readonly unread: number
  readonly connectionDown: boolean
  readonly instructorsUnread: boolean
  readonly now: Date
}

const LONG_AGO_MS = 24 * HOUR

const ofSite = (kind: CutoverKind, people = 0): Item => ({
  itemKey: kind,
  kind,
  userId: null,
  personId: null,
  name: '',
  email: '',
  people
})

export function siteItems(facts: SiteFacts): readonly Item[] {
  const { plan, comparedAt, unread, now } = facts
  const stale = comparedAt !== null && (unread > 0 || now.getTime() - comparedAt.getTime() > LONG_AGO_MS)
  return [
    ...(plan === 'unknown' ? [ofSite('plan_unknown')] : []),
    ...(plan === 'other' ? [ofSite('plan_other')] : []),
    ...(comparedAt === null ? [ofSite('not_compared')] : []),
    ...(stale ? [ofSite('compared_long_ago', unread)] : []),
    ...(facts.connectionDown ? [ofSite('connection_down')] : []),
    ...(facts.instructorsUnread ? [ofSite('instructors_unread')] : [])
  ]
}

/** Concerns all alike: whether the site finds an account by its e-mail is one question with one answer. */
export const notKeyed = (people: number): readonly Item[] => (people > 0 ? [ofSite('not_keyed', people)] : [])

export type LearnerFacts = {
  readonly userId: string
  readonly name: string
  readonly email: string
  readonly state: LearnerState
  readonly subject: string | null
  /** May do more on the site than learn, or teaches there. */
  readonly isStaff: boolean
  /** Whose account it is. */
  readonly person: Identity | undefined
  /** Somebody else at CI has the account's address, and the site does not know them by CI's subject. */
  readonly isAddressOfAnother: boolean
  /** CI itself signs this address in, in an organization of its own for this site. */
  readonly hasOwnSignIn: boolean
}

export type Finding =
  | { readonly kind: 'able'; readonly keyed: boolean }
  /** Of another company that uses the same site. */
  | { readonly kind: 'elsewhere' }
  | { readonly kind: 'item'; readonly item: Item }

export function findingOf(learner: LearnerFacts, organizationId: string): Finding {
  const about = (kind: CutoverKind): Finding => ({
    kind: 'item',
    item: {
      itemKey: `${kind}/${learner.userId}`,
      kind,
      userId: learner.userId,
      personId: learner.person?.personId ?? null,
      name: learner.name,
      email: learner.email,
      people: 1
    }
  })
  const { person, subject, state } = learner
  const of = subject ? parseSubject(subject) : undefined
  if (!person) {
    if (learner.hasOwnSignIn) return { kind: 'able', keyed: subject !== null }
    if (of && of.organizationId !== organizationId) return { kind: 'elsewhere' }
    if (state === 'review' || state === 'certain' || state === 'postponed') return about('in_review')
    if (subject) return about('other_subject')
    if (learner.isAddressOfAnother) return about('address_of_another')
    return about(learner.isStaff ? 'staff_without_person' : 'nobody')
  }
  const keyed = of?.organizationId === organizationId && of.personId === person.personId
  if (subject && !keyed) return about('other_subject')
  if (learner.isAddressOfAnother) return about('address_of_another')
  if (!person.active) return about('person_left')
  if (!person.mayEnter) return about('no_access')
  if (!person.email) return about('no_email')
  if (!keyed && person.email.toLowerCase() !== learner.email.toLowerCase()) return about('email_differs')
  return { kind: 'able', keyed }
}
