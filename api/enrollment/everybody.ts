/** Everybody's position, a page of people at a time: for dry runs, new versions and comparisons. Time and memory grow with people only. */
import { pageOfProfiles } from '../directory/directory.ts'
import type { Deps } from '../platform/deps.ts'
import {
  asksSite,
  attributesIn,
  claimsIn,
  desireOf,
  withheldUntil,
  type Assignment,
  type Learning,
  type Wanted
} from './desired.ts'
import { planPerson, type Held, type Plan } from './plan.ts'
import { NOBODY, toLearning } from './position.ts'
import type { RuleSet } from '../contract/enrollment-rules.ts'
import { claimsOf, holdingsBetween, toHeld } from './store.ts'
import { assignmentsOf } from './store-assignments.ts'
import { siteAttributesOf } from './store-sign-ups.ts'

export type Standing = {
  readonly person: Learning
  readonly wanted: readonly Wanted[]
  readonly held: readonly Held[]
  readonly hasAccount: boolean
  readonly plan: Plan
}

export const PEOPLE_A_PAGE = 2000

/** As if this had been imported, or undone. */
export type AsIf = {
  readonly more?: ReadonlyMap<string, readonly Assignment[]>
  readonly without?: string
}

type Asked = {
  readonly organizationId: string
  readonly set: RuleSet
  readonly asIf?: AsIf
  readonly ids?: readonly string[]
  readonly search?: string
}

/** Each page is read in a transaction of its own. */
export async function* pagesOfEverybody(
  deps: Pick<Deps, 'db' | 'now'>,
  asked: Asked
): AsyncGenerator<readonly Standing[]> {
  const { organizationId, set, ids, asIf = {} } = asked
  const desire = desireOf(set)
  const ends = withheldUntil(set)
  const attributes = attributesIn(set)
  const names = claimsIn(set)
  let after = ''
  for (;;) {
    const page = await deps.db.for(organizationId)(async trx => {
      const people = await pageOfProfiles(trx, { organizationId, after, limit: PEOPLE_A_PAGE, ids, attributes })
      const [first, last] = [people[0]?.personId ?? '', people.at(-1)?.personId ?? '']
      const { held, accounts } = await holdingsBetween(trx, { organizationId, first, last })
      const personIds = people.map(({ personId }) => personId)
      const claims = await claimsOf(trx, { organizationId, personIds, names })
      const assigned = await assignmentsOf(trx, { organizationId, first, last })
      const site = asksSite(set) ? await siteAttributesOf(trx, { organizationId, personIds }) : NOBODY
      return { people, assigned, held: Map.groupBy(held, row => row.person_id), accounts, claims, site }
    })
    const last = page.people.at(-1)
    if (!last) return
    after = last.personId
    const now = deps.now()
    yield page.people.map(profile => {
      const { personId } = profile
      const assigned = assignedAsIf(page.assigned.get(personId) ?? [], asIf.more?.get(personId) ?? [], asIf.without)
      const known = { claims: page.claims.get(personId), assigned, site: page.site.get(personId) }
      const person = toLearning(profile, known)
      const held = (page.held.get(personId) ?? []).map(toHeld)
      const wanted = desire(person, now)
      const hasAccount = page.accounts.has(personId)
      const { mayLearn } = person
      const position = { mayLearn, wanted, held, hasAccount, withheldUntil: ends(person.personId), now }
      return { person, wanted, held, hasAccount, plan: planPerson(position) }
    })
  }
}

const assignedAsIf = (
  stored: readonly Assignment[],
  more: readonly Assignment[],
  without: string | undefined
): readonly Assignment[] => [...more, ...(without ? stored.filter(({ importId }) => importId !== without) : stored)]
