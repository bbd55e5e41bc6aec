/** Wanted against held → the fewest calls, in the order they should go out. Pure. */
import { targetKey, type Target } from '../contract/enrollment-rules.ts'
import type { Wanted } from './desired.ts'

export type Held = {
  readonly target: Target
  /** `coming` with `asked`: the site was asked and its answer never came. */
  readonly state: 'coming' | 'enrolled' | 'completed' | 'ended' | 'failed'
  readonly asked: boolean
  readonly enrollmentId: string | null
  readonly activatedAt: Date | null
  readonly expiresAt: Date | null
  /** False for what no rule of ours gave. */
  readonly managed: boolean
  /** It was there when the account was linked: nobody's change. */
  readonly fromBefore?: boolean
  readonly endedBecause: string | null
}

export type Step =
  /** Links the person with an account on the site, made if there is none. */
  | { readonly kind: 'account' }
  /** Before a leaver's courses end: the site may have more than we know. */
  | { readonly kind: 'list' }
  | { readonly kind: 'give'; readonly wanted: Wanted }
  /** Other dates for what is there: a changed rule, or a returner who gets the same enrollment back. */
  | { readonly kind: 'change'; readonly wanted: Wanted; readonly held: Held }
  | { readonly kind: 'join'; readonly wanted: readonly Wanted[] }
  | { readonly kind: 'end'; readonly held: Held; readonly because: 'left' | 'rule' }
  /** The site ended it itself, or was never asked: only our record changes. */
  | { readonly kind: 'note'; readonly held: Held; readonly because: 'left' | 'rule' | 'expired' }

export type Position = {
  readonly mayLearn: boolean
  readonly wanted: readonly Wanted[]
  readonly held: readonly Held[]
  readonly hasAccount: boolean
  /** When an exception ends that keeps something from the person. */
  readonly withheldUntil: readonly Date[]
  readonly now: Date
}

export type Plan = {
  readonly steps: readonly Step[]
  /** When the next start or end comes, if nothing else happens. */
  readonly nextAt: Date | undefined
}

export function planPerson({ mayLearn, wanted, held, hasAccount, withheldUntil, now }: Position): Plan {
  const standing = new Map(held.map(each => [targetKey(each.target), each]))
  const current = wanted.filter(each => each.startsAt <= now && !isPast(each.expiresAt, now))
  const wantedKeys = new Set(current.map(({ target }) => targetKey(target)))
  const ends = held.filter(each => !wantedKeys.has(targetKey(each.target))).flatMap(each => toEnd(each, mayLearn, now))
  const back = mayLearn ? held.filter(each => isToGoBack(each) && !wantedKeys.has(targetKey(each.target))) : []
  const gives = [
    ...current.flatMap(each => toGive(each, standing.get(targetKey(each.target)))),
    ...back.map(each => ({ kind: 'change', wanted: asBefore(each), held: each }) as const)
  ]
  const groups = current.filter(({ target }) => target.kind === 'group' && !isOpen(standing.get(targetKey(target))))
  const asks = gives.length > 0 || groups.length > 0
  const steps: readonly Step[] = [
    ...(!mayLearn && hasAccount && ends.some(({ kind }) => kind === 'end') ? [{ kind: 'list' } as const] : []),
    ...ends,
    ...(asks && !hasAccount ? [{ kind: 'account' } as const] : []),
    ...gives,
    ...(groups.length > 0 ? [{ kind: 'join', wanted: groups } as const] : [])
  ]
  return { steps, nextAt: nextMoment({ wanted, held, withheldUntil: mayLearn ? withheldUntil : [], now }) }
}

const isPast = (at: Date | null, now: Date): boolean => at !== null && at <= now
const isOpen = (held: Held | undefined): boolean => held?.state === 'enrolled' || held?.state === 'completed'

function toGive(wanted: Wanted, held: Held | undefined): readonly Step[] {
  if (wanted.target.kind === 'group') return []
  if (held?.enrollmentId && (isOpen(held) ? !sameMoment(held.expiresAt, wanted.expiresAt) : held.state === 'ended'))
    return [{ kind: 'change', wanted, held }]
  return isOpen(held) ? [] : [{ kind: 'give', wanted }]
}

/** A day's rounding by the site is no difference; a second is the least it keeps. */
const sameMoment = (a: Date | null, b: Date | null): boolean =>
  a === null || b === null ? a === b : Math.abs(a.getTime() - b.getTime()) < 1000

function toEnd(held: Held, mayLearn: boolean, now: Date): readonly Step[] {
  if (!isOpen(held) && held.state !== 'coming') return []
  if (mayLearn && !held.managed) return []
  const because = mayLearn ? 'rule' : 'left'
  if (isPast(held.expiresAt, now)) return [{ kind: 'note', held, because: 'expired' }]
  // The vendor has no call that takes somebody out of a group.
  if (held.target.kind === 'group' || (held.state === 'coming' && !held.asked)) return [{ kind: 'note', held, because }]
  return [{ kind: 'end', held, because }]
}

/** In place of a rule, where somebody gets back what no rule gave. */
export const RETURN = 'return'

/** What no rule gave and leaving took: the returner has it back. */
const isToGoBack = (held: Held): boolean => !held.managed && held.state === 'ended' && held.endedBecause === 'left'

const asBefore = ({ target, activatedAt }: Held): Wanted => ({
  target,
  because: '',
  ruleId: RETURN,
  startsAt: activatedAt ?? new Date(0),
  expiresAt: null
})

type Coming = Pick<Position, 'wanted' | 'held' | 'withheldUntil' | 'now'>

function nextMoment({ wanted, held, withheldUntil, now }: Coming): Date | undefined {
  const moments = [
    ...withheldUntil,
    ...wanted.flatMap(({ startsAt, expiresAt }) => [startsAt, expiresAt]),
    ...held.filter(isOpen).map(({ expiresAt }) => expiresAt)
  ]
  const coming = moments.filter(at => at !== null).filter(at => at > now)
  return coming.length > 0 ? new Date(Math.min(...coming.map(at => at.getTime()))) : undefined
}

/** Calls to the site: what an admin waits for. */
export const callsOf = (steps: readonly Step[]): number => steps.filter(({ kind }) => kind !== 'note').length
