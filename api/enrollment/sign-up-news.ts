/** Whose a learner of the site is, and what becomes of a sign-up. Pure. */
import type { SignUps } from '../contract/organizations.ts'
import type { SiteLearner } from './learning-system.ts'

/** A learner as a sign-up: what is known of somebody who came to the site by themselves. */
export type SignedUp = {
  readonly userId: string
  /** Lower case. */
  readonly email: string
  readonly firstName: string | null
  readonly lastName: string | null
  readonly signedUpAt: Date
  /** Runs the site or teaches there. */
  readonly isStaff: boolean
  /** Of the profile, by name; empty values are left out. */
  readonly attributes: Readonly<Record<string, string>>
}

const STAFF: ReadonlySet<string> = new Set(['site_admin', 'course_admin'])

/** @param heardAt where the site does not say since when they are there. */
export const toSignedUp = (learner: SiteLearner, heardAt = new Date(0)): SignedUp => ({
  userId: learner.userId,
  email: learner.email.toLowerCase(),
  firstName: learner.firstName || null,
  lastName: learner.lastName || null,
  signedUpAt: learner.createdAt ?? heardAt,
  isStaff: learner.roles.some(role => STAFF.has(role)),
  attributes: attributesOf({
    email: learner.email,
    company: learner.company,
    externalSource: learner.source,
    fields: Object.entries(learner.fields).map(([label, value]) => ({ label, value }))
  })
})

/** Names of attributes that every learner has; a custom profile field of the same label does not replace them. */
const OWN_NAMES = ['email_domain', 'company', 'external_source'] as const

export type ProfileOfSite = {
  readonly email: string
  readonly company?: string | null | undefined
  readonly externalSource?: string | null | undefined
  readonly fields: readonly { readonly label: string; readonly value: string | null }[]
}

const LONGEST = 500

/** What rules may ask of a learner's profile on the site. */
export function attributesOf({
  email,
  company,
  externalSource,
  fields
}: ProfileOfSite): Readonly<Record<string, string>> {
  const own = { email_domain: domainOf(email), company, external_source: externalSource }
  const custom = fields.filter(({ label }) => !OWN_NAMES.some(name => name === label))
  const all = [...custom.map(({ label, value }) => [label, value] as const), ...Object.entries(own)]
  return Object.fromEntries(
    all.flatMap(([name, value]) => (value?.trim() ? [[name, value.trim().slice(0, LONGEST)] as const] : []))
  )
}

const domainOf = (email: string): string => email.split('@').at(-1)?.toLowerCase() ?? ''

type Company = { readonly signUps: SignUps; readonly domains: readonly string[] }

/** Whoever runs the site is no learner. */
export function isOurs({ signUps: { whose }, domains }: Company, { attributes, isStaff }: SignedUp): boolean {
  if (isStaff) return false
  switch (whose.kind) {
    case 'everybody':
      return true
    case 'domains':
      return domains.includes(attributes['email_domain'] ?? '')
    case 'field':
      return attributes[whose.name]?.toLowerCase() === whose.value.trim().toLowerCase()
  }
}

export type Verdict =
  /** The account is somebody's already. */
  | { readonly kind: 'known'; readonly personId: string }
  /** Becomes the account of somebody who is here. */
  | { readonly kind: 'link'; readonly personId: string }
  /** May be somebody who is here: an admin says. */
  | { readonly kind: 'doubtful'; readonly personId: string }
  | { readonly kind: 'other_way' }
  /** CI is asking the site for this person's account just now: this may be its answer. */
  | { readonly kind: 'later' }
  | { readonly kind: 'new' }

export type SignUp = {
  readonly accepts: SignUps['accepts']
  readonly ssoId: string | null
  /** Whose account it is. */
  readonly holder: string | undefined
  /** Who of those here it may be. */
  readonly known:
    | {
        readonly personId: string
        readonly isSure: boolean
        readonly account: 'none' | 'asked' | 'other'
      }
    | undefined
}

/** An e-mail alone joins nobody, and nobody gets a second account. */
export function judgeSignUp({ accepts, ssoId, holder, known }: SignUp): Verdict {
  if (holder) return { kind: 'known', personId: holder }
  if (known?.account === 'asked') return { kind: 'later' }
  if (accepts === 'single_sign_on' && !ssoId) return { kind: 'other_way' }
  if (!known) return { kind: 'new' }
  return { kind: known.isSure && known.account === 'none' ? 'link' : 'doubtful', personId: known.personId }
}
