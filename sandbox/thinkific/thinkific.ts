/** The Thinkific stand-in: Admin API v1, webhooks, and the learning sites themselves. */
import { createStandin, type StandinOptions } from '../harness/standin.ts'
import { addUser, adminRoutes } from './admin.ts'
import { bundleRoutes } from './bundles.ts'
import { openData } from './data.ts'
import { siteOf } from './gate.ts'
import { groupRoutes } from './groups.ts'
import { webhookRoutes } from './hooks.ts'
import { createLimits } from './limits.ts'
import type { Bundle, Course, Enrollment, Oidc, ProfileField, Site, User } from './model.ts'
import { createProgress } from './progress.ts'
import { DEFAULTS, type Settings } from './settings.ts'
import { siteRoutes } from './site.ts'
import { createSender } from './webhooks.ts'

export type ThinkificOptions = Omit<StandinOptions, 'name'> & {
  /** Published limits; on unless false. */
  readonly limits?: boolean
  readonly resetUnit?: 'seconds' | 'milliseconds'
}

export type ThinkificStandin = ReturnType<typeof createThinkificStandin>

type OldAccount = Pick<User, 'email' | 'roles' | 'fields' | 'teaches'> & {
  readonly firstName: string
  readonly lastName: string
  /** By provider: `OPENID_CONNECT` or `SSO`. */
  readonly externalIds?: User['externalIds']
  readonly createdAt?: string
}

const TOPICS = ['user.signup', 'enrollment.created', 'enrollment.progress', 'enrollment.completed']

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
    addProfileField: (subdomain: string, field: Omit<ProfileField, 'subdomain'>): void =>
      void data.profileFields.set(`${subdomain}/${field.id}`, { ...field, subdomain }),
    /** An account that nobody linked yet, as sites have them from before. */
    addUser: (subdomain: string, { email, firstName, lastName, createdAt, ...more }: OldAccount) =>
      addUser(data, {
        subdomain,
        email,
        first_name: firstName,
        last_name: lastName,
        externalIds: {},
        ...(createdAt ? { created_at: createdAt } : {}),
        ...more
      }),
    /** As the site's owner does by hand. */
    removeUser: (userId: number): void => void data.users.delete(String(userId)),
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
