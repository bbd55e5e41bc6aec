/** Admin API v1: users, enrollments, courses, groups, and the webhooks interface. */
import { Router, type Request, type Response } from 'express'
import { readJson } from '../harness/standin.ts'
import type { Data } from './data.ts'
import { isExpired, type Enrollment, type Site, type User } from './model.ts'
import type { Progress } from './progress.ts'
import { share, type Sender } from './webhooks.ts'

const DEFAULT_LIMIT = 25
const MOST = 250

type Options = { readonly data: Data; readonly sender: Sender; readonly progress: Progress }
type Handle = (call: {
  readonly req: Request
  readonly res: Response
  readonly site: Site
  readonly body: Record<string, unknown>
}) => void

export function adminRoutes({ data, sender, progress }: Options): Router {
  const router = Router()
  const on = (method: 'get' | 'post' | 'put' | 'delete', path: string, handle: Handle): void => {
    router[method](path, (req, res) => {
      const site = siteOf(data, req)
      if (!site || site.plan === 'basic') {
        res
          .status(401)
          .json({ error: site ? 'Your plan does not include API access.' : 'Invalid API key or subdomain.' })
        return
      }
      handle({ req, res, site, body: asRecord(readJson(req)) })
    })
  }
  const missing = (res: Response, what: string): void => void res.status(404).json({ error: `${what} not found` })
  const findUser = (req: Request, site: Site): User | undefined => {
    const id = String(req.params['id'])
    const provider = req.query['provider']
    const found = typeof provider === 'string' ? data.userBy(site.subdomain, provider, id) : data.users.get(id)
    return found?.subdomain === site.subdomain ? found : undefined
  }

  on('get', '/users', ({ req, res, site }) => {
    const { email } = asRecord(req.query['query'])
    paginate(
      req,
      res,
      data
        .usersOf(site.subdomain)
        .filter(user => !email || user.email === String(email).toLowerCase())
        .map(userView)
    )
  })
  on('post', '/users', ({ res, site, body }) => {
    const { email, first_name, last_name, external_id, provider } = body
    const problems = { ...blank('email', email), ...blank('first_name', first_name), ...blank('last_name', last_name) }
    const address = String(email ?? '').toLowerCase()
    const key = String(provider ?? 'SSO')
    const taken = {
      ...(data.usersOf(site.subdomain).some(user => user.email === address)
        ? { email: ['has already been taken'] }
        : {}),
      ...(external_id && data.userBy(site.subdomain, key, String(external_id))
        ? { external_id: ['has already been taken'] }
        : {})
    }
    if (Object.keys({ ...problems, ...taken }).length > 0) {
      res.status(422).json({ errors: { ...problems, ...taken } })
      return
    }
    const user = addUser(data, {
      subdomain: site.subdomain,
      email: address,
      first_name: String(first_name),
      last_name: String(last_name),
      externalIds: external_id ? { [key]: String(external_id) } : {}
    })
    sender.send(site, { resource: 'user', action: 'signup', payload: { ...userView(user), external_source: null } })
    res.status(201).json(userView(user))
  })
  on('get', '/users/:id', ({ req, res, site }) => {
    const user = findUser(req, site)
    if (user) res.json(userView(user))
    else missing(res, 'User')
  })
  on('put', '/users/:id', ({ req, res, site, body }) => {
    const user = findUser(req, site)
    if (!user) return missing(res, 'User')
    data.users.set(String(user.id), { ...user, ...text(body, 'first_name'), ...text(body, 'last_name') })
    res.status(204).end()
  })
  on('delete', '/users/:id', ({ req, res, site }) => {
    const user = findUser(req, site)
    if (!user) return missing(res, 'User')
    data.users.delete(String(user.id))
    res.status(204).end()
  })
  on('get', '/users/:id/authentications/:provider', ({ req, res, site }) => {
    const externalId = findUser(req, site)?.externalIds[String(req.params['provider'])]
    if (externalId) res.json({ provider: req.params['provider'], external_id: externalId })
    else missing(res, 'Authentication')
  })
  on('get', '/enrollments', ({ req, res, site }) => {
    const query = asRecord(req.query['query'])
    const fits = (each: Enrollment): boolean =>
      (!query['user_id'] || String(each.user_id) === query['user_id']) &&
      (!query['course_id'] || String(each.course_id) === query['course_id']) &&
      (!query['email'] || data.users.get(String(each.user_id))?.email === query['email'])
    paginate(
      req,
      res,
      data
        .enrollmentsOf(site.subdomain)
        .filter(fits)
        .map(each => enrollmentView(data, each))
    )
  })
  on('post', '/enrollments', ({ res, site, body }) => {
    const user = data.users.get(String(body['user_id']))
    const course = data.course(site.subdomain, Number(body['course_id']))
    if (!course || user?.subdomain !== site.subdomain) return missing(res, course ? 'User' : 'Course')
    if (data.enrollmentsOf(site.subdomain).some(each => each.user_id === user.id && each.course_id === course.id)) {
      res.status(422).json({ errors: { user_id: ['is already enrolled in this course'] } })
      return
    }
    const made = progress.enroll({
      subdomain: site.subdomain,
      userId: user.id,
      courseId: course.id,
      activatedAt: date(body['activated_at']),
      expiryDate: date(body['expiry_date'])
    })
    res.status(201).json(enrollmentView(data, made))
  })
  on('get', '/enrollments/:id', ({ req, res, site }) => {
    const found = data.enrollments.get(String(req.params['id']))
    if (found?.subdomain === site.subdomain) res.json(enrollmentView(data, found))
    else missing(res, 'Enrollment')
  })
  on('put', '/enrollments/:id', ({ req, res, site, body }) => {
    const found = data.enrollments.get(String(req.params['id']))
    if (found?.subdomain !== site.subdomain) return missing(res, 'Enrollment')
    const change = {
      ...('activated_at' in body ? { activated_at: date(body['activated_at']) } : {}),
      ...('expiry_date' in body ? { expiry_date: date(body['expiry_date']) } : {})
    }
    data.enrollments.set(String(found.id), { ...found, ...change, updated_at: data.now().toISOString() })
    res.status(204).end()
  })
  on('get', '/courses', ({ req, res, site }) => paginate(req, res, data.coursesOf(site.subdomain)))
  on('get', '/courses/:id', ({ req, res, site }) => {
    const course = data.course(site.subdomain, Number(req.params['id']))
    if (course) res.json(course)
    else missing(res, 'Course')
  })
  return router
}

/** `POST /api/v2/webhooks` with a bearer key. */
export function webhookRoutes(data: Data): Router {
  const router = Router()
  router.post('/', (req, res) => {
    const key = (req.get('authorization') ?? '').replace(/^Bearer /u, '')
    const site = data.sites.values().find(each => each.apiKey === key)
    const { topic, target_url } = asRecord(readJson(req))
    if (!site || typeof topic !== 'string' || typeof target_url !== 'string') {
      res.status(site ? 422 : 401).json({ error: site ? 'topic and target_url are required' : 'Unauthorized' })
      return
    }
    const id = String(data.nextId('hook', 5000))
    const made = { subdomain: site.subdomain, id, topic, target_url, created_at: data.now().toISOString() }
    data.webhooks.set(id, made)
    res.status(201).json({ ...made, status: 'active' })
  })
  return router
}

function siteOf(data: Data, req: Request): Site | undefined {
  const site = data.sites.get(req.get('x-auth-subdomain') ?? '')
  const bearer = (req.get('authorization') ?? '').replace(/^Bearer /u, '')
  const key = req.get('x-auth-api-key') ?? bearer
  return site && site.apiKey === key ? site : undefined
}

export function addUser(data: Data, user: Omit<User, 'id' | 'created_at'>): User {
  const id = data.nextId('user', 700_000)
  return data.users.set(String(id), { ...user, id, created_at: data.now().toISOString() })
}

const userView = (user: User) => ({
  id: user.id,
  created_at: user.created_at,
  first_name: user.first_name,
  last_name: user.last_name,
  full_name: `${user.first_name} ${user.last_name}`,
  company: null,
  email: user.email,
  roles: [],
  external_source: null,
  custom_profile_fields: []
})

function enrollmentView(data: Data, each: Enrollment) {
  const user = data.users.get(String(each.user_id))
  const course = data.course(each.subdomain, each.course_id)
  return {
    id: each.id,
    user_id: each.user_id,
    user_email: user?.email,
    user_name: `${user?.first_name} ${user?.last_name}`,
    course_id: each.course_id,
    course_name: course?.name,
    percentage_completed: share(each, course?.lessons),
    completed: each.completed_at !== null,
    expired: isExpired(each, data.now()),
    is_free_trial: each.activated_at === null,
    started_at: each.started_at,
    activated_at: each.activated_at,
    completed_at: each.completed_at,
    updated_at: each.updated_at,
    expiry_date: each.expiry_date
  }
}

function paginate(req: Request, res: Response, items: readonly unknown[]): void {
  const page = Math.max(1, Number(req.query['page'] ?? 1) || 1)
  const limit = Math.min(MOST, Math.max(1, Number(req.query['limit'] ?? DEFAULT_LIMIT) || DEFAULT_LIMIT))
  const pages = Math.max(1, Math.ceil(items.length / limit))
  res.json({
    items: items.slice((page - 1) * limit, page * limit),
    meta: {
      pagination: {
        current_page: page,
        next_page: page < pages ? page + 1 : null,
        prev_page: page > 1 ? page - 1 : null,
        total_pages: pages,
        total_items: items.length,
        entries_info: `${items.length} entries`
      }
    }
  })
}

const asRecord = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {}

const blank = (field: string, value: unknown): Record<string, string[]> =>
  typeof value === 'string' && value.trim() ? {} : { [field]: ["can't be blank"] }

const text = (body: Record<string, unknown>, field: 'first_name' | 'last_name') =>
  typeof body[field] === 'string' ? { [field]: body[field] } : {}

const date = (value: unknown): string | null =>
  typeof value === 'string' && value ? new Date(value).toISOString() : null
