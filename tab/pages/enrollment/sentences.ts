/** A rule in words; draft and sentences of rules are pure. */
import type { Rule, Target } from '../../../api/contract/enrollment-rules.ts'
import type { Words } from '../../words.ts'

type Said = Words['enrollment']

export function sentenceOf(rule: Rule, words: Said, day: (iso: string) => string): string {
  const { when, effect, targets, starts, ends } = rule
  const names = targets.map(({ name }) => name).join(', ')
  const dates = [
    ...(starts.kind === 'fixed'
      ? [words.startsAt(day(starts.at))]
      : starts.days > 0
        ? [words.startsAfter(starts.days)]
        : []),
    ...(ends.kind === 'fixed'
      ? [words.endsAt(day(ends.at))]
      : ends.kind === 'joining'
        ? [words.endsAfter(ends.days)]
        : [])
  ]
  const gives = effect === 'give' ? words.gives(names) : words.withholds(names)
  return [`${conditionOf(when, words)} ${gives}`, ...(effect === 'give' ? dates : [])].join(', ')
}

export function conditionOf(when: Rule['when'], { condition }: Said): string {
  switch (when.kind) {
    case 'everyone':
      return condition.everyone()
    case 'group':
    case 'cohort':
      return condition[when.kind](when.name)
    case 'attribute':
    case 'claim':
    case 'site':
      return condition[when.kind](when.name, when.value)
  }
}

export function moved<T>(items: readonly T[], from: number, to: number): T[] {
  const [item] = items.slice(from, from + 1)
  const rest = items.filter((_, index) => index !== from)
  return item === undefined ? [...items] : [...rest.slice(0, to), item, ...rest.slice(to)]
}

/** At the site's limit, for people. */
export const durationOf = (seconds: number, words: Said): string =>
  seconds < 60 ? words.lessThanAMinute : words.minutes(Math.ceil(seconds / 60))

export const sameTarget = (a: Pick<Target, 'kind' | 'id'>, b: Pick<Target, 'kind' | 'id'>): boolean =>
  a.kind === b.kind && a.id === b.id

/** Of the site, and what rules name that the site does not show now. */
export function targetsIn(site: readonly Target[] | null, named: readonly Target[]): readonly Target[] {
  const known = site ?? []
  return [
    ...known,
    ...named.filter(
      (each, index) =>
        !known.some(one => sameTarget(one, each)) && named.findIndex(one => sameTarget(one, each)) === index
    )
  ]
}
