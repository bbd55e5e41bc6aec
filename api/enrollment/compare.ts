/** One person: wanted, held and what the site shows, compared. Pure. */
import type { DriftKind } from '../contract/enrollment-admin.ts'
import { targetKey, type Target } from '../contract/enrollment-rules.ts'
import type { Wanted } from './desired.ts'
import type { Standing } from './everybody.ts'

/** What the site shows of one person. A membership in a group has no dates. */
export type Found = {
  readonly target: Target
  readonly enrollmentId: string
  readonly open: boolean
  readonly expiresAt: Date | null
}

export type Difference = {
  readonly target: Target
  readonly what: DriftKind
  readonly found: Found | undefined
  readonly wantedExpiry: Date | null
}

export type Compared = Pick<Standing, 'wanted' | 'held'> & {
  readonly found: readonly Found[]
  /** By bundle: the courses that whoever has it has with it. */
  readonly bundles: ReadonlyMap<string, readonly string[]>
  /** What the site could not show: nothing is said of it. */
  readonly unread: readonly Target[]
  readonly now: Date
}

export function compare(compared: Compared): readonly Difference[] {
  const { wanted, found, unread, now } = compared
  const hidden = new Set(unread.map(targetKey))
  const there = new Map(found.map(each => [targetKey(each.target), each]))
  const current = wanted.filter(({ startsAt, expiresAt }) => startsAt <= now && !(expiresAt && expiresAt <= now))
  const wrong = current
    .filter(({ target }) => !hidden.has(targetKey(target)))
    .flatMap(each => wrongIn(each, there.get(targetKey(each.target)), compared))
  const right = new Set([
    ...current.map(({ target }) => targetKey(target)),
    ...bundledFor(current, compared),
    ...fromBefore(compared)
  ])
  const extra = found.filter(({ open, target }) => open && !right.has(targetKey(target)))
  return [
    ...wrong,
    ...extra.map(each => ({ target: each.target, what: 'extra', found: each, wantedExpiry: null }) as const)
  ]
}

/** What an account had before it was linked is found, not drift. */
const fromBefore = ({ held }: Pick<Compared, 'held'>): readonly string[] =>
  held.filter(each => each.fromBefore && !each.managed).map(({ target }) => targetKey(target))

function wrongIn(
  { target, expiresAt }: Wanted,
  found: Found | undefined,
  { held }: Pick<Compared, 'held'>
): readonly Difference[] {
  const known = held.find(each => targetKey(each.target) === targetKey(target))
  const of = (what: DriftKind): readonly Difference[] => [{ target, what, found, wantedExpiry: expiresAt }]
  // Refused ones are in the admin's list of failures, with their remedy.
  if (known?.state === 'failed') return []
  if (!found) return of('missing')
  const knownOpen = known?.state === 'enrolled' || known?.state === 'completed'
  if (!found.open) return of(knownOpen ? 'by_hand' : 'missing')
  if (target.kind === 'group' || sameMoment(found.expiresAt, expiresAt)) return []
  return of(known && sameMoment(found.expiresAt, known.expiresAt) ? 'wrong_expiry' : 'by_hand')
}

/** Courses that come with a bundle: with one that is wanted, or with one that is open and told of itself. */
function bundledFor(current: readonly Wanted[], { found, bundles }: Pick<Compared, 'found' | 'bundles'>) {
  const open = [...current, ...found.filter(each => each.open)].filter(({ target }) => target.kind === 'bundle')
  return open.flatMap(({ target }) => (bundles.get(target.id) ?? []).map(id => targetKey({ kind: 'course', id })))
}

const sameMoment = (a: Date | null, b: Date | null): boolean =>
  a === null || b === null ? a === b : Math.abs(a.getTime() - b.getTime()) < 1000
