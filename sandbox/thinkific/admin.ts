/** Admin API v1: users, enrollments and courses. */
import { Router, type Request } from 'express'
import { asRecord, badDates, blank, date, missing, paginate, refuse, text } from './answers.ts'
import type { Data } from './data.ts'
import { guard } from './gate.ts'
import { isExpired, type Enrollment, type Site, type User } from './model.ts'
import type { Progress } from './progress.ts'
import type { Settings } from './settings.ts'
import { share, type Sender } from './webhooks.ts'

type Options = {
  readonly data: Data
  readonly sender: Sender
  readonly progress: Progress
  readonly settings: () => Settings
}

export function adminRoutes(options: Options): Router {
  const router = Router()
  userRoutes(options, router)
  enrollmentRoutes(options, router)
  courseRoutes(options, router)
  return router
}

function userRoutes({ data, sender, settings }: Options, router: Router): void {
  const on = guard(data, router)
  const findUser = (req: Request, site: Site): User | undefined => {
    const id = String(req.params['id'])
    const provider = req.query['provider']
    const found = typeof provider === 'string' ? data.userBy(site.subdomain, provider, id) : data.users.get(id)
    return found?.subdomain === site.subdomain ? found : undefined
  }
  on('get', '/users', ({ req, res, site }) => {
    const { email, group_id } = asRecord(req.query['query'])
    const members = group_id === undefined ? undefined : (data.groups.get(String(group_id))?.members ?? [])
    paginate(
      req,
      res,
      data
        .usersOf(site.subdomain)
        .filter(user => !email || user.email.toLowerCase() === String(email).toLowerCase())
        .filter(user => !members || members.includes(user.id))
        .map(userView)
    )
  })
  on('post', '/users', ({ res, site, body }) => {
    const { email, first_name, last_name, external_id, provider } = body
    const problems = { ...blank('email', email), ...blank('first_name', first_name), ...blank('last_name', last_name) }
    const address = String(email ?? '').toLowerCase()
    const key = String(provider ?? 'SSO')
    const taken = {
      ...(data.usersOf(site.subdomain).some(user => user.email.toLowerCase() === address)
        ? { email: ['has already been taken'] }
        : {}),
      ...(external_id && data.userBy(site.subdomain, key, String(external_id))
        ? { external_id: ['has already been taken'] }
        : {})
    }
    if (Object.keys({ ...problems, ...taken }).length > 0) {
      refuse(res, { ...problems, ...taken }, settings().errorShape)
      return
    }
    const user = addUser(data, {
      subdomain: site.subdomain,
      email: address,
      first_name: String(first_name),
      last_name: String(last_name),
      externalIds: external_id ? { [key]: String(external_id) } : {}
    })
    sender.send(site, { resource: 'user', action: 'signup', payload: userPayload(user) })
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
    const changed = data.users.set(String(user.id), {
      ...user,
      ...text(body, 'first_name'),
      ...text(body, 'last_name')
    })
    sender.send(site, { resource: 'user', action: 'updated', payload: userPayload(changed) })
    res.status(204).end()
  })
  on('delete', '/users/:id', ({ req, res, site }) => {
    const user = findUser(req, site)
    if (!user) return missing(res, 'User')
    data.users.delete(String(user.id))
    res.status(204).end()
  })
  on('get', '/instructors', ({ req, res, site }) =>
    paginate(
      req,
      res,
      data
        .usersOf(site.subdomain)
        .filter(({ teaches }) => teaches)
        .map(instructorView)
    )
  )
  on('get', '/users/:id/authentications/:provider', ({ req, res, site }) => {
    const externalId = findUser(req, site)?.externalIds[String(req.params['provider'])]
    if (externalId) res.json({ provider: req.params['provider'], external_id: externalId })
    else missing(res, 'Authentication')
  })
}

function enrollmentRoutes({ data, progress, settings }: Options, router: Router): void {
  const on = guard(data, router)
  on('get', '/enrollments', ({ req, res, site }) => {
    const query = asRecord(req.query['query'])
    const since = query['updated_after']
    if (since && Number.isNaN(Date.parse(String(since)))) return void res.status(400).json({ error: 'Bad request' })
    const fits = (each: Enrollment): boolean =>
      (!query['user_id'] || String(each.user_id) === query['user_id']) &&
      (!query['course_id'] || String(each.course_id) === query['course_id']) &&
      (!query['email'] || data.users.get(String(each.user_id))?.email === query['email']) &&
      is(query['completed'], each.completed_at !== null) &&
      is(query['expired'], isExpired(each, data.now())) &&
      is(query['free_trial'], each.activated_at === null) &&
      is(query['full'], each.activated_at !== null) &&
      (!since || each.updated_at > (date(since) ?? ''))
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
    const problems = {
      ...badDates(body),
      ...(data.enrollmentFor(user, course.id) ? { user_id: ['is already enrolled in this course'] } : {})
    }
    if (Object.keys(problems).length > 0) return refuse(res, problems, settings().errorShape)
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
    const problems = badDates(body)
    if (Object.keys(problems).length > 0) return refuse(res, problems, settings().errorShape)
    const change = {
      ...('activated_at' in body ? { activated_at: date(body['activated_at']) } : {}),
      ...('expiry_date' in body ? { expiry_date: date(body['expiry_date']) } : {})
    }
    data.enrollments.set(String(found.id), { ...found, ...change, updated_at: data.now().toISOString() })
    res.status(204).end()
  })
}

function courseRoutes({ data }: Options, router: Router): void {
  const on = guard(data, router)
  on('get', '/courses', ({ req, res, site }) => paginate(req, res, data.coursesOf(site.subdomain)))
  on('get', '/courses/:id', ({ req, res, site }) => {
    const course = data.course(site.subdomain, Number(req.params['id']))
    if (course) res.json(course)
    else missing(res, 'Course')
  })
}

export function addUser(data: Data, user: Omit<User, 'id' | 'created_at'> & Partial<Pick<User, 'created_at'>>): User {
  const id = data.nextId('user', 700_000)
  return data.users.set(String(id), { created_at: data.now().toISOString(), ...user, id })
}

/** A filter that was not sent lets everything through. */
const is = (wanted: unknown, actual: boolean): boolean => wanted === undefined || wanted === String(actual)

const userView = (user: User) => ({
  id: user.id,
  created_at: user.created_at,
  first_name: user.first_name,
  last_name: user.last_name,
  full_name: `${user.first_name} ${user.last_name}`,
  company: user.company ?? null,
  email: user.email,
  roles: user.roles ?? [],
  administered_course_ids: [],
  external_source: user.external_source ?? null,
  custom_profile_fields: Object.entries(user.fields ?? {}).map(([label, value], index) => ({
    id: user.id * 100 + index,
    value,
    label,
    custom_profile_field_definition_id: index + 1
  }))
})

const instructorView = ({ id, email, first_name, last_name }: User) => ({
  id,
  user_id: id,
  email,
  first_name,
  last_name
})

export const userPayload = (user: User): unknown => userView(user)

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
