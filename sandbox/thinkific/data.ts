import type { Standin } from '../harness/standin.ts'
import type { Course, Enrollment, Site, User, Webhook } from './model.ts'

export type Data = ReturnType<typeof openData>

export function openData({ store, now }: Standin) {
  const counters = store.collection<number>('counters')
  const users = store.collection<User>('users')
  const enrollments = store.collection<Enrollment>('enrollments')
  const courses = store.collection<Course>('courses')
  return {
    sites: store.collection<Site>('sites'),
    courses,
    users,
    enrollments,
    webhooks: store.collection<Webhook>('webhooks'),
    sessions: store.collection<{ readonly subdomain: string; readonly userId: number }>('sessions'),
    now,
    nextId: (name: string, from: number): number => counters.set(name, (counters.get(name) ?? from) + 1),
    usersOf: (subdomain: string) => users.values().filter(user => user.subdomain === subdomain),
    userBy: (subdomain: string, provider: string, externalId: string) =>
      users.values().find(user => user.subdomain === subdomain && user.externalIds[provider] === externalId),
    course: (subdomain: string, id: number) => courses.get(`${subdomain}/${id}`),
    coursesOf: (subdomain: string) => courses.values().filter(course => course.subdomain === subdomain),
    enrollmentsOf: (subdomain: string) => enrollments.values().filter(each => each.subdomain === subdomain)
  }
}
