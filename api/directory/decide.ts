/** What news of a directory means: who is created, changed, joins, leaves, moves between cohorts, in the order of the news. Pure. */
import { isDeepStrictEqual } from 'node:util'
import type { Organization } from '../organizations/organizations.ts'
import type { Deps } from '../platform/deps.ts'
import type { Role } from '../platform/http.ts'
import type { DirectoryUser } from '../vendors/workos.ts'
import { openLedger, type Group, type Ledger, type LedgerChanges, type Snapshot } from './ledger.ts'
import { toDraft } from './person.ts'
import { standingOf, type Standing } from './standing.ts'
import { columnsOf, newPerson, type PersonRow } from './row.ts'

/** When the directory changed what the news tells of, and when the vendor made an event of it. */
export type Moments = { readonly changedAt: Date | undefined; readonly at: Date | undefined }

export type News = { readonly moments?: Moments | undefined } & (
  | {
      readonly kind: 'user'
      readonly user: DirectoryUser
      /** As a list has them. */ readonly groups?: readonly Group[]
    }
  /** Deleted, or listed no more: then nobody told when. */
  | { readonly kind: 'userGone'; readonly entry: string; readonly toldAt?: Date }
  | { readonly kind: 'directoryGone'; readonly entry: string }
  | { readonly kind: 'membership'; readonly entry: string; readonly group: Group; readonly isMember: boolean }
  /** Their groups or the company's rules are no longer what they were. */
  | { readonly kind: 'rules'; readonly entry: string }
  /** Of people whom no directory has: what an operator or they themselves said; undefined when they were removed. */
  | { readonly kind: 'member'; readonly idpId: string; readonly member: Member | undefined }
  | SignInNews
)

export type Member = {
  /** Proven, or vouched for by an operator. */
  readonly email: string
  readonly firstName?: string | undefined
  readonly lastName?: string | undefined
  readonly roles: readonly Exclude<Role, 'manager'>[]
  /** Names of the organization's cohorts; others are passed over. */
  readonly cohorts: readonly string[]
}

/** Whom in the directory it is about; undefined where none has them. */
export const entryOf = (news: News): string | undefined =>
  news.kind === 'user' ? news.user.id : news.kind === 'member' || news.kind === 'signIn' ? undefined : news.entry

export type Told = Partial<
  Pick<PersonRow, 'email' | 'first_name' | 'last_name' | 'department' | 'country' | 'locale' | 'employee_number'>
>
/** What a provider says at a sign-in. It counts where no directory tells. */
type SignInNews = {
  readonly kind: 'signIn'
  readonly idpId: string
  readonly told: Told
  /** Undefined where they were not sent: what somebody may stays as it is. */
  readonly groups: readonly string[] | undefined
}

export type Happening = { readonly personId: string } & (
  | { readonly kind: 'created' }
  | {
      readonly kind: 'changed'
      readonly fields: readonly string[]
      /** To those who could and can. */ readonly isTold: boolean
    }
  | { readonly kind: 'left'; readonly reason: string; readonly moments: Moments | undefined }
  | { readonly kind: 'joined' }
  | { readonly kind: 'cohortJoined' | 'cohortLeft'; readonly cohort: string }
  /** Their groups changed and nothing else did: rules of other slices may ask for groups. */
  | { readonly kind: 'regrouped' }
)

export type Outcome = LedgerChanges & {
  readonly happenings: readonly Happening[]
  /** Directory entries of people for whom something changed. */
  readonly changed: ReadonlySet<string>
}

export type Deciding = {
  readonly organization: Organization
  readonly newId: Deps['newId']
  readonly now: Date
  /** Real time at which the news was taken in. */
  readonly heardAt: Date
}

export function decide(snapshot: Snapshot, news: readonly News[], deciding: Deciding): Outcome {
  const ledger = openLedger(snapshot)
  const happenings: Happening[] = []
  const changed = new Set<string>()
  for (const each of news) {
    const groups = groupsOf(ledger, each)
    for (const change of changesBy(ledger, each, deciding)) {
      const settled = settle(ledger, change, deciding)
      const regrouped = settled.length === 0 && mayNow(change) && !isDeepStrictEqual(groups, groupsOf(ledger, each))
      const happened: readonly Happening[] = regrouped ? [{ personId: change.row.id, kind: 'regrouped' }] : settled
      happenings.push(...happened)
      if (happened.length > 0 && change.row.directory_user_id) changed.add(change.row.directory_user_id)
    }
  }
  return { ...ledger.close(), happenings, changed }
}

const groupsOf = (ledger: Ledger, news: News): readonly string[] =>
  ledger.groupNamesOf(entryOf(news) ?? null).toSorted()

const mayNow = ({ before }: Change): boolean => before?.state === 'active' && before.access

type Change = {
  readonly before: PersonRow | undefined
  readonly row: PersonRow
  readonly moments: Moments | undefined
  /** Why somebody leaves who was deactivated. */
  readonly reason?: 'directory_removed' | 'removed'
  /** Of somebody without a directory: their groups say nothing. */
  readonly standing?: Standing
}

function changesBy(ledger: Ledger, news: News, deciding: Deciding): readonly Change[] {
  const { moments } = news
  if (news.kind === 'member') return memberChanges(ledger, news, deciding)
  if (news.kind === 'signIn') return signInChanges(ledger, news, deciding)
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
  { user, groups, moments }: Extract<News, { readonly kind: 'user' }>,
  { organization, newId, now }: Deciding
): readonly Change[] {
  const draft = toDraft(user)
  const before = ledger.findByIdp(draft.idpId)
  if (before && before.source_updated_at > draft.sourceUpdatedAt) {
    const listed = groups && ledger.findByEntry(user.id)
    return listed ? [{ before: listed, row: listed, moments }] : []
  }
  const known = before ?? newPerson({ organizationId: organization.organizationId, id: newId('person'), at: now })
  const told = { directory_id: user.directoryId, directory_user_id: user.id, ...columnsOf(draft) }
  return [{ before, row: { ...known, ...told, updated_at: now }, moments }]
}

function memberChanges(
  ledger: Ledger,
  { idpId, member, moments }: Extract<News, { readonly kind: 'member' }>,
  { organization: { organizationId, cohorts }, newId, now }: Deciding
): readonly Change[] {
  const before = ledger.findByIdp(idpId)
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
function signInChanges(
  ledger: Ledger,
  { idpId, told, groups }: SignInNews,
  { organization, newId, now }: Deciding
): readonly Change[] {
  const before = ledger.findByIdp(idpId)
  if (before && (before.directory_user_id !== null || before.state === 'inactive')) return []
  const standing =
    before && !groups
      ? { access: before.access, roles: before.roles, cohorts: ledger.cohortsOf(before.id) }
      : standingOf(groups ?? [], organization)
  if (!before && !(standing.access && told.email)) return []
  const known = before ?? newPerson({ organizationId: organization.organizationId, id: newId('person'), at: now })
  return [{ before, row: { ...known, idp_id: idpId, ...told, updated_at: now }, moments: undefined, standing }]
}

const gone = (row: PersonRow, now: Date, toldAt: Date = row.source_updated_at): PersonRow => ({
  ...row,
  state: 'inactive',
  source_updated_at: toldAt > row.source_updated_at ? toldAt : row.source_updated_at,
  updated_at: now
})

/** What a person may do follows from state and groups; joining, leaving and cohorts follow from the difference. */
function settle(ledger: Ledger, change: Change, { organization, now, heardAt }: Deciding): readonly Happening[] {
  const { before, row } = change
  const standing = change.standing ?? standingOf(ledger.groupNamesOf(row.directory_user_id), organization)
  const could = before?.state === 'active' && before.access
  const can = row.state === 'active' && standing.access
  const leftAt = can ? null : could ? now : row.left_at
  const after = { ...row, access: standing.access, roles: [...standing.roles], left_at: leftAt }
  const fields = before ? changedFields(before, after) : []
  if (!before || fields.length > 0 || isNewer(before, after)) ledger.save({ ...after, heard_at: heardAt })
  const personId = row.id
  return [
    ...(before ? [] : [{ personId, kind: 'created' } as const]),
    ...(fields.length > 0 ? [{ personId, kind: 'changed', fields, isTold: could && can } as const] : []),
    ...(could && !can ? [{ personId, kind: 'left', reason: reasonOf(change), moments: change.moments } as const] : []),
    ...moveCohorts(ledger, personId, can ? standing.cohorts : []),
    ...(can && !could ? [{ personId, kind: 'joined' } as const] : [])
  ]
}

const reasonOf = ({ row, reason }: Change): string =>
  row.state === 'active' ? 'left_access_group' : (reason ?? 'deactivated')

function moveCohorts(ledger: Ledger, personId: string, cohorts: readonly string[]): readonly Happening[] {
  const known = ledger.cohortsOf(personId)
  const joined = cohorts.filter(name => !known.includes(name))
  const left = known.filter(name => !cohorts.includes(name))
  if (joined.length + left.length > 0) ledger.setCohorts(personId, cohorts)
  return [
    ...joined.map(cohort => ({ personId, kind: 'cohortJoined', cohort }) as const),
    ...left.map(cohort => ({ personId, kind: 'cohortLeft', cohort }) as const)
  ]
}

const isNewer = (before: PersonRow, after: PersonRow): boolean =>
  before.source_updated_at.getTime() !== after.source_updated_at.getTime() || !isDeepStrictEqual(before.raw, after.raw)

const FIELDS = [
  'directory_id',
  'directory_user_id',
  'email',
  'first_name',
  'last_name',
  'title',
  'department',
  'employee_number',
  'manager_refs',
  'country',
  'timezone',
  'locale',
  'state',
  'access',
  'roles'
] as const satisfies readonly (keyof PersonRow)[]

const changedFields = (before: PersonRow, after: PersonRow): readonly string[] =>
  FIELDS.filter(field => !isDeepStrictEqual(before[field], after[field]))
