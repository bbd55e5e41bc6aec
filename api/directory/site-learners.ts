/** People whom only the learning site knows so far. They have no access here: a sign-up there proves nothing beyond itself. */
import { sql } from 'kysely'
import { recordAll } from '../audit/audit.ts'
import type { Organization } from '../organizations/organizations.ts'
import type { Trx } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { insertRows, recordsOf } from '../platform/rows.ts'
import { learnerIdOf } from './learner-ids.ts'
import { newPerson, type PersonRow } from './row.ts'
import { settleNews } from './settle.ts'

export type SignedUp = { readonly userId: string; readonly email: string | null; readonly ssoId: string | null }
export type NewLearnerPerson = SignedUp & { readonly firstName: string | null; readonly lastName: string | null }

type Taking = { readonly organization: Organization; readonly learners: readonly NewLearnerPerson[] }

/** Makes a person of each. @returns their ids by account; who has the same key as somebody there is left out. */
export async function keepLearnersWithin(
  deps: Deps,
  trx: Trx,
  { organization, learners }: Taking
): Promise<ReadonlyMap<string, string>> {
  const { organizationId } = organization
  const rows = learners.map(learner => ({ userId: learner.userId, row: rowOf(deps, organization, learner) }))
  await insertRows(
    trx,
    'people',
    rows.map(({ row }) => row),
    sql`on conflict (organization_id, idp_id) where retired_at is null do nothing`
  )
  const kept = await sql<{ id: string }>`select id from people where organization_id = ${organizationId}
    and id = any(${rows.map(({ row }) => row.id)}::text[])`.execute(trx)
  const ids = new Set(kept.rows.map(({ id }) => id))
  const made = rows.filter(({ row }) => ids.has(row.id))
  await recordAll(
    trx,
    deps,
    made.map(({ row, userId }) => ({
      organizationId,
      personId: row.id,
      action: 'learner.taken_in' as const,
      actor: 'learning_site',
      detail: { account: userId }
    }))
  )
  return new Map(made.map(({ userId, row }) => [userId, row.id]))
}

const rowOf = (deps: Deps, organization: Organization, learner: NewLearnerPerson): PersonRow => ({
  ...newPerson({ organizationId: organization.organizationId, id: deps.newId('person'), at: deps.now() }),
  idp_id: learnerIdOf(organization, learner),
  email: learner.email,
  first_name: learner.firstName,
  last_name: learner.lastName,
  site_learner: true
})

type Following = {
  readonly organization: Organization
  readonly learners: readonly (NewLearnerPerson & { readonly personId: string })[]
}

/** What the site says now of those whom only it knows. A key that somebody else has is not taken from them. */
export async function followLearnersWithin(trx: Trx, { organization, learners }: Following): Promise<void> {
  if (learners.length === 0) return
  const { organizationId } = organization
  const rows = learners.map(learner => ({
    organization_id: organizationId,
    id: learner.personId,
    idp_id: learnerIdOf(organization, learner),
    email: learner.email,
    first_name: learner.firstName,
    last_name: learner.lastName
  }))
  // Whoever gives a key up goes first.
  await sql`update people p set idp_id = 'learner:user/' || p.id, email = w.email, first_name = w.first_name, last_name = w.last_name
    from ${recordsOf('people', rows)} w where p.organization_id = w.organization_id and p.id = w.id and p.site_learner
      and p.directory_user_id is null and not p.by_sign_in`.execute(trx)
  await sql`update people p set idp_id = w.idp_id
    from ${recordsOf('people', rows)} w where p.organization_id = w.organization_id and p.id = w.id and p.site_learner
      and p.directory_user_id is null and not p.by_sign_in and not exists (select from people o where o.organization_id = w.organization_id
        and o.idp_id = w.idp_id and o.retired_at is null)`.execute(trx)
}

type Losing = { readonly organization: Organization; readonly personIds: readonly string[] }

/** Their accounts are gone from the site. Whoever a directory or a provider named since stays. */
export async function loseLearnersWithin(deps: Deps, trx: Trx, { organization, personIds }: Losing): Promise<void> {
  await settleNews(
    { deps, trx, organization, actor: 'learning_site', receivedAt: deps.realNow() },
    personIds.map(personId => ({ kind: 'learnerGone', personId }))
  )
}

export type Known = {
  readonly personId: string
  /** By the pair that the company's admin confirmed; else only the e-mail is the same. */
  readonly isSure: boolean
}

/** Who of the people that were here before these accounts may be. Two who may be are nobody for sure. */
export async function knownAs(
  trx: Trx,
  { organizationId, learningSite }: Organization,
  learners: readonly SignedUp[]
): Promise<ReadonlyMap<string, Known>> {
  const joinBy = learningSite?.signUps?.joinBy
  const found = new Map<string, Known>()
  const keep = (learner: SignedUp, ids: readonly string[], isSure: boolean): void => {
    const [first, more] = ids
    if (first && !found.get(learner.userId)?.isSure)
      found.set(learner.userId, { personId: first, isSure: isSure && !more })
  }
  const byEmail = await idsBy(trx, { organizationId, column: sql`email` }, textsOf(learners.map(({ email }) => email)))
  for (const learner of learners) keep(learner, byEmail.get(learner.email ?? '') ?? [], joinBy?.kind === 'email')
  if (joinBy?.kind !== 'sso_id') return found
  const column = attributeOf(joinBy.attribute)
  const bySsoId = await idsBy(trx, { organizationId, column }, textsOf(learners.map(({ ssoId }) => ssoId)))
  for (const learner of learners) keep(learner, bySsoId.get(learner.ssoId ?? '') ?? [], true)
  return found
}

const attributeOf = (attribute: string) =>
  attribute === 'idp_id' || attribute === 'employee_number' ? sql.ref(attribute) : sql`raw ->> ${attribute}::text`

const textsOf = (values: readonly (string | null)[]): readonly string[] => values.filter(value => value !== null)

type Where = { readonly organizationId: string; readonly column: ReturnType<typeof attributeOf> }

async function idsBy(
  trx: Trx,
  { organizationId, column }: Where,
  values: readonly string[]
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (values.length === 0) return new Map()
  const { rows } = await sql<{ id: string; value: string }>`select id, ${column} as value from people
    where organization_id = ${organizationId} and ${column} = any(${[...values]}::text[])
      and state = 'active' and not site_learner and retired_at is null order by id`.execute(trx)
  const groups = Map.groupBy(rows, ({ value }) => value)
  return new Map([...groups].map(([value, found]) => [value, found.map(({ id }) => id)]))
}
