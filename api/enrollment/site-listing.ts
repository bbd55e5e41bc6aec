/** The whole site read for a comparison: all enrollments, and who has the bundles and is in the groups that concern us. */
import type { Target } from '../contract/enrollment-rules.ts'
import type { Found } from './compare.ts'
import type { LearningSystem, Shared, SiteEnrollment, SiteMember } from './learning-system.ts'
import { pagesOf, persist } from './sweep.ts'

export type SiteListing = {
  readonly listed: number
  foundOf(userId: string): readonly Found[]
  readonly bundles: ReadonlyMap<string, readonly string[]>
  /** Asked for, and the site has it no more. */
  readonly unread: readonly Target[]
}

/** @param shared bundles and groups to read. @param now what is past then is not open. @throws SiteError */
export async function listSite(
  system: LearningSystem,
  { shared, now }: { readonly shared: readonly Shared[]; readonly now: Date }
): Promise<SiteListing> {
  const byUser = new Map<string, Found[]>()
  const add = (userId: string, found: Found): void => {
    const known = byUser.get(userId)
    if (known) known.push(found)
    else byUser.set(userId, [found])
  }
  let listed = 0
  for await (const items of pagesOf(system)) {
    listed += items.length
    for (const item of items) add(item.userId, toFound(item))
  }
  const bundles = new Map<string, readonly string[]>()
  const unread: Target[] = []
  for (const target of shared) {
    const courses = target.kind === 'bundle' ? await persist(() => system.coursesIn(target.id)) : []
    const members = courses && (await membersOf(system, target))
    if (!members) {
      unread.push(target)
      continue
    }
    if (target.kind === 'bundle') bundles.set(target.id, courses)
    listed += members.length
    for (const member of members) add(member.userId, memberFound(target, member, now))
  }
  return { listed, foundOf: userId => byUser.get(userId) ?? [], bundles, unread }
}

async function membersOf(system: LearningSystem, target: Shared): Promise<readonly SiteMember[] | undefined> {
  const members: SiteMember[] = []
  for (let page: number | undefined = 1; page !== undefined;) {
    const asked: { readonly target: Shared; readonly page: number } = { target, page }
    const answer = await persist(() => system.pageOfMembers(asked))
    if (!answer) return undefined
    members.push(...answer.items)
    page = answer.next
  }
  return members
}

const toFound = ({ enrollmentId, courseId, courseName, open, expiresAt }: SiteEnrollment): Found => ({
  target: { kind: 'course', id: courseId, name: courseName },
  enrollmentId,
  open,
  expiresAt
})

/** A bundle and a group are known by their learner. */
const memberFound = (target: Target, { userId, isActivated, expiresAt }: SiteMember, now: Date): Found => ({
  target,
  enrollmentId: userId,
  open: isActivated && !(expiresAt && expiresAt <= now),
  expiresAt
})
