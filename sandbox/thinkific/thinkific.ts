/** The Thinkific stand-in: Admin API v1, webhooks, and the learning sites themselves. */
import { createStandin, type StandinOptions } from '../harness/standin.ts'
import { adminRoutes, webhookRoutes } from './admin.ts'
import { openData } from './data.ts'
import { createLimits } from './limits.ts'
import type { Course, Oidc, Site } from './model.ts'
import { createProgress } from './progress.ts'
import { siteRoutes } from './site.ts'
import { createSender } from './webhooks.ts'

export type ThinkificOptions = Omit<StandinOptions, 'name'> & {
  /** Published limits; on unless false. */
  readonly limits?: boolean
  readonly resetUnit?: 'seconds' | 'milliseconds'
}

export type ThinkificStandin = ReturnType<typeof createThinkificStandin>

const TOPICS = ['user.signup', 'enrollment.created', 'enrollment.progress', 'enrollment.completed']

export function createThinkificStandin(options: ThinkificOptions) {
  const standin = createStandin({ ...options, name: 'thinkific' })
  const data = openData(standin)
  const limits = createLimits(options.limits ?? true, options.resetUnit)
  const sender = createSender(data, standin.faults)
  const progress = createProgress(data, sender)
  standin.app.set('query parser', 'extended')
  standin.app.use('/api/public/v1', limits.middleware, adminRoutes({ data, sender, progress }))
  standin.app.use('/api/v2/webhooks', webhookRoutes(data))
  standin.app.use('/sites', siteRoutes({ data, progress, url: standin.url }))
  return {
    standin,
    addSite: (added: Pick<Site, 'subdomain' | 'apiKey' | 'name'> & Partial<Site>): void => {
      data.sites.set(added.subdomain, { plan: 'plus', oidc: undefined, tenantId: data.nextId('tenant', 50), ...added })
    },
    addCourse: (subdomain: string, course: Omit<Course, 'subdomain'>): void =>
      void data.courses.set(`${subdomain}/${course.id}`, { ...course, subdomain }),
    /** The site's "OpenID Connect" app: from now on it signs everybody in through this provider. */
    connectOidc: (subdomain: string, oidc: Oidc): void => {
      const site = data.sites.get(subdomain)
      if (site) data.sites.set(subdomain, { ...site, oidc })
    },
    /** What an admin sets up once, so that progress comes back. */
    subscribe: (subdomain: string, targetUrl: string): void => {
      for (const topic of TOPICS)
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
    setLimits: limits.set,
    settled: sender.settled,
    listen: (): Promise<void> => standin.listen(),
    [Symbol.asyncDispose]: async (): Promise<void> => {
      sender.stop()
      await standin[Symbol.asyncDispose]()
    }
  }
}
