/** The Thinkific stand-in: Admin API v1, webhooks, and the learning sites themselves. */
import { createStandin, type StandinOptions } from '../harness/standin.ts'
import { addUser, adminRoutes, userPayload } from './admin.ts'
import { bundleRoutes } from './bundles.ts'
import { openData } from './data.ts'
import { siteOf } from './gate.ts'
import { groupRoutes } from './groups.ts'
import { webhookRoutes } from './hooks.ts'
import { createLimits } from './limits.ts'
import type { Bundle, Course, Enrollment, Oidc, ProfileField, Site, User } from './model.ts'
import { renameSite } from './rename.ts'
import { createProgress } from './progress.ts'
import { DEFAULTS, type Settings } from './settings.ts'
import { siteRoutes } from './site.ts'
import { createSender } from './webhooks.ts'

export type ThinkificOptions = Omit<StandinOptions, 'name'> & {
  /** Published limits; on unless false. */
  readonly limits?: boolean
  readonly resetUnit?: 'seconds' | 'milliseconds'
}

export type NewUser = {
  readonly email: string
  readonly firstName: string
  readonly lastName: string
  readonly company?: string
  readonly fields?: Readonly<Record<string, string>>
  readonly roles?: readonly string[]
  /** The id that the site's present single sign-on gives; without it somebody typed a password. */
  readonly ssoId?: string
  /** Ids by provider, where there are others too. */
  readonly externalIds?: User['externalIds']
  readonly teaches?: boolean
  readonly createdAt?: string
}

const toUser = (
  subdomain: string,
  { firstName, lastName, ssoId, externalIds = ssoId ? { SSO: ssoId } : {}, createdAt, ...more }: NewUser
) => ({
  subdomain,
  first_name: firstName,
  last_name: lastName,
  externalIds,
  ...(createdAt ? { created_at: createdAt } : {}),
  ...more
})

export type ThinkificStandin = ReturnType<typeof createThinkificStandin>

const TOPICS = ['user.signup', 'user.updated', 'enrollment.created', 'enrollment.progress', 'enrollment.completed']

export function createThinkificStandin(options: ThinkificOptions) {
  const standin = createStandin({ ...options, name: 'thinkific' })
  const data = openData(standin)
  let settings = DEFAULTS
  const current = (): Settings => settings
  const limits = createLimits({
    on: options.limits ?? true,
    unit: options.resetUnit ?? 'seconds',
    siteOf: req => siteOf(data, req)
  })
  const sender = createSender(data, standin.faults, options.random ?? Math.random)
  const progress = createProgress(data, sender)
  standin.app.set('query parser', 'extended')
  standin.app.use('/api/public/v1', limits.middleware, adminRoutes({ data, sender, progress, settings: current }))
  standin.app.use('/api/public/v1', bundleRoutes({ data, progress, settings: current }), groupRoutes(data, current))
  standin.app.use('/api/v2/webhooks', webhookRoutes(data))
  standin.app.use('/sites', siteRoutes({ data, progress, sender, url: standin.url }))
  return {
    standin,
    addSite: (added: Pick<Site, 'subdomain' | 'apiKey' | 'name'> & Partial<Site>): void => {
      data.sites.set(added.subdomain, { plan: 'plus', oidc: undefined, tenantId: data.nextId('tenant', 50), ...added })
    },
    addCourse: (subdomain: string, course: Omit<Course, 'subdomain'>): void =>
      void data.courses.set(`${subdomain}/${course.id}`, { ...course, subdomain }),
    addBundle: (subdomain: string, bundle: Omit<Bundle, 'subdomain'>): void =>
      void data.bundles.set(`${subdomain}/${bundle.id}`, { ...bundle, subdomain }),
    /** Deleted by an admin of the site, a course with all enrollments in it. */
    removeCourse: (subdomain: string, courseId: number): void => {
      for (const { id, course_id } of data.enrollmentsOf(subdomain))
        if (course_id === courseId) data.enrollments.delete(String(id))
      data.courses.delete(`${subdomain}/${courseId}`)
    },
    removeBundle: (subdomain: string, bundleId: number): void => void data.bundles.delete(`${subdomain}/${bundleId}`),
    removeGroup: (subdomain: string, name: string): void => {
      const group = data.groups.values().find(each => each.subdomain === subdomain && each.name === name)
      if (group) data.groups.delete(String(group.id))
    },
    /** Taken out by an admin of the site: there is no call for it. */
    leaveGroup: (subdomain: string, name: string, userId: number): void => {
      const group = data.groups.values().find(each => each.subdomain === subdomain && each.name === name)
      if (group)
        data.groups.set(String(group.id), { ...group, members: group.members.filter(member => member !== userId) })
    },
    addProfileField: (subdomain: string, field: Omit<ProfileField, 'subdomain'>): void =>
      void data.profileFields.set(`${subdomain}/${field.id}`, { ...field, subdomain }),
    /** An account that nobody linked yet, as sites have them from before. */
    addUser: (subdomain: string, user: NewUser) => addUser(data, toUser(subdomain, user)),
    /** Somebody signs up on the site, which tells its webhooks. */
    signUp: (subdomain: string, user: NewUser): User => {
      const made = addUser(data, toUser(subdomain, user))
      const site = data.sites.get(subdomain)
      if (site) sender.send(site, { resource: 'user', action: 'signup', payload: userPayload(made) })
      return made
    },
    /** Somebody changes an account by hand, which the site tells. */
    changeUser: (userId: number, change: Partial<Omit<User, 'id' | 'subdomain'>>): void => {
      const user = data.users.get(String(userId))
      const site = user && data.sites.get(user.subdomain)
      if (!user || !site) throw new Error(`no user ${userId}`)
      const changed = data.users.set(String(userId), { ...user, ...change })
      sender.send(site, { resource: 'user', action: 'updated', payload: userPayload(changed) })
    },
    /** Somebody deletes an account by hand; what it was enrolled in goes with it. No webhook tells. */
    deleteUser: (userId: number): void => {
      data.users.delete(String(userId))
      for (const each of data.enrollments.values())
        if (each.user_id === userId) data.enrollments.delete(String(each.id))
    },
    /** Whoever runs the site gives it another name; everything on it stays. */
    renameSite: (from: string, to: string): void => renameSite(data, from, to),
    /** Sites without Plus: they take signed tokens at their own address and send learners here to sign in. */
    setRemoteLogin: (subdomain: string, remoteLogin: string): void => {
      const site = data.sites.get(subdomain)
      if (site) data.sites.set(subdomain, { ...site, remoteLogin })
    },
    enroll: progress.enroll,
    /** The site's "OpenID Connect" app: from now on it signs everybody in through this provider. */
    connectOidc: (subdomain: string, oidc: Oidc): void => {
      const site = data.sites.get(subdomain)
      if (site) data.sites.set(subdomain, { ...site, oidc })
    },
    /** What an admin sets up once, so that progress comes back. */
    subscribe: (subdomain: string, targetUrl: string, topics: readonly string[] = TOPICS): void => {
      for (const topic of topics)
        data.webhooks.set(`${subdomain}/${topic}`, {
          subdomain,
          id: `${subdomain}/${topic}`,
          topic,
          target_url: targetUrl,
          created_at: data.now().toISOString()
        })
    },
    site: (subdomain: string) => data.sites.get(subdomain),
    users: data.usersOf,
    hooks: (subdomain: string) => data.webhooks.values().filter(each => each.subdomain === subdomain),
    enrollments: data.enrollmentsOf,
    setDone: progress.setDone,
    /** @param fraction of the course, 0 to 1; goes forward only, as on the site */
    setProgress: (subdomain: string, userId: number, courseId: number, fraction: number): Enrollment | undefined => {
      const user = data.users.get(String(userId))
      const found = user?.subdomain === subdomain ? data.enrollmentFor(user, courseId) : undefined
      const lessons = data.course(subdomain, courseId)?.lessons ?? 0
      return found && progress.setDone(found.id, Math.round(fraction * lessons))
    },
    setLimits: limits.set,
    setLatency: limits.setLatency,
    setWebhookKnobs: sender.setKnobs,
    webhookCounts: sender.counts,
    setSettings: (changed: Partial<Settings>): void => {
      settings = { ...settings, ...changed }
    },
    settled: sender.settled,
    listen: (): Promise<void> => standin.listen(),
    [Symbol.asyncDispose]: async (): Promise<void> => {
      sender.stop()
      await standin[Symbol.asyncDispose]()
    }
  }
}
