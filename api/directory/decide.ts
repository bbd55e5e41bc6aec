/** What news of a directory means: who is created, changed, joins, leaves, moves between cohorts, in the order of the news. Pure. */
import { isDeepStrictEqual } from 'node:util'
import { changesBy, type Also, type Change, type Deciding } from './changes.ts'
import { openLedger, type Ledger, type LedgerChanges, type Snapshot } from './ledger.ts'
import { entryOf, type Moments, type News } from './news.ts'
import type { PersonRow } from './row.ts'
import { standingOf, type Standing } from './standing.ts'

export type Happening =
  | Also
  | ({ readonly personId: string } & (
      | { readonly kind: 'created' }
      | {
          readonly kind: 'changed'
          readonly fields: readonly string[]
          /** To those who could and can. */ readonly isTold: boolean
        }
      | { readonly kind: 'left'; readonly reason: string; readonly moments: Moments | undefined }
      | { readonly kind: 'joined' }
      | { readonly kind: 'cohortJoined' | 'cohortLeft'; readonly cohort: string }
      /** Their groups or the directory's own attributes changed and nothing else did: rules of other slices may ask for them. */
      | { readonly kind: 'touched' }
    ))

export type Outcome = LedgerChanges & {
  readonly happenings: readonly Happening[]
  /** Directory entries of people for whom something changed. */
  readonly changed: ReadonlySet<string>
}

export function decide(snapshot: Snapshot, news: readonly News[], deciding: Deciding): Outcome {
  const ledger = openLedger(snapshot)
  const happenings: Happening[] = []
  const changed = new Set<string>()
  for (const each of news) {
    const groups = groupsOf(ledger, each)
    for (const change of changesBy(ledger, each, deciding)) {
      const settled = settle(ledger, change, deciding)
      const touched =
        each.kind === 'renamed' || hasOtherAttributes(change) || !isDeepStrictEqual(groups, groupsOf(ledger, each))
      const happened: readonly Happening[] =
        settled.length === 0 && mayNow(change) && touched ? [{ personId: change.row.id, kind: 'touched' }] : settled
      happenings.push(...happened)
      if (happened.length > 0 && change.row.directory_user_id) changed.add(change.row.directory_user_id)
    }
  }
  return { ...ledger.close(), happenings, changed }
}

const groupsOf = (ledger: Ledger, news: News): readonly string[] =>
  ledger.groupNamesOf(entryOf(news) ?? null).toSorted()

const mayNow = ({ before }: Change): boolean => before?.state === 'active' && before.access

const hasOtherAttributes = ({ before, row }: Change): boolean => !isDeepStrictEqual(before?.raw, row.raw)

/** What a person may do follows from state and groups; joining, leaving and cohorts follow from the difference. */
function settle(ledger: Ledger, change: Change, { organization, now, heardAt }: Deciding): readonly Happening[] {
  const { before, row } = change
  const told = standingOf(ledger.groupNamesOf(row.directory_user_id), row, organization)
  const bySignIn = isBySignIn(change, told, organization)
  const standing = change.standing ?? (bySignIn ? keeping(row, ledger.cohortsOf(row.id), told) : told)
  const could = before?.state === 'active' && before.access
  const can = row.state === 'active' && standing.access
  // A learning site's own learner loses courses like anybody else, and has no more than those to lose.
  const couldLearn = could || (before?.state === 'active' && before.site_learner)
  const staysLearner = row.site_learner && !can
  const canLearn = can || (row.state === 'active' && staysLearner)
  const after = {
    ...row,
    ...absenceOf(change, now),
    access: standing.access,
    roles: [...standing.roles],
    left_at: can ? null : couldLearn && !canLearn ? now : row.left_at,
    by_sign_in: bySignIn,
    site_learner: staysLearner
  }
  const fields = before ? changedFields(before, after) : []
  if (!before || fields.length > 0 || isNewer(before, after)) ledger.save({ ...after, heard_at: heardAt })
  const personId = row.id
  return [
    ...(before ? [] : [{ personId, kind: 'created' } as const]),
    ...(change.also ? [change.also] : []),
    ...(fields.length > 0 ? [{ personId, kind: 'changed', fields, isTold: could && can } as const] : []),
    ...(couldLearn && !canLearn
      ? [{ personId, kind: 'left', reason: reasonOf(change), moments: change.moments } as const]
      : []),
    ...moveCohorts(ledger, personId, can ? standing.cohorts : []),
    ...(can && !could ? [{ personId, kind: 'joined' } as const] : [])
  ]
}

/** Whether what a sign-in said of somebody still counts: until their directory lets them in, or names them where it alone decides. */
const isBySignIn = (
  { row, standing, isListed }: Change,
  told: Standing,
  { joining }: Deciding['organization']
): boolean => row.by_sign_in && (standing !== undefined || (!told.access && !(isListed && joining === 'directory')))

/** What they have stays while the directory's groups are on their way. */
const keeping = ({ access, roles }: PersonRow, cohorts: readonly string[], told: Standing): Standing => ({
  access,
  roles: [...new Set([...roles, ...told.roles])],
  cohorts: [...new Set([...cohorts, ...told.cohorts])].toSorted()
})

/** Since when somebody who had been there is so no more. */
function absenceOf(
  { before, row, moments, reason }: Change,
  now: Date
): Pick<PersonRow, 'inactive_since' | 'ended_with_directory'> {
  if (row.state === 'active') return { inactive_since: null, ended_with_directory: false }
  if (before?.state !== 'active') return row
  const together = reason === 'directory_removed' || reason === 'not_in_directory'
  return { inactive_since: moments?.at ?? now, ended_with_directory: together }
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
  before.source_updated_at.getTime() !== after.source_updated_at.getTime() ||
  before.by_sign_in !== after.by_sign_in ||
  before.site_learner !== after.site_learner ||
  !isDeepStrictEqual(before.raw, after.raw)

const FIELDS = [
  'idp_id',
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
