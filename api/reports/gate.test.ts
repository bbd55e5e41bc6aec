/** The gate under attack: by everybody who may read all reports, knows who is in which group, and is joined by two of them. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { codePart, SMALLEST_GROUP, type GatedFigure, type Range } from '../gate/gate.ts'
import { DIMENSIONS } from './parts.ts'
import { NOTHING_YET, publish, type Earlier, type PublishedCell, type Snapshot } from './publish.ts'
import { isPossible } from './solver.ts'

const FIGURES: readonly GatedFigure[] = [
  { key: 'made', partOf: null },
  { key: 'kept', partOf: 'made' }
]

describe('one part', () => {
  type State = { readonly made: number; readonly kept: number }
  const states = (people: number): readonly State[] =>
    Array.from({ length: people + 1 }, (_, made) =>
      Array.from({ length: made + 1 }, (__, kept) => ({ made, kept }))
    ).flat()
  const PAIRS = [
    [0, 0],
    [0, 1],
    [0, 2],
    [1, 1],
    [1, 2],
    [2, 2]
  ].map(([kept = 0, made = 0]) => ({ kept, made }))

  test('two of its people, who know what everybody did who left, can tell of nobody else, whatever happened', () => {
    for (let present = SMALLEST_GROUP; present <= 17; present++)
      for (const left of [0, 1, 3])
        for (const ofLeft of states(left)) {
          const told = (state: State): string =>
            JSON.stringify(
              codePart(
                {
                  people: present + left,
                  left,
                  did: { made: state.made + ofLeft.made, kept: state.kept + ofLeft.kept }
                },
                FIGURES,
                SMALLEST_GROUP
              )
            )
          for (const [seen, possible] of Map.groupBy(states(present), told))
            for (const two of PAIRS) {
              const rest = possible
                .map(({ made, kept }) => ({ made: made - two.made, kept: kept - two.kept }))
                .filter(({ made, kept }) => kept >= 0 && made >= kept && made <= present - 2)
              if (rest.length === 0) continue
              for (const key of ['made', 'kept'] as const) {
                expect(
                  rest.some(state => state[key] > 0),
                  `${seen}: somebody may have ${key}`
                ).toBe(true)
                expect(
                  rest.some(state => state[key] < present - 2),
                  `${seen}: somebody may not have ${key}`
                ).toBe(true)
              }
            }
        }
  })

  test('what is told holds what is so, and of too few who acted nothing is told', () => {
    fc.assert(
      fc.property(fc.nat(60), fc.nat(60), fc.nat(60), (people, a, b) => {
        const made = Math.min(a, people)
        const kept = Math.min(b, made)
        const told = codePart({ people, left: 0, did: { made, kept } }, FIGURES, 8)
        for (const [key, count] of [
          ['made', made],
          ['kept', kept]
        ] as const) {
          const range = told[key] ?? { low: Number.NaN, high: Number.NaN }
          expect(range.low <= count && count <= range.high).toBe(true)
        }
        if (people < 8) expect(told['made']).toEqual({ low: 0, high: people })
        if (made < 8) expect((told['kept']?.low ?? 1) === 0).toBe(true)
      })
    )
  })
})

type Member = Snapshot['people'][number] & { readonly joins: number; readonly leaves: number }
const MONTHS = 12

/** People of three dimensions who come and go within a year; what each does stays the same, which is the worst that can be. */
const company = (most: number) =>
  fc
    .array(
      fc.record({
        cohort: fc.constantFrom('A', 'A', 'B', 'C'),
        country: fc.constantFrom('ES', 'ES', 'MX'),
        department: fc.constantFrom('Sales', 'Sales', 'Lab', undefined),
        made: fc.double({ min: 0, max: 1, noNaN: true }),
        kept: fc.boolean(),
        joins: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(MONTHS) }),
        stays: fc.oneof(
          { weight: 3, arbitrary: fc.constant(99) },
          { weight: 1, arbitrary: fc.integer({ min: 1, max: MONTHS }) }
        )
      }),
      { minLength: 9, maxLength: most, size: 'max' }
    )
    .chain(all =>
      fc.constantFrom(0, 0.1, 0.5, 0.9, 1).map((share): readonly Member[] =>
        all.map(({ cohort, country, department, made, kept, joins, stays }, n) => ({
          id: `per_${n}`,
          groups: { cohort, country, ...(department === undefined ? {} : { department }) },
          did: made < share || share === 1 ? (kept ? ['made', 'kept'] : ['made']) : [],
          joins,
          leaves: joins + stays
        }))
      )
    )

function yearOf(members: readonly Member[]): readonly (readonly PublishedCell[])[] {
  let earlier: Earlier = NOTHING_YET
  return Array.from({ length: MONTHS }, (_, month) => {
    const people = members.filter(({ joins, leaves }) => joins <= month && month < leaves)
    const { cells, next } = publish({ figures: FIGURES, smallest: SMALLEST_GROUP, people }, earlier)
    earlier = next
    return cells
  })
}

/** Everybody in the same published sets is one unknown number, the two who tell are known. */
function workOut(cells: readonly PublishedCell[], members: readonly Member[], two: readonly string[]) {
  const sets = cells.map(cell => ({ ...cell, members: new Set(cell.members) }))
  const knows = (id: string): boolean => two.includes(id)
  const atoms = [
    ...Map.groupBy(
      members.filter(({ id }) => !knows(id)),
      ({ id }) => sets.map(set => (set.members.has(id) ? '1' : '0')).join('')
    ).values()
  ].filter(([first]) => first && sets.some(set => set.members.has(first.id)))
  const sums = sets.map(set => {
    const told = members.filter(({ id, did }) => knows(id) && set.members.has(id) && did.includes(set.figure)).length
    const of = atoms.flatMap(([first], index) => (first && set.members.has(first.id) ? [index] : []))
    return { of, low: set.low - told, high: set.high - told }
  })
  const bounds: readonly Range[] = atoms.map(({ length }) => ({ low: 0, high: length }))
  return { atoms, sums, bounds }
}

describe('a year of reports', () => {
  test('an adversary who reads every one, joined by two of a group, can tell of nobody else what they did', () => {
    let published = 0
    fc.assert(
      fc.property(company(130), fc.nat(), fc.nat(), (members, one, other) => {
        const year = yearOf(members).flat()
        // Worst are two who did the same: of the few who did, or of the few who did not.
        const alike = members.filter(({ did }) => did.length === (members[one % members.length]?.did.length ?? 0))
        const [first] = alike.slice(other % alike.length)
        const near = alike.filter(({ id, groups }) => id !== first?.id && groups.cohort === first?.groups.cohort)
        const two = [first?.id ?? '', near[other % Math.max(1, near.length)]?.id ?? '']
        for (const { key } of FIGURES) {
          const cells = [
            ...new Map(year.filter(({ figure }) => figure === key).map(cell => [JSON.stringify(cell), cell])).values()
          ]
          published += cells.length
          const { atoms, sums, bounds } = workOut(cells, members, two)
          expect(isPossible(bounds, sums)).toBe(true)
          atoms.forEach((atom, index) => {
            const so = (range: Range): boolean =>
              isPossible(
                bounds.map((each, at) => (at === index ? range : each)),
                sums
              )
            expect(so({ low: 1, high: atom.length }), `${key}: ${atom.length} people may have`).toBe(true)
            expect(so({ low: 0, high: atom.length - 1 }), `${key}: ${atom.length} people may not have`).toBe(true)
          })
        }
      }),
      { numRuns: 150 }
    )
    expect(published).toBeGreaterThan(100)
  })

  test('whoever joins or leaves alone changes no number, in a group or in all', () => {
    fc.assert(
      fc.property(company(130), fc.nat(), (members, n) => {
        const still = members.map(member => ({ ...member, joins: 0, leaves: 99 }))
        const leaver = still[n % still.length]
        const joiner: Member = {
          id: 'per_new',
          groups: { cohort: 'A', country: 'ES' },
          did: ['made'],
          joins: 3,
          leaves: 99
        }
        const year = yearOf([...still.map(each => (each === leaver ? { ...each, leaves: 2 } : each)), joiner])
        const numbers = year.map(cells =>
          JSON.stringify(cells.map(({ low, high, of, name, figure }) => [figure, name, of, low, high]))
        )
        // What one who left did is no longer up to date, so a bound may widen by one; no number moves with them.
        const sizes = year.map(
          cells => cells.find(({ figure, dimension }) => figure === 'made' && dimension === null)?.of ?? 0
        )
        const start = sizes[0] ?? 0
        // Whoever waits for the joiner to be one of eight begins with them.
        sizes.forEach(of => expect(of === start || of - start >= SMALLEST_GROUP).toBe(true))
        if (sizes.some(of => of !== start)) return
        expect(new Set(numbers.slice(0, 2)).size).toBe(1)
        year.slice(2).forEach(cells =>
          cells.forEach((cell, at) => {
            const before = year[0]?.[at]
            if (before && before.low === before.high && cell.low === cell.high) expect(cell.low).toBe(before.low)
          })
        )
      }),
      { numRuns: 40 }
    )
  })

  test('nobody is counted in two dimensions, and a total holds all that its parts hold', () => {
    fc.assert(
      fc.property(company(130), members => {
        for (const cells of yearOf(members)) {
          const groups = cells.filter(({ figure, dimension }) => figure === 'made' && dimension !== null)
          const all = groups.flatMap(cell => cell.members)
          expect(new Set(all).size).toBe(all.length)
          groups.forEach(({ of, dimension }) => {
            expect(of).toBeGreaterThanOrEqual(SMALLEST_GROUP)
            expect(DIMENSIONS.some(each => each === dimension)).toBe(true)
          })
          const total = cells.find(({ figure, dimension }) => figure === 'made' && dimension === null)
          if (groups.length > 0) expect(total?.of).toBeGreaterThanOrEqual(all.length)
        }
      }),
      { numRuns: 40 }
    )
  })
})
