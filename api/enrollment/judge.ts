/**
 * Whose an account of the site is. Pure. Linked without a person's word is only what a mark says that the admin vouched for, when
 * the name is the same, too, and nothing speaks against it; see docs/moving-in.md for why each single mark can lie.
 */
import { setImmediate } from 'node:timers/promises'
import { GROUNDS, type Basis, type Doubt, type Ground } from '../contract/moving.ts'
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

/**
 * People and accounts of one comparison, and who is like whom. Time and memory grow with their number only; whatever else the process
 * does has its turn in between.
 */
export async function createJudge(
  people: readonly Identity[],
  accounts: readonly Account[],
  circumstances: Circumstances
): Promise<(account: Account) => Verdict> {
  const index = await indexOf(people, circumstances)
  const twins = twinsOf(accounts)
  const linkedPeople = new Set(circumstances.links.values())
  const likes = new Map<string, readonly Like[]>()
  const claims = new Map<string, number>()
  for (const [at, account] of accounts.entries()) {
    if (at % BREATH === 0) await setImmediate()
    if (circumstances.links.has(account.userId)) continue
    const found = likeOf(account, index, circumstances)
    likes.set(account.userId, found)
    for (const { identity, grounds } of found)
      if (isMore(grounds)) claims.set(identity.personId, (claims.get(identity.personId) ?? 0) + 1)
  }
  return account => {
    if (circumstances.links.has(account.userId)) return { kind: 'linked' }
    const found = likes.get(account.userId) ?? []
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

const BREATH = 1000

/** More than a namesake. */
const isMore = (grounds: readonly Ground[]): boolean => grounds.some(ground => ground !== 'name')

type Index = Awaited<ReturnType<typeof indexOf>>
type By = Map<string, Identity[]>
/** What people write in more than one way, written in one. */
type Folded = { readonly name: string; readonly mailbox: string; readonly domain: string }
/** More people of one name, or one mailbox at many domains, are no evidence. */
const MOST_ALIKE = 3
const few = (people: readonly Identity[] = []): readonly Identity[] => (people.length <= MOST_ALIKE ? people : [])

async function indexOf(people: readonly Identity[], { basis, subjectOf }: Circumstances) {
  const map = (): By => new Map()
  const index = {
    bySubject: map(),
    byFormerId: map(),
    byNumber: map(),
    byEmail: map(),
    byMailbox: map(),
    byName: map(),
    folded: new Map<Identity, Folded>()
  }
  const put = (by: By, key: string | undefined, identity: Identity): void => {
    if (!key) return
    const held = by.get(key)
    if (held) held.push(identity)
    else by.set(key, [identity])
  }
  for (const [at, identity] of people.entries()) {
    if (at % BREATH === 0) await setImmediate()
    const folded = foldedOf(identity)
    index.folded.set(identity, folded)
    put(index.bySubject, subjectOf(identity.personId), identity)
    put(index.byFormerId, formerIdOf(identity, basis), identity)
    put(index.byNumber, identity.employeeNumber?.trim(), identity)
    put(index.byEmail, identity.email?.toLowerCase(), identity)
    put(index.byMailbox, folded.mailbox, identity)
    put(index.byName, folded.name, identity)
  }
  return index
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
  formerIds: countsOf(accounts, ({ formerId }) => formerId),
  numbers: countsOf(accounts, ({ employeeNumber }) => employeeNumber),
  emails: countsOf(accounts, ({ email }) => email.toLowerCase())
})

function countsOf(
  accounts: readonly Account[],
  keyOf: (account: Account) => string | null
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const account of accounts) {
    const key = keyOf(account)
    if (key) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}

type Like = { readonly identity: Identity; readonly grounds: readonly Ground[] }

/** Everybody of whom a mark speaks; namesakes only where nothing else does. Refused ones are out. */
function likeOf(account: Account, index: Index, { said, basis }: Circumstances): readonly Like[] {
  const folded = foldedOf(account)
  const own = account.subject ? (index.bySubject.get(account.subject) ?? []) : []
  const marks = [
    account.formerId ? (index.byFormerId.get(formerKey(account.formerId, basis)) ?? []) : [],
    account.employeeNumber ? (index.byNumber.get(account.employeeNumber) ?? []) : [],
    index.byEmail.get(account.email.toLowerCase()) ?? [],
    few(index.byMailbox.get(folded.mailbox))
  ].flat()
  const others = marks.length > 0 ? marks : few(index.byName.get(folded.name))
  const found = own.length > 0 ? own : others
  return [...new Set(found)]
    .filter(({ personId }) => said.get(pairKey(account.userId, personId)) !== 'refused')
    .map(identity => ({ identity, grounds: groundsFor({ account, identity, folded, index, basis }) }))
    .filter(({ grounds }) => grounds.length > 0)
}

const formerKey = (formerId: string, { formerId: { is } }: Basis): string =>
  is === 'email' ? formerId.toLowerCase() : formerId

type Pairing = {
  readonly account: Account
  readonly identity: Identity
  readonly folded: Folded
  readonly index: Index
  readonly basis: Basis
}

function groundsFor({ account, identity, folded, index, basis }: Pairing): readonly Ground[] {
  const theirs = index.folded.get(identity) ?? foldedOf(identity)
  const { formerId, employeeNumber, email, subject } = account
  const sameEmail = email !== '' && email === identity.email
  const sameMailbox = folded.mailbox !== '' && folded.mailbox === theirs.mailbox
  const sameDomain = folded.domain === theirs.domain
  const holds: Readonly<Record<Ground, boolean>> = {
    subject: subject !== null && (index.bySubject.get(subject) ?? []).includes(identity),
    former_id: Boolean(formerId && formerIdOf(identity, basis) === formerKey(formerId, basis)),
    employee_number: Boolean(employeeNumber && employeeNumber === identity.employeeNumber?.trim()),
    email: sameEmail,
    email_similar: !sameEmail && sameMailbox && sameDomain,
    mailbox: sameMailbox && !sameDomain,
    name: folded.name !== '' && folded.name === theirs.name
  }
  return GROUNDS.filter(ground => holds[ground])
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

function foldedOf(one: Pick<Account, 'firstName' | 'lastName'> & { readonly email?: string | undefined }): Folded {
  const email = one.email ?? ''
  return { name: nameOf(one), mailbox: mailboxOf(email), domain: domainOf(email) }
}

/** What comes before the @, without what people and mail systems write in one way or another. */
const mailboxOf = (email: string): string =>
  plain(
    email
      .slice(0, Math.max(0, email.lastIndexOf('@')))
      .replace(/\+.*$/u, '')
      .replaceAll('.', '')
  )

/** In any order of given and family names. */
const nameOf = ({ firstName, lastName }: Pick<Account, 'firstName' | 'lastName'>): string =>
  plain(`${firstName} ${lastName}`)
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

const PLAIN = /^[\w\s.'-]*$/

/** In small letters without accents. */
const plain = (text: string): string =>
  PLAIN.test(text)
    ? text.toLowerCase()
    : text
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
/** Namesakes are looked at one by one, too. */
export const mayAcceptTogether = ({ grounds, doubts }: Pick<Candidate, 'grounds' | 'doubts'>): boolean =>
  isMore(grounds) && !doubts.some(doubt => NOT_TOGETHER.includes(doubt))
