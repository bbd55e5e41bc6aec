import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { focusAreaSchema, nudgeAnswerSchema } from '../contract/nudges.ts'
import { DAY } from '../platform/time.ts'
import type { PersonFacts } from './audience.ts'
import { chooseFromLibrary, chooserOf, type Heard } from './choose.ts'
import { readLibrary } from './content.ts'
import { LIBRARY } from './library.ts'
import { FIRST_DAY, PEOPLE, twelveWeeksOf, type Unlike } from './test-people.ts'

/** Each sentence that a "why you" may hold, beside what must be so for it; written down again, not taken from the code. */
const CLAIMS: readonly (readonly [RegExp, (person: Unlike, match: string, at: Date) => boolean])[] = [
  [/^You chose “(.+)”\.$/u, ({ chose }, name) => chose.some(area => NAMES.en[area] === name)],
  [/^Elegiste «(.+)»\.$/u, ({ chose }, name) => chose.some(area => NAMES.es[area] === name)],
  [/^You lead people, says your company’s directory\.$/u, ({ reports }) => reports > 0],
  [/^Tienes personas a cargo, según el directorio de tu empresa\.$/u, ({ reports }) => reports > 0],
  [/^You have a manager, says your company’s directory\.$/u, ({ managerIn }) => managerIn !== undefined],
  [/^Tienes responsable, según el directorio de tu empresa\.$/u, ({ managerIn }) => managerIn !== undefined],
  [/^Your manager’s time zone, (.+), is not yours\.$/u, isFar],
  [/^El huso horario de tu responsable, (.+), no es el tuyo\.$/u, isFar],
  [/^You are in the program “(.+)”\.$/u, ({ program }, name) => program === name],
  [/^Estás en el programa «(.+)»\.$/u, ({ program }, name) => program === name],
  [/^You started on (.+), says your company’s directory\.$/u, (person, day, at) => began(person, day, 'en', at)],
  [/^Empezaste el (.+), según el directorio de tu empresa\.$/u, (person, day, at) => began(person, day, 'es', at)],
  [/^It is the turn of “[^”]+”, as you chose no focus area\.$/u, ({ chose }) => chose.length === 0],
  [/^Le toca a «[^»]+», porque no elegiste ningún área\.$/u, ({ chose }) => chose.length === 0],
  [/^It is the turn of “[^”]+”: of what you chose you have had all there is for now\.$/u, hasHeardAll],
  [/^Le toca a «[^»]+»: de lo que elegiste ya recibiste todo por ahora\.$/u, hasHeardAll]
]

const NAMES: Readonly<Record<'en' | 'es', Readonly<Record<string, string>>>> = {
  en: {
    one_to_ones: 'One-to-ones and listening',
    feedback: 'Feedback',
    delegation: 'Delegation',
    priorities: 'Priorities',
    hard_conversations: 'Hard conversations',
    recognition: 'Recognition and belonging',
    focus_time: 'Focus and meetings'
  },
  es: {
    one_to_ones: 'Reuniones individuales y escucha',
    energy: 'Energía y límites',
    learning: 'Aprendizaje y desarrollo'
  }
}

/** Each piece of theirs that is for anyone has come by then. */
function hasHeardAll(person: Unlike, _match: string, at: Date): boolean {
  const came = new Set(twelveWeeksOf(person).flatMap(each => (each.at < at ? [each.contentId] : [])))
  const theirs = LIBRARY.pieces.filter(({ area, audience }) => person.chose.includes(area) && audience === 'anyone')
  return theirs.length > 0 && theirs.every(({ id }) => came.has(id))
}

function isFar({ managerIn, zone }: Unlike, place: string): boolean {
  return managerIn !== undefined && managerIn !== zone && managerIn.replace('_', ' ').endsWith(`/${place}`)
}

function began({ startedOn = '' }: Unlike, day: string, language: string, at: Date): boolean {
  const written = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(startedOn))
  return written === day && at.getTime() - Date.parse(startedOn) < 90 * DAY
}

/** @returns sentences that nothing about the person makes true. */
const untrue = (person: Unlike, whyYou: string, at: Date): readonly string[] =>
  whyYou
    .split(/(?<=\.) /u)
    .filter(
      sentence =>
        !CLAIMS.some(([form, holds]) => form.test(sentence) && holds(person, form.exec(sentence)?.[1] ?? '', at))
    )

describe.each(PEOPLE)('twelve weeks of $name', person => {
  const came = twelveWeeksOf(person)

  test('bring two a week, and no repeat', () => {
    expect(came).toHaveLength(24)
    expect(new Set(came.map(({ contentId }) => contentId)).size).toBe(24)
    expect(new Set(came.map(({ view }) => view.action)).size).toBe(24)
  })

  test('tell each time a true reason', () => {
    expect(came.flatMap(({ view, at }) => untrue(person, view.whyYou, at))).toEqual([])
    for (const { view } of came) expect(view.dataUsed.length).toBeGreaterThan(0)
  })

  test('keep to what was chosen while there is something left of it, each area in its turn', () => {
    const areas = came.map(({ contentId }) => LIBRARY.pieces.find(({ id }) => id === contentId)?.area)
    if (person.chose.length === 0) expect(new Set(areas.slice(0, 9)).size).toBe(9)
    else expect(areas.slice(0, 2 * person.chose.length)).toEqual([...person.chose, ...person.chose])
  })
})

test('a reason that is not so would be found', () => {
  const [lucia] = PEOPLE
  if (!lucia) throw new Error('there is nobody')
  expect(untrue(lucia, 'Elegiste «Energía y límites».', FIRST_DAY)).toHaveLength(1)
  expect(untrue(lucia, 'Tienes personas a cargo, según el directorio de tu empresa.', FIRST_DAY)).toHaveLength(1)
  expect(untrue(lucia, 'Seguro que lo necesitas.', FIRST_DAY)).toHaveLength(1)
  const later = new Date(FIRST_DAY.getTime() + 100 * DAY)
  const started = 'Empezaste el 2 de noviembre de 2026, según el directorio de tu empresa.'
  expect(untrue(lucia, started, FIRST_DAY)).toEqual([])
  expect(untrue(lucia, started, later)).toHaveLength(1)
})

const anybody: fc.Arbitrary<PersonFacts> = fc.record({
  personId: fc.string({ minLength: 1 }),
  language: fc.constantFrom('en', 'es'),
  focus: fc.uniqueArray(fc.constantFrom(...focusAreaSchema.options), { maxLength: 3 }),
  leads: fc.boolean(),
  hasManager: fc.boolean(),
  managerZone: fc.option(fc.constant('America/Lima'), { nil: undefined }),
  startedOn: fc.option(fc.constantFrom('2026-11-02', '2027-02-01', '2020-01-01'), { nil: undefined }),
  program: fc.option(fc.constant('Leaders 2026'), { nil: undefined })
})
const answer = fc.option(fc.constantFrom(...nudgeAnswerSchema.options))
const state = fc.constantFrom('sent', 'answered', 'cancelled', 'expired')
const life = fc.array(fc.record({ days: fc.integer({ min: 1, max: 20 }), answer, state }), { maxLength: 80 })

const heardOf = (contentId: string | null, at: Date, more: Pick<Heard, 'state' | 'answer'>): Heard => ({
  content_id: contentId,
  due_at: at,
  sent_at: at,
  ...more
})

test('what somebody called not relevant does not come again, when all else has been heard and has rested for years', () => {
  const at = new Date(FIRST_DAY.getTime() - 900 * DAY)
  const isRefused = (id: string): boolean => LIBRARY.pieces.findIndex(piece => piece.id === id) % 3 === 0
  const history = LIBRARY.pieces.map(({ id }) =>
    heardOf(id, at, { state: 'answered', answer: isRefused(id) ? 'not_relevant' : 'done' })
  )
  const lead: PersonFacts = { ...facts, leads: true, hasManager: true }
  const proposed = chooseFromLibrary(lead, history, FIRST_DAY)
  expect(proposed.length).toBeGreaterThan(3)
  expect(proposed.filter(({ contentId }) => isRefused(contentId ?? ''))).toEqual([])
})

const facts: PersonFacts = {
  personId: 'per_1',
  language: 'en',
  focus: [],
  leads: false,
  hasManager: false,
  managerZone: undefined,
  startedOn: undefined,
  program: undefined
}

test('in any life nothing comes again before its time, what was not relevant never, and each key is new', () => {
  fc.assert(
    fc.property(anybody, life, (facts, steps) => {
      const history: Heard[] = []
      const keys = new Set<string>()
      let now = FIRST_DAY
      for (const step of steps) {
        now = new Date(now.getTime() + step.days * DAY)
        // The caller remembers a year.
        const remembered = history.filter(({ due_at }) => due_at.getTime() > now.getTime() - 371 * DAY)
        const ranked = chooseFromLibrary(facts, remembered, now)
        expect(chooseFromLibrary(facts, remembered, now)).toEqual(ranked)
        const [first] = ranked
        if (!first) continue
        const before = remembered.filter(each => each.content_id === first.contentId)
        for (const each of before.filter(({ state: was }) => was === 'sent' || was === 'answered')) {
          expect(each.answer).not.toBe('not_relevant')
          expect(now.getTime() - (each.sent_at?.getTime() ?? 0)).toBeGreaterThanOrEqual(26 * 7 * DAY)
        }
        expect(keys.has(first.onceKey)).toBe(false)
        keys.add(first.onceKey)
        history.push(heardOf(first.contentId, now, { state: step.state as Heard['state'], answer: step.answer }))
      }
    }),
    { numRuns: 60 }
  )
})

test('whatever is proposed rests on data that are so, nothing twice, chosen areas first and in their turn', () => {
  fc.assert(
    fc.property(anybody, facts => {
      const ranked = chooseFromLibrary(facts, [], FIRST_DAY)
      const areas = ranked.map(({ contentId }) => LIBRARY.pieces.find(({ id }) => id === contentId)?.area)
      expect(new Set(ranked.map(({ contentId }) => contentId)).size).toBe(ranked.length)
      // Of each area two at least are for anybody.
      const turns = Array.from(
        { length: 2 * facts.focus.length },
        (_, index) => facts.focus[index % facts.focus.length]
      )
      expect(areas.slice(0, turns.length)).toEqual(turns)
      if (turns.length === 0) expect(new Set(areas).size).toBe(6)
      for (const { reason, until } of ranked)
        for (const { name, value } of reason.data) {
          if (name === 'focus') expect(facts.focus).toContain(value)
          if (name === 'leads') expect(facts.leads).toBe(true)
          if (name === 'manager') expect(facts.hasManager).toBe(true)
          if (name === 'manager_zone') expect(facts.managerZone).toBe(value)
          if (name === 'program') expect(facts.program).toBe(value)
          if (name === 'started') {
            expect(value).toBe('2026-11-02')
            expect(until?.toISOString()).toBe('2027-01-31T00:00:00.000Z')
          }
        }
    })
  )
})

const written = { action: 'Write one thing.', whyNow: 'It is short.' }
const pieceOf = (id: string, more: object = {}) => ({
  id,
  version: 1,
  audience: 'anyone',
  evidence: null,
  minutes: 1,
  restWeeks: 26,
  words: { en: written },
  ...more
})
const nobody: PersonFacts = {
  personId: 'per_x',
  language: 'en',
  focus: [],
  leads: false,
  hasManager: false,
  managerZone: undefined,
  startedOn: undefined,
  program: undefined
}

test('what lacks the person’s language is left out, and the newest version is the one that is told', () => {
  const nudges = [pieceOf('first', { words: { es: written } }), pieceOf('second'), pieceOf('second', { version: 2 })]
  const library = readLibrary([{ area: 'feedback', nudges }], {})
  const ask = (language: string) => chooserOf(library)({ ...nobody, language }, [], FIRST_DAY)
  expect(ask('en')).toMatchObject([{ contentId: 'second', contentVersion: 2 }])
  expect(ask('es')).toMatchObject([{ contentId: 'first' }])
  expect(ask('de')).toEqual([])
})

test('what was cancelled before it went out may still come, under a key of its own', () => {
  const library = readLibrary([{ area: 'feedback', nudges: [pieceOf('only')] }], {})
  const after = (was: Heard['state']) =>
    chooserOf(library)(nobody, [heardOf('only', FIRST_DAY, { state: was, answer: null })], FIRST_DAY)
  expect(after('cancelled')).toMatchObject([{ onceKey: 'tip:only:2026.1' }])
  expect(after('sent')).toEqual([])
  // Put off by its own person: it came.
  expect(after('planned')).toEqual([])
})

test('what is planned and has not come is proposed again, in its place and under its key', () => {
  const before = chooseFromLibrary(nobody, [], FIRST_DAY)
  const planned = before.slice(0, 2).map(({ contentId }): Heard => ({
    content_id: contentId,
    state: 'planned',
    answer: null,
    due_at: new Date(FIRST_DAY.getTime() + DAY),
    sent_at: null
  }))
  expect(chooseFromLibrary(nobody, planned, FIRST_DAY)).toEqual(before)
})

test('whoever has just begun is not asked to look back; after three weeks they are, until three months are over', () => {
  const started = (days: number): readonly (string | null)[] => {
    const startedOn = new Date(FIRST_DAY.getTime() - days * DAY).toISOString().slice(0, 10)
    return chooseFromLibrary({ ...nobody, startedOn, focus: ['energy'] }, [], FIRST_DAY).map(each => each.contentId)
  }
  expect([0, 10, 25, 85, 95].map(days => started(days).includes('already-easier'))).toEqual([
    false,
    false,
    true,
    true,
    false
  ])
})

test('that one has had all that one chose is said only of what comes after the last of it', () => {
  const facts: PersonFacts = { ...nobody, focus: ['learning'] }
  const learned = LIBRARY.pieces.filter(({ area, audience }) => area === 'learning' && audience === 'anyone')
  const history = learned.slice(1).map(({ id }) => heardOf(id, FIRST_DAY, { state: 'sent', answer: null }))
  const [last, after] = chooseFromLibrary(facts, history, FIRST_DAY)
  expect(last).toMatchObject({ contentId: learned[0]?.id, reason: { rule: 'library.focus' } })
  expect(after).toMatchObject({ reason: { rule: 'library.turn', data: [{ name: 'focus_heard' }] } })
})
