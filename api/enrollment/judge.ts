/**
 * Whose an account of the site is. Pure. Linked without a person's word is only what a mark says that the admin vouched for, when
 * the name is the same, too, and nothing speaks against it; see docs/moving-in.md for why each single mark can lie.
 */
import type { Basis, Doubt, Ground } from '../contract/moving.ts'
import type { Identity } from '../directory/directory.ts'
import { after, DAY } from '../platform/time.ts'

export type Account = {
  readonly userId: string
  readonly email: string
  readonly firstName: string
  readonly lastName: string
  readonly employeeNumber: string | null
  readonly formerId: string | null
  readonly subject: string | null
  readonly roles: readonly string[]
  readonly createdAt: Date | null
}

export type Candidate = {
  readonly personId: string
  readonly grounds: readonly Ground[]
  readonly doubts: readonly Doubt[]
}

export type Verdict =
  | { readonly kind: 'linked' }
  | { readonly kind: 'certain'; readonly candidate: Candidate }
  | { readonly kind: 'review'; readonly candidates: readonly Candidate[] }
  | { readonly kind: 'nobody' }

/** What was decided before about an account and a person, by `pairKey`. */
export type Said = ReadonlyMap<string, 'refused' | 'undone'>
export const pairKey = (userId: string, personId: string): string => `${userId} ${personId}`

export type Circumstances = {
  readonly basis: Basis
  /** Of the company, in small letters. */
  readonly domains: readonly string[]
  readonly subjectOf: (personId: string) => string
  /** From account to person, as linked now. */
  readonly links: ReadonlyMap<string, string>
  readonly said: Said
}

/** People and accounts of one comparison, and who is like whom. Time and memory grow with their number only. */
export function createJudge(
  people: readonly Identity[],
  accounts: readonly Account[],
  circumstances: Circumstances
): (account: Account) => Verdict {
  const index = indexOf(people, circumstances)
  const twins = twinsOf(accounts)
  const linkedPeople = new Map([...circumstances.links].map(([userId, personId]) => [personId, userId]))
  // The first pass finds who is claimed by more than one account; the verdict then knows.
  const claims = new Map<string, number>()
  for (const account of accounts)
    if (!circumstances.links.has(account.userId))
      for (const { identity, grounds } of likeOf(account, index, circumstances))
        if (isMore(grounds)) claims.set(identity.personId, (claims.get(identity.personId) ?? 0) + 1)
  return account => {
    if (circumstances.links.has(account.userId)) return { kind: 'linked' }
    const found = likeOf(account, index, circumstances)
    const candidates = found.map(({ identity, grounds }): Candidate => {
      const doubts = doubtsAbout({ account, identity, grounds, index, twins, circumstances })
      const others = [
        ...(found.length > 1 ? (['several_people'] as const) : []),
        ...(linkedPeople.has(identity.personId) ? (['has_account'] as const) : []),
        ...((claims.get(identity.personId) ?? 0) > 1 ? (['several_accounts'] as const) : [])
      ]
      return { personId: identity.personId, grounds, doubts: [...doubts, ...others] }
    })
    const [only] = candidates
    if (!only) return { kind: 'nobody' }
    return candidates.length === 1 && only.doubts.length === 0
      ? { kind: 'certain', candidate: only }
      : { kind: 'review', candidates }
  }
}

/** More than a namesake. */
export const isMore = (grounds: readonly Ground[]): boolean => grounds.some(ground => ground !== 'name')

type Index = ReturnType<typeof indexOf>
/** More people of one name than these are no evidence. */
const MOST_NAMESAKES = 3

function indexOf(people: readonly Identity[], { basis, subjectOf }: Circumstances) {
  const by = (keyOf: (identity: Identity) => string | undefined): ReadonlyMap<string, readonly Identity[]> => {
    const map = new Map<string, Identity[]>()
    for (const identity of people) {
      const key = keyOf(identity)
      if (!key) continue
      const held = map.get(key)
      if (held) held.push(identity)
      else map.set(key, [identity])
    }
    return map
  }
  return {
    bySubject: by(({ personId }) => subjectOf(personId)),
    byFormerId: by(identity => formerIdOf(identity, basis)),
    byNumber: by(({ employeeNumber }) => employeeNumber?.trim()),
    byEmail: by(({ email }) => email?.toLowerCase()),
    byMailbox: by(({ email }) => email && mailboxOf(email)),
    byName: by(nameOf)
  }
}

function formerIdOf(identity: Identity, { formerId }: Basis): string | undefined {
  switch (formerId.is) {
    case 'none':
      return undefined
    case 'idp_id':
      return identity.idpId
    case 'employee_number':
      return identity.employeeNumber?.trim()
    case 'email':
      return identity.email?.toLowerCase()
    case 'attribute':
      return identity.attribute?.trim()
  }
}

const twinsOf = (accounts: readonly Account[]) => ({
  formerIds: countsOf(accounts.map(({ formerId }) => formerId)),
  numbers: countsOf(accounts.map(({ employeeNumber }) => employeeNumber)),
  emails: countsOf(accounts.map(({ email }) => email.toLowerCase()))
})

function countsOf(keys: readonly (string | null)[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const key of keys) if (key) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

type Like = { readonly identity: Identity; readonly grounds: readonly Ground[] }

/** Everybody of whom a mark speaks; namesakes only where nothing else does. Refused ones are out. */
function likeOf(account: Account, index: Index, { said, basis }: Circumstances): readonly Like[] {
  const own = account.subject ? (index.bySubject.get(account.subject) ?? []) : []
  const marks = [
    account.formerId ? (index.byFormerId.get(formerKey(account.formerId, basis)) ?? []) : [],
    account.employeeNumber ? (index.byNumber.get(account.employeeNumber) ?? []) : [],
    index.byEmail.get(account.email.toLowerCase()) ?? [],
    index.byMailbox.get(mailboxOf(account.email)) ?? []
  ].flat()
  const namesakes = index.byName.get(nameOf(account)) ?? []
  const others = marks.length > 0 ? marks : namesakes.length <= MOST_NAMESAKES ? namesakes : []
  const found = own.length > 0 ? own : others
  return [...new Set(found)]
    .filter(({ personId }) => said.get(pairKey(account.userId, personId)) !== 'refused')
    .map(identity => ({ identity, grounds: groundsFor(account, identity, index, basis) }))
    .filter(({ grounds }) => grounds.length > 0)
}

const formerKey = (formerId: string, { formerId: { is } }: Basis): string =>
  is === 'email' ? formerId.toLowerCase() : formerId

function groundsFor(account: Account, identity: Identity, index: Index, basis: Basis): readonly Ground[] {
  const has = (map: ReadonlyMap<string, readonly Identity[]>, key: string | null): boolean =>
    key !== null && key !== '' && (map.get(key) ?? []).includes(identity)
  const sameEmail = account.email !== '' && account.email === identity.email
  const sameMailbox = has(index.byMailbox, mailboxOf(account.email))
  const sameDomain = domainOf(account.email) === domainOf(identity.email ?? '')
  return [
    ...(has(index.bySubject, account.subject) ? (['subject'] as const) : []),
    ...(account.formerId && has(index.byFormerId, formerKey(account.formerId, basis)) ? (['former_id'] as const) : []),
    ...(has(index.byNumber, account.employeeNumber) ? (['employee_number'] as const) : []),
    ...(sameEmail ? (['email'] as const) : []),
    ...(!sameEmail && sameMailbox && sameDomain ? (['email_similar'] as const) : []),
    ...(sameMailbox && !sameDomain ? (['mailbox'] as const) : []),
    ...(nameOf(account) !== '' && nameOf(account) === nameOf(identity) ? (['name'] as const) : [])
  ]
}

type Considered = {
  readonly account: Account
  readonly identity: Identity
  readonly grounds: readonly Ground[]
  readonly index: Index
  readonly twins: ReturnType<typeof twinsOf>
  readonly circumstances: Circumstances
}

function doubtsAbout(considered: Considered): readonly Doubt[] {
  const { account, identity, grounds, circumstances } = considered
  const undone = circumstances.said.get(pairKey(account.userId, identity.personId)) === 'undone'
  // Nobody but CI, or the site after a sign-in through CI, can have written this.
  if (grounds.includes('subject')) return undone ? ['undone'] : []
  const holds: Readonly<Record<Exclude<Doubt, 'several_people' | 'several_accounts' | 'has_account'>, boolean>> = {
    name_differs: !grounds.includes('name'),
    ...aboutMarks(considered),
    ...aboutAddress(considered),
    number_differs: differs(account.employeeNumber, identity.employeeNumber),
    person_left: !identity.active,
    older_than_person:
      identity.startedAt !== undefined &&
      account.createdAt !== null &&
      account.createdAt < dayBefore(identity.startedAt),
    other_subject: account.subject !== null,
    has_role: account.roles.length > 0,
    undone
  }
  return Object.entries(holds).flatMap(([doubt, is]) => (is ? [doubt as Doubt] : []))
}

/** First days are dates without a zone. */
const dayBefore = (day: Date): Date => after(day, -DAY)

const differs = (a: string | null, b: string | undefined): boolean => Boolean(a && b && a !== b.trim())

function aboutMarks({ account, identity, grounds, index, twins, circumstances: { basis } }: Considered) {
  const alone = (map: ReadonlyMap<string, readonly Identity[]>, key: string): boolean =>
    (map.get(key) ?? []).every(other => other === identity)
  const byFormerId =
    grounds.includes('former_id') &&
    twins.formerIds.get(account.formerId ?? '') === 1 &&
    alone(index.byFormerId, formerKey(account.formerId ?? '', basis))
  const byNumber =
    grounds.includes('employee_number') &&
    twins.numbers.get(account.employeeNumber ?? '') === 1 &&
    alone(index.byNumber, account.employeeNumber ?? '')
  const byEmail = grounds.includes('email') && twins.emails.get(account.email) === 1
  const vouched = basis.emails === 'from_company'
  return {
    // A former id that is an e-mail is no more than one.
    no_sure_mark: !((byFormerId && basis.formerId.is !== 'email') || byNumber || byEmail),
    email_not_vouched: byEmail && !byNumber && !(byFormerId && basis.formerId.is !== 'email') && !vouched
  }
}

function aboutAddress({ account, identity, grounds, index, circumstances: { domains } }: Considered) {
  const holders = (index.byEmail.get(account.email.toLowerCase()) ?? []).filter(other => other !== identity)
  return {
    other_domain: grounds.includes('email') && !domains.includes(domainOf(account.email)),
    email_of_another: holders.some(({ active }) => active),
    email_had_before: holders.some(({ active }) => !active)
  }
}

const domainOf = (email: string): string => email.split('@').at(-1)?.toLowerCase() ?? ''

/** What comes before the @, without what people and mail systems write in one way or another. */
export const mailboxOf = (email: string): string =>
  folded(
    email
      .slice(0, Math.max(0, email.lastIndexOf('@')))
      .replace(/\+.*$/u, '')
      .replaceAll('.', '')
  )

/** In any order of given and family names. */
const nameOf = ({ firstName, lastName }: { readonly firstName: string; readonly lastName: string }): string =>
  folded(`${firstName} ${lastName}`)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .toSorted()
    .join(' ')

const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i'
}

const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[ßøæœłđðþı]/gu, letter => LETTERS[letter] ?? letter)

/** Who has the same for and against them can be decided together; null where each has to be looked at. */
export function evidenceOf(verdict: Verdict): string | null {
  if (verdict.kind !== 'certain' && verdict.kind !== 'review') return null
  const candidates = verdict.kind === 'certain' ? [verdict.candidate] : verdict.candidates
  const [only, more] = candidates
  return only && !more ? [only.grounds.join(','), only.doubts.join(',')].join('|') : null
}

/** A link that these forbid would sign one person in to another's account, or leave one of two accounts behind. */
const FORBID: readonly Doubt[] = ['other_subject', 'has_account']
/** Each of these has to be looked at. */
const NOT_TOGETHER: readonly Doubt[] = [...FORBID, 'several_people', 'several_accounts', 'has_role', 'email_of_another']

export const mayAccept = (doubts: readonly Doubt[]): boolean => !doubts.some(doubt => FORBID.includes(doubt))
export const mayAcceptTogether = (doubts: readonly Doubt[]): boolean =>
  !doubts.some(doubt => NOT_TOGETHER.includes(doubt))
