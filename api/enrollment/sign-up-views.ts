/** What an admin sees of learners whom the site told of by itself. */
import type { z } from 'zod'
import type { DryRun } from '../contract/enrollment-admin.ts'
import { SIGN_UP_STATES, type getSignUps, type listSignUps, type SignUpState } from '../contract/sign-ups.ts'
import { knownAs, namesOfPeople } from '../directory/directory.ts'
import { getOrganization } from '../organizations/organizations.ts'
import type { Deps } from '../platform/deps.ts'
import { desireOf, type Learning } from './desired.ts'
import { addTo, newTally, totalOf } from './dry-run.ts'
import { planPerson } from './plan.ts'
import { withRules } from './rules.ts'
import { learnerOf } from './sign-ups.ts'
import { countSignUps, findWatch, pageOfSignUps, type SignUpRow } from './store-sign-ups.ts'

export async function signUpsView(deps: Deps, organizationId: string): Promise<z.input<typeof getSignUps.answer>> {
  const signUps = (await getOrganization(deps, organizationId)).learningSite?.signUps
  return deps.db.for(organizationId)(async trx => {
    const watch = await findWatch(trx, organizationId)
    const counted = await countSignUps(trx, organizationId)
    const counts = Object.fromEntries(SIGN_UP_STATES.map(state => [state, counted.get(state) ?? 0]))
    return {
      watch:
        signUps && watch?.active
          ? {
              since: watch.since.toISOString(),
              lookedAt: watch.swept_at?.toISOString() ?? null,
              listedAt: watch.listed_at?.toISOString() ?? null,
              whose: signUps.whose.kind,
              accepts: signUps.accepts,
              joinBy: signUps.joinBy?.kind ?? null
            }
          : null,
      counts: counts as Record<SignUpState, number>
    }
  })
}

const LEARNERS = 25

type Asked = { readonly state: SignUpState; readonly after?: string | undefined }

export async function learnersView(
  deps: Deps,
  organizationId: string,
  { state, after = '' }: Asked
): Promise<z.input<typeof listSignUps.answer>> {
  const organization = await getOrganization(deps, organizationId)
  const { rows, known } = await deps.db.for(organizationId)(async trx => {
    const found = await pageOfSignUps(trx, { organizationId, state, after, limit: LEARNERS + 1 })
    const doubtful = state === 'doubtful' ? found.map(learnerOf) : []
    return { rows: found, known: await knownAs(trx, organization, doubtful) }
  })
  const names = await namesOfPeople(
    deps,
    organizationId,
    [...known.values()].map(({ personId }) => personId)
  )
  const page = rows.slice(0, LEARNERS)
  return {
    learners: page.map(row => {
      const personId = known.get(row.user_id)?.personId
      return {
        userId: row.user_id,
        name: nameOf(row),
        email: row.email ?? '',
        signedUpAt: row.signed_up_at.toISOString(),
        heardBy: row.heard_by,
        personId: row.person_id,
        mayBe: personId ? { personId, name: names.get(personId) ?? '' } : null
      }
    }),
    next: rows.length > LEARNERS ? (page.at(-1)?.user_id ?? null) : null
  }
}

const nameOf = (row: SignUpRow): string => [row.first_name, row.last_name].filter(Boolean).join(' ')

const ROWS_A_PAGE = 2000

/** Each of them is looked at once before anything is asked for: that call is counted too. */
export async function dryRunThere(deps: Deps, organizationId: string): Promise<DryRun> {
  const [{ set }, organization] = await Promise.all([
    withRules(deps, organizationId, async (_trx, rules) => rules),
    getOrganization(deps, organizationId)
  ])
  const asksForSso = organization.learningSite?.signUps?.accepts === 'single_sign_on'
  const desire = desireOf(set)
  const tally = newTally()
  const now = deps.now()
  for (let after = ''; ;) {
    const rows = await deps.db.for(organizationId)(trx =>
      pageOfSignUps(trx, { organizationId, state: 'there', after, limit: ROWS_A_PAGE })
    )
    for (const row of rows) {
      const person = learningOf(row, now)
      const plan = planPerson({
        mayLearn: true,
        wanted: desire(person, now),
        held: [],
        hasAccount: true,
        withheldUntil: [],
        now
      })
      addTo(tally, { person, plan }, asksForSso ? 2 : 1)
    }
    const last = rows.at(-1)
    if (!last) return totalOf(deps, tally)
    after = last.user_id
  }
}

const learningOf = (row: SignUpRow, now: Date): Learning => ({
  personId: row.user_id,
  name: nameOf(row) || (row.email ?? ''),
  firstName: row.first_name ?? '',
  lastName: row.last_name ?? '',
  email: row.email ?? undefined,
  mayLearn: true,
  siteLearner: true,
  joinedAt: now,
  groups: [],
  cohorts: [],
  attributes: {},
  claims: {},
  assigned: [],
  site: row.attributes
})
