import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ruleSetSchema, targetKey, type RuleSet, type Target } from '../contract/enrollment-rules.ts'
import { DAY } from '../platform/time.ts'
import { desireOf, withheldUntil, type Learning } from './desired.ts'
import { callsOf, planPerson, type Held, type Step } from './plan.ts'

const NOW = new Date('2026-11-23T15:00:00Z')
const JOINED = new Date('2026-11-20T08:00:00Z')
const course = (id: string): Target => ({ kind: 'course', id, name: `Course ${id}` })

const person = (more: Partial<Learning> = {}): Learning => ({
  personId: 'per_1',
  name: 'Ana Demo',
  firstName: 'Ana',
  lastName: 'Demo',
  email: 'ana@demo.test',
  mayLearn: true,
  siteLearner: false,
  joinedAt: JOINED,
  groups: [],
  cohorts: [{ name: 'Leaders', joinedAt: JOINED }],
  attributes: {},
  claims: {},
  assigned: [],
  site: {},
  ...more
})

const rule = (ruleId: string, more: object = {}) => ({
  ruleId,
  name: ruleId,
  when: { kind: 'cohort', name: 'Leaders' },
  targets: [course('1')],
  ...more
})

const setOf = (rules: readonly object[], more: object = {}): RuleSet => ruleSetSchema.parse({ rules, ...more })
const wantedIds = (set: RuleSet, who = person()): readonly string[] =>
  desireOf(set)(who, NOW).map(({ target }) => targetKey(target))

const held = (id: string, more: Partial<Held> = {}): Held => ({
  target: course(id),
  state: 'enrolled',
  asked: false,
  enrollmentId: `e${id}`,
  activatedAt: JOINED,
  expiresAt: null,
  managed: true,
  endedBecause: null,
  ...more
})

const plan = (set: RuleSet, holds: readonly Held[], who = person(), hasAccount = true) =>
  planPerson({
    mayLearn: who.mayLearn,
    wanted: desireOf(set)(who, NOW),
    held: holds,
    hasAccount,
    withheldUntil: withheldUntil(set)(who.personId),
    now: NOW
  })
const kinds = (steps: readonly Step[]): readonly string[] => steps.map(({ kind }) => kind)

test('a newcomer costs one call for the account and one for each course', () => {
  const { steps } = plan(setOf([rule('a', { targets: [course('1'), course('2'), course('3')] })]), [], person(), false)
  expect(kinds(steps)).toEqual(['account', 'give', 'give', 'give'])
  expect(callsOf(steps)).toBe(4)
})

test('several groups of the site cost one call', () => {
  const group = (name: string): Target => ({ kind: 'group', id: name, name })
  const { steps } = plan(setOf([rule('a', { targets: [group('Blue'), group('Green')] })]), [])
  expect(kinds(steps)).toEqual(['join'])
})

test('the first rule that speaks of a course decides, also when it withholds', () => {
  const keep = rule('keep', { effect: 'withhold', when: { kind: 'group', name: 'Interns' } })
  const set = setOf([keep, rule('a')])
  expect(wantedIds(set)).toEqual(['course/1'])
  expect(wantedIds(set, person({ groups: ['Interns'] }))).toEqual([])
  const soon = rule('soon', { ends: { kind: 'joining', days: 10 } })
  expect(desireOf(setOf([soon, rule('a')]))(person(), NOW)).toMatchObject([
    { ruleId: 'soon', expiresAt: new Date(JOINED.getTime() + 10 * DAY) }
  ])
})

test('an exception comes before every rule, until its last day', () => {
  const about = { personId: 'per_1', target: course('1'), effect: 'withhold', reason: 'On leave' }
  expect(wantedIds(setOf([rule('a')], { exceptions: [about] }))).toEqual([])
  expect(wantedIds(setOf([rule('a')], { exceptions: [{ ...about, until: '2026-11-22T00:00:00Z' }] }))).toEqual([
    'course/1'
  ])
})

test('attributes, groups, claims and everyone are conditions; case of values does not matter', () => {
  const when = (condition: object) => setOf([rule('a', { when: condition })])
  const who = person({ attributes: { department: 'sales' }, groups: ['Blue'], claims: { level: ['L3', 'L4'] } })
  expect(wantedIds(when({ kind: 'attribute', name: 'department', value: 'Sales' }), who)).toHaveLength(1)
  expect(wantedIds(when({ kind: 'group', name: 'Blue' }), who)).toHaveLength(1)
  expect(wantedIds(when({ kind: 'claim', name: 'level', value: 'l4' }), who)).toHaveLength(1)
  expect(wantedIds(when({ kind: 'claim', name: 'level', value: 'l5' }), who)).toHaveLength(0)
  expect(wantedIds(when({ kind: 'everyone' }), person({ cohorts: [] }))).toHaveLength(1)
})

test('a start that lies ahead waits, and says when it comes', () => {
  const { steps, nextAt } = plan(setOf([rule('a', { starts: { kind: 'joining', days: 7 } })]), [])
  expect(steps).toEqual([])
  expect(nextAt).toEqual(new Date(JOINED.getTime() + 7 * DAY))
})

test('a leaver loses everything that is open, what no rule gave included, after one look at the site', () => {
  const holds = [held('1'), held('9', { managed: false }), held('2', { state: 'ended' })]
  const { steps } = plan(setOf([rule('a')]), holds, person({ mayLearn: false }))
  expect(kinds(steps)).toEqual(['list', 'end', 'end'])
})

test('a returner gets the same enrollments back, also what no rule gave', () => {
  const ended = { state: 'ended', endedBecause: 'left', expiresAt: NOW } as const
  const { steps } = plan(setOf([rule('a')]), [held('1', ended), held('9', { ...ended, managed: false })])
  expect(steps).toMatchObject([
    { kind: 'change', held: { enrollmentId: 'e1' } },
    { kind: 'change', held: { enrollmentId: 'e9' } }
  ])
})

test('what somebody else gave is left alone while the person is here', () => {
  expect(plan(setOf([rule('a')]), [held('1'), held('9', { managed: false })]).steps).toEqual([])
})

test('an end that has come costs no call', () => {
  const { steps } = plan(setOf([rule('a', { ends: { kind: 'joining', days: 1 } })]), [
    held('1', { expiresAt: new Date(JOINED.getTime() + DAY) })
  ])
  expect(steps).toMatchObject([{ kind: 'note', because: 'expired' }])
  expect(callsOf(steps)).toBe(0)
})

test('planning again after the steps are done asks for nothing', () => {
  const ids = ['1', '2', '3']
  const anyHeld = fc.record({
    state: fc.constantFrom('coming', 'enrolled', 'completed', 'ended', 'failed'),
    asked: fc.boolean(),
    managed: fc.boolean(),
    expires: fc.constantFrom(null, -5, 5),
    endedBecause: fc.constantFrom(null, 'left', 'rule')
  })
  const anyRules = fc.array(
    fc.record({ ids: fc.subarray(ids, { minLength: 1 }), withhold: fc.boolean(), days: fc.constantFrom(0, 2, 30) }),
    { maxLength: 4 }
  )
  fc.assert(
    fc.property(anyRules, fc.array(anyHeld, { maxLength: 3 }), fc.boolean(), (rules, holds, mayLearn) => {
      const set = setOf(
        rules.map((each, index) =>
          rule(String(index), {
            effect: each.withhold ? 'withhold' : 'give',
            targets: each.ids.map(course),
            ends: each.days === 0 ? { kind: 'never' } : { kind: 'joining', days: each.days }
          })
        )
      )
      const before = holds.map(({ expires, ...hold }, index) =>
        held(ids[index] ?? '', {
          ...hold,
          expiresAt: expires === null ? null : new Date(NOW.getTime() + expires * DAY)
        })
      )
      const who = person({ mayLearn })
      const { steps } = plan(set, before, who)
      expect(plan(set, after(before, steps), who).steps).toEqual([])
    }),
    { numRuns: 500 }
  )
})

/** What is there once the site did as asked. */
function after(before: readonly Held[], steps: readonly Step[]): readonly Held[] {
  const now = new Map(before.map(each => [targetKey(each.target), each]))
  for (const step of steps) {
    if (step.kind === 'give' || step.kind === 'change')
      now.set(
        targetKey(step.wanted.target),
        held(step.wanted.target.id, {
          expiresAt: step.wanted.expiresAt,
          managed: step.kind === 'give' || step.held.managed
        })
      )
    if (step.kind === 'end' || step.kind === 'note')
      now.set(targetKey(step.held.target), { ...step.held, state: 'ended', endedBecause: step.because })
  }
  return [...now.values()]
}
