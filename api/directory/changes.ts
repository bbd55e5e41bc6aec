/** Which rows a piece of news changes, and to what; what that means for each is decided next. Pure. */
import type { Organization } from '../organizations/organizations.ts'
import type { Deps } from '../platform/deps.ts'
import type { DirectoryUser } from '../vendors/workos.ts'
import type { Ledger } from './ledger.ts'
import { learnerIdsIn, subjectIn, type Moments, type News, type SignInNews } from './news.ts'
import { toDraft } from './person.ts'
import { doubtAbout, type Doubt } from './recognize.ts'
import { columnsOf, newPerson, type PersonRow } from './row.ts'
import { standingOf, UNKNOWN, type Standing } from './standing.ts'

export type Deciding = {
  readonly organization: Organization
  readonly newId: Deps['newId']
  readonly now: Date
  /** Real time at which the news was taken in. */
  readonly heardAt: Date
}

export type Also = { readonly personId: string; readonly formerId: string } & (
  | { readonly kind: 'doubted'; readonly because: Doubt }
  | { readonly kind: 'merged' }
)

export type Change = {
  readonly before: PersonRow | undefined
  readonly row: PersonRow
  readonly moments: Moments | undefined
  /** Why somebody leaves who was deactivated. */
  readonly reason?: 'directory_removed' | 'removed' | 'replaced' | 'not_in_directory'
  /** A list says in which groups they are. */
  readonly isListed?: boolean
  /** What else it means. */
  readonly also?: Also
  /** Of somebody without a directory: their groups say nothing. */
  readonly standing?: Standing
}

export function changesBy(ledger: Ledger, news: News, deciding: Deciding): readonly Change[] {
  const { moments } = news
  if (news.kind === 'member') return memberChanges(ledger, news, deciding)
  if (news.kind === 'signIn') return signInChanges(ledger, news, deciding)
  if (news.kind === 'same') return mergeChanges(ledger, news, deciding)
  if (news.kind === 'learnerGone') {
    const known = ledger.findById(news.personId)
    return known?.site_learner && !isAdopted(known)
      ? [{ before: known, row: goneFromSite(known, deciding.now), moments, reason: 'removed' }]
      : []
  }
  if (news.kind === 'unlisted') {
    const known = ledger.findById(news.personId)
    return known
      ? [{ before: known, row: gone(known, deciding.now), moments, reason: 'not_in_directory', isListed: true }]
      : []
  }
  const entry = news.kind === 'user' ? news.user.id : news.entry
  if (news.kind === 'membership') {
    ledger.saveGroup(news.group)
    ledger.setMember(entry, news.group.id, news.isMember)
  }
  if (news.kind === 'userGone') ledger.setGroups(entry, [])
  if (news.kind === 'user') {
    if (news.groups) ledger.setGroups(entry, news.groups)
    return userChanges(ledger, news, deciding)
  }
  const before = ledger.findByEntry(entry)
  if (!before) return []
  switch (news.kind) {
    case 'membership':
    case 'rules':
    case 'renamed':
      return [{ before, row: before, moments }]
    case 'userGone':
      return [{ before, row: gone(before, deciding.now, news.toldAt), moments }]
    case 'directoryGone':
      return [{ before, row: gone(before, deciding.now), moments, reason: 'directory_removed' }]
  }
}

/** Older news than what is stored changes nothing about the person; what a list says of the groups still counts. */
function userChanges(
  ledger: Ledger,
  news: Extract<News, { readonly kind: 'user' }>,
  { organization, newId, now }: Deciding
): readonly Change[] {
  const { user, groups, moments } = news
  const draft = toDraft(user)
  const before =
    ledger.findByIdp(draft.idpId) ?? knownOtherwise(ledger, user, organization) ?? learnerOf(ledger, news, organization)
  if (before && isAdopted(before) && before.source_updated_at > draft.sourceUpdatedAt) {
    const listed = groups && ledger.findByEntry(user.id)
    return listed ? [{ before: listed, row: listed, moments, isListed: true }] : []
  }
  const told = {
    directory_id: user.directoryId,
    directory_user_id: user.id,
    ...columnsOf(draft),
    updated_at: now
  }
  const at = moments?.at ?? now
  const doubt = before && doubtAbout(before, told, { rules: organization, at })
  const isListed = groups !== undefined
  if (before && !doubt) {
    const title_since = before.title && told.title && before.title !== told.title ? now : before.title_since
    return [{ before, row: { ...before, ...told, title_since }, moments, isListed }]
  }
  const made = newPerson({ organizationId: organization.organizationId, id: newId('person'), at: now })
  const newcomer = { before: undefined, row: { ...made, ...told }, moments, isListed }
  if (!before || !doubt) return [newcomer]
  const also = { personId: made.id, kind: 'doubted', formerId: before.id, because: doubt } as const
  return [
    { before, row: retired(before, now), moments, reason: 'replaced' },
    { ...newcomer, also }
  ]
}

/** Somebody whose id changed within one entry, or who came by sign-in under the attribute that an admin confirmed. */
function knownOtherwise(
  ledger: Ledger,
  user: DirectoryUser,
  { subjectAttribute }: Pick<Organization, 'subjectAttribute'>
): PersonRow | undefined {
  const subject = subjectIn(user, subjectAttribute)
  const bySubject = subject && ledger.findByIdp(subject[0])
  return ledger.findByEntry(user.id) ?? (bySubject && !isAdopted(bySubject) ? bySubject : undefined)
}

/** Whom only the learning site knows so far, under the pair that the company's admin confirmed. */
const learnerOf = (ledger: Ledger, news: News, organization: Organization): PersonRow | undefined =>
  learnerIdsIn(news, organization)
    .map(id => ledger.findByIdp(id))
    .find(row => row?.site_learner && row.state === 'active' && !isAdopted(row))

/** An account made again on the site is somebody new. */
const goneFromSite = (row: PersonRow, now: Date): PersonRow => ({
  ...gone(row, now, now),
  idp_id: `former:${row.id}`,
  site_learner: false
})

/** A directory has spoken of them; before that its news cannot be older than what is known. */
const isAdopted = ({ directory_user_id }: PersonRow): boolean => directory_user_id !== null

/** What they did stays theirs; the entry and the id at the provider are somebody else's now. */
const retired = (row: PersonRow, now: Date): PersonRow => ({
  ...gone(row, now),
  directory_user_id: null,
  retired_at: now
})

function mergeChanges(
  ledger: Ledger,
  { personId, formerId, moments }: Extract<News, { readonly kind: 'same' }>,
  { now }: Deciding
): readonly Change[] {
  const [current, former] = [ledger.findById(personId), ledger.findById(formerId)]
  if (!current || !former) return []
  const back = { ...current, id: former.id, created_at: former.created_at, left_at: former.left_at, updated_at: now }
  const also = { personId: former.id, kind: 'merged', formerId: current.id } as const
  return [
    { before: current, row: retired(current, now), moments, reason: 'replaced' },
    { before: former, row: back, moments, also }
  ]
}

function memberChanges(
  ledger: Ledger,
  news: Extract<News, { readonly kind: 'member' }>,
  { organization, newId, now }: Deciding
): readonly Change[] {
  const { idpId, member, moments } = news
  const { organizationId, cohorts } = organization
  const before = ledger.findByIdp(idpId) ?? learnerOf(ledger, news, organization)
  if (!member)
    return before ? [{ before, row: gone(before, now, now), moments, reason: 'removed', standing: NONE }] : []
  const known = before ?? newPerson({ organizationId, id: newId('person'), at: now })
  const told = {
    idp_id: idpId,
    email: member.email,
    first_name: member.firstName ?? known.first_name,
    last_name: member.lastName ?? known.last_name,
    state: 'active' as const
  }
  const names = new Set(member.cohorts.filter(name => cohorts.some(cohort => cohort.name === name)))
  const standing = { access: true, roles: member.roles, cohorts: [...names].toSorted() }
  return [{ before, row: { ...known, ...told, source_updated_at: now, updated_at: now }, moments, standing }]
}

const NONE: Standing = { access: false, roles: [], cohorts: [] }

/** Nobody new is made without access or without an e-mail. */
function signInChanges(ledger: Ledger, news: SignInNews, { organization, newId, now }: Deciding): readonly Change[] {
  const { idpId, told, groups } = news
  const before = ledger.findByIdp(idpId) ?? learnerOf(ledger, news, organization)
  if (before && (before.directory_user_id !== null || before.state === 'inactive')) return []
  const standing =
    before && !groups && !before.site_learner
      ? { access: before.access, roles: before.roles, cohorts: ledger.cohortsOf(before.id) }
      : standingOf(groups ?? [], { ...UNKNOWN, ...before, ...told }, organization)
  // A learner of the site becomes somebody here by the same right as a newcomer.
  if ((!before || before.site_learner) && !(standing.access && told.email)) return []
  const known = before ?? newPerson({ organizationId: organization.organizationId, id: newId('person'), at: now })
  return [
    {
      before,
      row: { ...known, ...told, idp_id: idpId, by_sign_in: true, updated_at: now },
      moments: undefined,
      standing
    }
  ]
}

const gone = (row: PersonRow, now: Date, toldAt: Date = row.source_updated_at): PersonRow => ({
  ...row,
  state: 'inactive',
  source_updated_at: toldAt > row.source_updated_at ? toldAt : row.source_updated_at,
  updated_at: now
})
