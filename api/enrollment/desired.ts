/** Rules × person → what the person should have, and from when to when. Pure. */
import { targetKey, type Condition, type Rule, type RuleSet, type Target } from '../contract/enrollment-rules.ts'
import type { Profile } from '../directory/directory.ts'
import { after, DAY } from '../platform/time.ts'

/** One course for one person, as an import of a spreadsheet had it. */
export type Assignment = {
  readonly importId: string
  readonly target: Target
  /** For the person, in the company's words. */
  readonly because: string
  /** Null: since joining. */
  readonly startsAt: Date | null
  readonly endsAt: Date | null
}

export type Learning = Profile & {
  readonly claims: Readonly<Record<string, readonly string[]>>
  /** Newest first. */
  readonly assigned: readonly Assignment[]
  /** Of the profile on the learning site; empty for whoever did not sign up there. */
  readonly site: Readonly<Record<string, string>>
}

export type Wanted = {
  readonly target: Target
  /** For the person, in the company's words; empty for an exception. */
  readonly because: string
  readonly ruleId: string
  readonly startsAt: Date
  readonly expiresAt: Date | null
}

export type Desire = (person: Learning, now: Date) => readonly Wanted[]

/** In place of a rule's id, where an exception gives the course. */
export const EXCEPTION = 'exception'
const ASSIGNED = 'assigned/'
/** In place of a rule's id, where an import assigned the course. */
export const isAssigned = (ruleId: string): boolean => ruleId.startsWith(ASSIGNED)

/** Prepared once, asked for each person. Whatever speaks first of a course decides: exceptions, then what was imported, then rules in their order. */
export function desireOf(set: RuleSet): Desire {
  const exceptions = Map.groupBy(set.exceptions, ({ personId }) => personId)
  const rules = set.rules.map(rule => ({ rule, joined: matcherOf(rule.when) }))
  return (person, now) => {
    if (!person.mayLearn) return []
    const decided = new Map<string, Wanted | undefined>()
    const decide = (target: Target, wanted: () => Wanted | undefined): void => {
      const key = targetKey(target)
      if (!decided.has(key)) decided.set(key, wanted())
    }
    for (const { target, effect, until } of exceptions.get(person.personId) ?? []) {
      const ends = until ? new Date(until) : null
      if (ends && ends <= now) continue
      const given = { target, because: '', ruleId: EXCEPTION, startsAt: person.joinedAt, expiresAt: ends }
      decide(target, () => (effect === 'give' ? given : undefined))
    }
    for (const { importId, target, because, startsAt, endsAt } of person.assigned)
      if (!endsAt || endsAt > now)
        decide(target, () => ({
          target,
          because,
          ruleId: ASSIGNED + importId,
          startsAt: startsAt ?? person.joinedAt,
          expiresAt: endsAt
        }))
    for (const { rule, joined } of rules) {
      const joinedAt = joined(person)
      if (!joinedAt) continue
      for (const target of rule.targets)
        decide(target, () => (rule.effect === 'give' ? given(rule, target, joinedAt) : undefined))
    }
    return [...decided.values()].filter(wanted => wanted !== undefined)
  }
}

/** When what an exception keeps from this person ends, and the rules speak again. */
export function withheldUntil(set: RuleSet): (personId: string) => readonly Date[] {
  const ends = set.exceptions.flatMap(({ personId, effect, until }) =>
    effect === 'withhold' && until ? [{ personId, until: new Date(until) }] : []
  )
  const byPerson = Map.groupBy(ends, ({ personId }) => personId)
  return personId => (byPerson.get(personId) ?? []).map(({ until }) => until)
}

/** What comes later without anybody doing anything: it starts, or what keeps it from the person ends. */
export function comingLater(set: RuleSet, person: Learning, now: Date): readonly Wanted[] {
  const desire = desireOf(set)
  const there = desire(person, now)
  const known = new Set(there.map(({ target }) => targetKey(target)))
  const later = new Map<string, Wanted>()
  const moments = withheldUntil(set)(person.personId).filter(at => at > now)
  for (const at of moments.toSorted((a, b) => a.getTime() - b.getTime()))
    for (const wanted of desire(person, at)) {
      const key = targetKey(wanted.target)
      const startsAt = wanted.startsAt > at ? wanted.startsAt : at
      if (!known.has(key) && !later.has(key)) later.set(key, { ...wanted, startsAt })
    }
  return [...there, ...later.values()].filter(
    ({ startsAt, expiresAt }) => startsAt > now && (expiresAt === null || expiresAt > startsAt)
  )
}

function given(rule: Rule, target: Target, joinedAt: Date): Wanted {
  const { starts, ends } = rule
  return {
    target,
    because: rule.name,
    ruleId: rule.ruleId,
    startsAt: starts.kind === 'fixed' ? new Date(starts.at) : after(joinedAt, starts.days * DAY),
    expiresAt:
      ends.kind === 'never' ? null : ends.kind === 'fixed' ? new Date(ends.at) : after(joinedAt, ends.days * DAY)
  }
}

/** @returns when the person came under the condition, undefined when they are not. */
function matcherOf(when: Condition): (person: Learning) => Date | undefined {
  switch (when.kind) {
    case 'everyone':
      return person => person.joinedAt
    case 'cohort':
      return person => person.cohorts.find(({ name }) => name === when.name)?.joinedAt
    case 'group':
      return person => (person.groups.includes(when.name) ? person.joinedAt : undefined)
    case 'attribute': {
      const value = when.value.toLowerCase()
      return person => (person.attributes[when.name]?.toLowerCase() === value ? person.joinedAt : undefined)
    }
    case 'claim': {
      const value = when.value.toLowerCase()
      return person =>
        person.claims[when.name]?.some(each => each.toLowerCase() === value) ? person.joinedAt : undefined
    }
    case 'site': {
      const value = when.value.toLowerCase()
      return person => (person.site[when.name]?.toLowerCase() === value ? person.joinedAt : undefined)
    }
  }
}

const namesIn = (set: RuleSet, kind: 'attribute' | 'claim'): readonly string[] => [
  ...new Set(set.rules.flatMap(({ when }) => (when.kind === kind ? [when.name] : [])))
]
/** What has to be read of the directory for these rules. */
export const attributesIn = (set: RuleSet): readonly string[] => namesIn(set, 'attribute')
/** Whether profiles on the site have to be read for these rules. */
export const asksSite = (set: RuleSet): boolean => set.rules.some(({ when }) => when.kind === 'site')
/** What has to be kept of sign-ins for these rules. */
export const claimsIn = (set: RuleSet): readonly string[] => namesIn(set, 'claim')
