/**
 * The whole way from people to published numbers, without a database: what the product does by statements, for a data set of
 * anybody's. Pure. Give it each snapshot in turn together with what the one before returned.
 */
import { createHash } from 'node:crypto'
import { codePart, sumOf, type GatedFigure, type Range } from '../gate/gate.ts'
import { beginParts, DIMENSIONS, chooseDimensions, type Dimension, type GroupSize } from './parts.ts'

export type Snapshot = {
  readonly figures: readonly GatedFigure[]
  /** A company's own floor, at least 8. */
  readonly smallest: number
  /** Whoever is there now, the one group of each dimension that they are in, and the figures they count in. */
  readonly people: readonly {
    readonly id: string
    readonly groups: Readonly<Partial<Record<Dimension, string>>>
    readonly did: readonly string[]
  }[]
}

type Part = { readonly dimension: Dimension | null; readonly name: string | null }
/** What has to be kept from one snapshot to the next; never published. */
export type Earlier = {
  readonly dimensions: readonly Dimension[]
  readonly parts: readonly Part[]
  readonly counted: readonly {
    readonly id: string
    readonly part: number
    readonly hasLeft: boolean
    readonly did: readonly string[]
  }[]
}
export const NOTHING_YET: Earlier = { dimensions: [], parts: [], counted: [] }

/** One published number, and whom it is about: an adversary who knows the company knows that much. */
export type PublishedCell = Range &
  Part & { readonly figure: string; readonly of: number; readonly members: readonly string[] }

export function publish(
  snapshot: Snapshot,
  earlier: Earlier
): { readonly cells: readonly PublishedCell[]; readonly next: Earlier } {
  const next = divide(snapshot, earlier)
  const told = next.parts.map((part, index) => {
    const members = next.counted.filter(each => each.part === index)
    const gone = members.filter(({ hasLeft }) => hasLeft)
    const by = codePart(
      {
        people: members.length,
        left: gone.length,
        did: countBy(members, snapshot.figures)
      },
      snapshot.figures,
      snapshot.smallest
    )
    return { ...part, members: members.map(({ id }) => id), by }
  })
  const groups = Map.groupBy(
    told.filter(({ dimension }) => dimension !== null),
    ({ dimension, name }) => `${dimension}/${name}`
  )
  const whole = { dimension: null, name: null }
  const unions = [...[...groups.values()].map(parts => ({ ...(parts[0] ?? whole), parts })), { ...whole, parts: told }]
  const cells = unions.flatMap(({ dimension, name, parts }) => {
    const members = parts.flatMap(part => part.members)
    return members.length < snapshot.smallest
      ? []
      : snapshot.figures.map(({ key }) => ({
          figure: key,
          dimension,
          name,
          of: members.length,
          members,
          ...sumOf(parts.map(({ by }) => by[key] ?? { low: 0, high: 0 }))
        }))
  })
  return { cells, next }
}

const countBy = (members: Earlier['counted'], figures: readonly GatedFigure[]): Readonly<Record<string, number>> =>
  Object.fromEntries(figures.map(({ key }) => [key, members.filter(({ did }) => did.includes(key)).length]))

function divide({ people, smallest }: Snapshot, earlier: Earlier): Earlier {
  const present = new Map(people.map(person => [person.id, person]))
  const known = new Set(earlier.counted.map(({ id }) => id))
  const counted = earlier.counted.map(each => {
    const person = present.get(each.id)
    return person ? { ...each, hasLeft: false, did: person.did } : { ...each, hasLeft: true }
  })
  const newcomers = people.filter(({ id }) => !known.has(id))
  const chosen = chooseDimensions(sizesOf(newcomers, DIMENSIONS), newcomers.length, smallest)
  const by = chosen.length > 0 ? chosen : earlier.dimensions
  const placed = newcomers.map(person => {
    const dimension = by[placeOf(person.id, by.length)] ?? null
    return { person, dimension, name: dimension === null ? null : (person.groups[dimension] ?? null) }
  })
  const sizes = [...Map.groupBy(placed, ({ dimension, name }) => `${dimension}/${name}`).values()].map(all => ({
    dimension: all[0]?.dimension ?? 'cohort',
    name: all[0]?.name ?? null,
    people: all.length
  }))
  const before = earlier.parts.flatMap(({ dimension, name }, part): GroupSize[] =>
    dimension === null ? [] : [{ dimension, name, people: counted.filter(each => each.part === part).length }]
  )
  const { parts: begun, rest } = beginParts({ waiting: sizes, counted: summed(before), smallest })
  const parts = [...earlier.parts, ...begun, ...(rest ? [{ dimension: null, name: null }] : [])]
  const restPart = rest ? parts.length - 1 : undefined
  const added = placed.flatMap(({ person, dimension, name }) => {
    const own = begun.findIndex(each => each.dimension === dimension && each.name === name)
    const part = own >= 0 ? earlier.parts.length + own : restPart
    return part === undefined ? [] : [{ id: person.id, part, hasLeft: false, did: person.did }]
  })
  const dimensions = DIMENSIONS.filter(dimension => [...earlier.dimensions, ...by].includes(dimension))
  return { dimensions, parts, counted: [...counted, ...added] }
}

const sizesOf = (people: Snapshot['people'], dimensions: readonly Dimension[]): readonly GroupSize[] =>
  dimensions.flatMap(dimension =>
    [...Map.groupBy(people, ({ groups }) => groups[dimension] ?? null)].map(([name, all]) => ({
      dimension,
      name,
      people: all.length
    }))
  )

const summed = (sizes: readonly GroupSize[]): readonly GroupSize[] =>
  [...Map.groupBy(sizes, ({ dimension, name }) => `${dimension}/${name}`).values()].flatMap(all =>
    all.slice(0, 1).map(group => ({ ...group, people: all.reduce((sum, { people }) => sum + people, 0) }))
  )

/** As the product's statement draws it. */
const placeOf = (id: string, among: number): number =>
  among === 0 ? 0 : Number.parseInt(createHash('md5').update(id).digest('hex').slice(0, 6), 16) % among
