/** What composing needs to know of a page of deliveries in one company, read now in a few statements. */
import {
  namedServiceWithin,
  referencesWithin,
  standingsWithin,
  type Delivery,
  type Reference,
  type Standing
} from '../api/channels/channels.ts'
import { getPeopleWithin } from '../api/directory/directory.ts'
import { nudgesWithin, readingsWithin, type Told } from '../api/nudges/nudges.ts'
import { recentOrganization } from '../api/organizations/organizations.ts'
import { addresseeWith, mayHear, type Addressee, type World } from './reader.ts'

export type Facts = {
  /** Undefined when the person may not use CI now. */
  readonly addressee: (personId: string) => Addressee | undefined
  readonly standing: (personId: string) => Standing
  /** What the agreement names; null: no language model answers. */
  readonly modelService: string | null
  readonly reference: (personId: string) => Reference | undefined
  /** Undefined when it is not this person's. */
  readonly nudge: (personId: string, nudgeId: string) => Told | undefined
}

export async function readFacts(world: World, organizationId: string, deliveries: readonly Delivery[]): Promise<Facts> {
  const { deps } = world
  const organization = await recentOrganization(deps, organizationId)
  const ids = unique(deliveries.map(({ to }) => (to.kind === 'person' ? to.personId : undefined)))
  const nudgeIds = unique(deliveries.map(({ intent }) => (intent.kind === 'nudge' ? intent.nudgeId : undefined)))
  const [found, standing, modelService, references, readingOf] = await deps.db.read(organizationId)(db =>
    Promise.all([
      getPeopleWithin(db, organizationId, ids),
      standingsWithin(db, organizationId, ids),
      namedServiceWithin(db, organizationId),
      referencesWithin(db, organizationId, ids),
      readingsWithin(db, organization, ids)
    ])
  )
  const people = new Map(found.map(person => [person.personId, person]))
  const localeOf = (personId: string): string => {
    const person = people.get(personId)
    return person ? readingOf(person).locale : organization.locale
  }
  const asked = { organization, ids: nudgeIds, localeOf }
  const nudges = nudgeIds.length > 0 ? await deps.db.for(organizationId)(trx => nudgesWithin(trx, asked)) : NOTHING
  return {
    addressee: personId => {
      const person = people.get(personId)
      return mayHear(person) ? addresseeWith(world, { person, organization, zone: readingOf(person) }) : undefined
    },
    standing,
    modelService,
    reference: personId => references.get(personId),
    nudge: (personId, nudgeId) => {
      const told = nudges.get(nudgeId)
      return told?.personId === personId ? told : undefined
    }
  }
}

const NOTHING: ReadonlyMap<string, Told> = new Map()

const unique = (ids: readonly (string | undefined)[]): readonly string[] => [
  ...new Set(ids.filter(id => id !== undefined))
]
