/** Bundles: several courses sold as one. Enrolling in one may be answered before it is done (202). */
import { Router } from 'express'
import { badDates, date, missing, paginate, refuse } from './answers.ts'
import type { Data } from './data.ts'
import { guard } from './gate.ts'
import type { Bundle, Course, Site, User } from './model.ts'
import type { Progress } from './progress.ts'
import type { Settings } from './settings.ts'

type Options = { readonly data: Data; readonly progress: Progress; readonly settings: () => Settings }

export function bundleRoutes({ data, progress, settings }: Options): Router {
  const router = Router()
  const on = guard(data, router)
  const coursesIn = (bundle: Bundle): readonly Course[] =>
    bundle.courseIds.flatMap(id => data.course(bundle.subdomain, id) ?? [])
  on('get', '/bundles', ({ req, res, site }) => paginate(req, res, data.bundlesOf(site.subdomain).map(view)))
  on('get', '/bundles/:id', ({ req, res, site }) => {
    const bundle = data.bundle(site.subdomain, Number(req.params['id']))
    if (bundle) res.json(view(bundle))
    else missing(res, 'Bundle')
  })
  on('get', '/bundles/:id/courses', ({ req, res, site }) => {
    const bundle = data.bundle(site.subdomain, Number(req.params['id']))
    if (bundle) paginate(req, res, coursesIn(bundle))
    else missing(res, 'Bundle')
  })
  on('get', '/bundles/:id/enrollments', ({ req, res, site }) => {
    const bundle = data.bundle(site.subdomain, Number(req.params['id']))
    if (!bundle) return missing(res, 'Bundle')
    const held = data.bundleEnrollments.values().filter(each => each.subdomain === site.subdomain)
    paginate(
      req,
      res,
      held.filter(each => each.bundle_id === bundle.id)
    )
  })
  for (const method of ['post', 'put'] as const)
    on(method, '/bundles/:id/enrollments', ({ req, res, site, body }) => {
      const bundle = data.bundle(site.subdomain, Number(req.params['id']))
      const user = learner(data, site, body['user_id'])
      if (!bundle || !user) return missing(res, bundle ? 'User' : 'Bundle')
      const problems = badDates(body)
      if (Object.keys(problems).length > 0) return refuse(res, problems, settings().errorShape)
      const key = `${site.subdomain}/${bundle.id}/${user.id}`
      const before = data.bundleEnrollments.get(key)
      if (method === 'put' && !before) return missing(res, 'Enrollment')
      const dates = { activated_at: date(body['activated_at']), expiry_date: date(body['expiry_date']) }
      const held = { subdomain: site.subdomain, bundle_id: bundle.id, user_id: user.id, ...dates }
      const apply = (): void => {
        data.bundleEnrollments.set(key, { ...held, created_at: before?.created_at ?? data.now().toISOString() })
        for (const course of coursesIn(bundle))
          progress.put({ ...about(site, user, course), activatedAt: dates.activated_at, expiryDate: dates.expiry_date })
      }
      const wait = method === 'post' ? settings().bundleDelayMs : 0
      if (wait === 0) apply()
      else setTimeout(apply, wait).unref()
      if (method === 'put') res.status(204).end()
      else res.status(wait === 0 ? 201 : 202).json(held)
    })
  return router
}

const about = (site: Site, user: User, course: Course) => ({
  subdomain: site.subdomain,
  userId: user.id,
  courseId: course.id
})

function learner(data: Data, site: Site, id: unknown): User | undefined {
  const user = data.users.get(String(id))
  return user?.subdomain === site.subdomain ? user : undefined
}

const view = ({ id, name, courseIds }: Bundle) => ({ id, name, course_ids: courseIds })
