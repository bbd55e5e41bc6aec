import type { Standin } from '../harness/standin.ts'
import type { Bundle, BundleEnrollment, Course, Enrollment, Group, ProfileField, Site, User, Webhook } from './model.ts'

type Session = { readonly subdomain: string; readonly userId: number; readonly idToken?: string }

export type Data = ReturnType<typeof openData>

export function openData({ store, now }: Standin) {
  const counters = store.collection<number>('counters')
  const users = store.collection<User>('users')
  const enrollments = store.collection<Enrollment>('enrollments')
  const courses = store.collection<Course>('courses')
  const bundles = store.collection<Bundle>('bundles')
  return {
    sites: store.collection<Site>('sites'),
    courses,
    users,
    enrollments,
    webhooks: store.collection<Webhook>('webhooks'),
    bundleEnrollments: store.collection<BundleEnrollment>('bundleEnrollments'),
    groups: store.collection<Group>('groups'),
    profileFields: store.collection<ProfileField>('profileFields'),
    bundles,
    sessions: store.collection<Session>('sessions'),
    now,
    nextId: (name: string, from: number): number => counters.set(name, (counters.get(name) ?? from) + 1),
    usersOf: (subdomain: string) => users.values().filter(user => user.subdomain === subdomain),
    userBy: (subdomain: string, provider: string, externalId: string) =>
      users.values().find(user => user.subdomain === subdomain && user.externalIds[provider] === externalId),
    course: (subdomain: string, id: number) => courses.get(`${subdomain}/${id}`),
    coursesOf: (subdomain: string) => courses.values().filter(course => course.subdomain === subdomain),
    bundle: (subdomain: string, id: number) => bundles.get(`${subdomain}/${id}`),
    bundlesOf: (subdomain: string) => bundles.values().filter(each => each.subdomain === subdomain),
    enrollmentFor: (user: User, courseId: number) =>
      enrollments
        .values()
        .find(each => each.subdomain === user.subdomain && each.user_id === user.id && each.course_id === courseId),
    enrollmentsOf: (subdomain: string) => enrollments.values().filter(each => each.subdomain === subdomain)
  }
}
