/** One person: wanted, held and what the site shows, compared. Pure. */
import type { DriftKind } from '../contract/enrollment-admin.ts'
import type { Target } from '../contract/enrollment-rules.ts'
import type { Standing } from './everybody.ts'
import type { SiteEnrollment } from './learning-system.ts'

export type Difference = {
  readonly target: Target
  readonly what: DriftKind
  readonly found: SiteEnrollment | undefined
  readonly wantedExpiry: Date | null
}

type Compared = Pick<Standing, 'wanted' | 'held'> & { readonly site: readonly SiteEnrollment[]; readonly now: Date }

export function compare({ wanted, held, site, now }: Compared): readonly Difference[] {
  const bySite = new Map(site.map(each => [each.courseId, each]))
  const current = wanted.filter(({ startsAt, expiresAt }) => startsAt <= now && !(expiresAt && expiresAt <= now))
  const courses = current.filter(({ target }) => target.kind === 'course')
  const wrong = courses.flatMap(({ target, expiresAt }): readonly Difference[] => {
    const found = bySite.get(target.id)
    const known = held.find(each => each.target.kind === 'course' && each.target.id === target.id)
    const of = (what: DriftKind): readonly Difference[] => [{ target, what, found, wantedExpiry: expiresAt }]
    // Refused ones are in the admin's list of failures, with their remedy.
    if (known?.state === 'failed') return []
    if (!found) return of('missing')
    const knownOpen = known?.state === 'enrolled' || known?.state === 'completed'
    if (!found.open) return of(knownOpen ? 'by_hand' : 'missing')
    if (sameMoment(found.expiresAt, expiresAt)) return []
    return of(known && sameMoment(found.expiresAt, known.expiresAt) ? 'wrong_expiry' : 'by_hand')
  })
  // What a bundle holds is the site's own affair.
  const bundled = current.some(({ target }) => target.kind === 'bundle')
  const wantedIds = new Set(courses.map(({ target }) => target.id))
  // What an account had before it was linked is found, not drift.
  const before = new Set(
    held.filter(({ fromBefore, managed }) => fromBefore && !managed).map(({ target }) => target.id)
  )
  const extra = bundled
    ? []
    : site
        .filter(({ open, courseId }) => open && !wantedIds.has(courseId) && !before.has(courseId))
        .map(found => ({
          target: { kind: 'course', id: found.courseId, name: found.courseName } as const,
          what: 'extra' as const,
          found,
          wantedExpiry: null
        }))
  return [...wrong, ...extra]
}

const sameMoment = (a: Date | null, b: Date | null): boolean =>
  a === null || b === null ? a === b : Math.abs(a.getTime() - b.getTime()) < 1000
