/** A learning system in memory: the second adapter, for tests of what enrollment asks of any. */
import { targetKey, type Target } from '../contract/enrollment-rules.ts'
import type { LearningSystem, SiteEnrollment, SiteLearner, SiteMember } from './learning-system.ts'
import { refusal } from './problems.ts'

type User = { readonly userId: string; readonly email: string; readonly subject: string | undefined }
type Enrollment = Omit<SiteEnrollment, 'open'>

export type MemorySystem = LearningSystem & {
  addTarget(target: Target): void
  /** An account from before, linked with nobody. */
  addUser(email: string): string
  setDone(userId: string, courseId: string, progress: number): void
}

const PAGE = 2

export function createMemorySystem(now: () => Date): MemorySystem {
  const users: User[] = []
  const targets: Target[] = []
  const enrollments = new Map<string, Enrollment>()
  const members = new Map<string, Map<string, SiteMember>>()
  let next = 1
  const userOf = (userId: string): User | undefined => users.find(user => user.userId === userId)
  const has = (kind: Target['kind'], id: string): boolean => targets.some(each => each.kind === kind && each.id === id)
  const view = (each: Enrollment): SiteEnrollment => ({
    ...each,
    open: each.activatedAt !== null && !(each.expiresAt && each.expiresAt <= now())
  })
  const add = (email: string, subject: string | undefined): string => {
    const userId = String(next++)
    users.push({ userId, email, subject })
    return userId
  }
  const toLearner = ({ userId, email }: User): SiteLearner => ({
    userId,
    email,
    firstName: 'Old',
    lastName: 'Account',
    roles: [],
    createdAt: null,
    company: null,
    source: null,
    fields: {}
  })
  const addMember = (target: Pick<Target, 'kind' | 'id'>, member: SiteMember): void => {
    const key = targetKey(target)
    members.set(key, new Map([...(members.get(key) ?? []), [member.userId, member]]))
  }
  return {
    addTarget: target => void targets.push(target),
    addUser: email => add(email, undefined),
    setDone: (userId, courseId, progress) => {
      const key = `${userId}/${courseId}`
      const found = enrollments.get(key)
      if (found) enrollments.set(key, { ...found, progress, completed: progress === 1 })
    },
    findLearner: async subject => users.find(user => user.subject === subject),
    findLearnerByEmail: async email => {
      const found = users.find(user => user.email === email)
      return found && { userId: found.userId, linkedTo: found.subject }
    },
    learnerById: async userId => {
      const found = userOf(userId)
      return found && toLearner(found)
    },
    createLearner: async ({ email, subject }) => {
      if (users.some(user => user.subject === subject)) return { kind: 'there' }
      if (users.some(user => user.email === email)) return refusal('email_taken', 'email has already been taken')
      return { kind: 'created', userId: add(email, subject) }
    },
    pageOfLearners: async ({ page, limit = PAGE }) => ({
      items: users.slice((page - 1) * limit, page * limit).map(toLearner),
      next: page * limit < users.length ? page + 1 : undefined,
      pages: Math.max(1, Math.ceil(users.length / limit)),
      total: users.length
    }),
    keysOfLearner: async userId => ({ subject: userOf(userId)?.subject, formerId: undefined }),
    profileFields: async () => [],
    instructors: async () => [],
    listEnrollments: async userId => [...enrollments.values()].filter(each => each.userId === userId).map(view),
    pageOfEnrollments: async ({ page }) => {
      const all = [...enrollments.values()].map(view)
      const items = all.slice((page - 1) * PAGE, page * PAGE)
      return { items, next: page * PAGE < all.length ? page + 1 : undefined }
    },
    pageOfMembers: async ({ target, page }) => {
      if (!has(target.kind, target.id)) return undefined
      const all = [...(members.get(targetKey(target))?.values() ?? [])]
      return { items: all.slice((page - 1) * PAGE, page * PAGE), next: page * PAGE < all.length ? page + 1 : undefined }
    },
    coursesIn: async bundleId => (has('bundle', bundleId) ? [] : undefined),
    enroll: async ({ userId, target, activatedAt, expiresAt }) => {
      if (!userOf(userId)) return { kind: 'learner_gone' }
      if (!has(target.kind, target.id)) return refusal(`${target.kind}_gone`, 'not found')
      if (target.kind === 'bundle') {
        addMember(target, { userId, isActivated: true, expiresAt })
        return { kind: 'given', enrollment: undefined, answer: 'done' }
      }
      const key = `${userId}/${target.id}`
      if (enrollments.has(key)) return { kind: 'there' }
      const made = { enrollmentId: `m${next++}`, userId, courseId: target.id, courseName: target.name }
      enrollments.set(key, { ...made, progress: 0, completed: false, activatedAt, expiresAt })
      return {
        kind: 'given',
        enrollment: view(enrollments.get(key) ?? { ...made, progress: 0, completed: false, activatedAt, expiresAt }),
        answer: 'done'
      }
    },
    setAccess: async ({ userId, target, enrollmentId, activatedAt, expiresAt }) => {
      if (target.kind === 'bundle') {
        if (!members.get(targetKey(target))?.has(userId)) return { kind: 'gone' }
        addMember(target, { userId, isActivated: true, expiresAt })
        return { kind: 'changed', answer: 'done' }
      }
      const key = `${userId}/${target.id}`
      const found = enrollments.get(key)
      if (found?.enrollmentId !== enrollmentId) return { kind: 'gone' }
      enrollments.set(key, { ...found, activatedAt, expiresAt })
      return { kind: 'changed', answer: 'done' }
    },
    joinGroups: async ({ userId, names }) => {
      if (!userOf(userId)) return { kind: 'learner_gone' }
      if (!names.every(name => has('group', name))) return refusal('group_gone', 'not found')
      for (const name of names) addMember({ kind: 'group', id: name }, { userId, isActivated: true, expiresAt: null })
      return { kind: 'given', enrollment: undefined, answer: 'done' }
    },
    catalog: async () => ({ targets: [...targets] })
  }
}
