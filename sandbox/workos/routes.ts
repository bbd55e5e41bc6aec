/** WorkOS' REST interface behind its API key. */
import type { NextFunction, Request, Response } from 'express'
import { z } from 'zod'
import { readJson, type Standin } from '../harness/standin.ts'
import type { Data } from './data.ts'
import { listPage } from './lists.ts'
import type { WorkosEvent } from './model.ts'

const newOrganization = z.object({ name: z.string().min(1), external_id: z.string().nullish() })

const USERS_PER_SECOND = 4
const KEPT_MS = 30 * 86_400_000

type Options = {
  readonly standin: Standin
  readonly data: Data
  readonly apiKey: string
  readonly limited: () => boolean
}

export function restRoutes({ standin, data, apiKey, limited }: Options): void {
  const { app } = standin
  const keyed = (req: Request, res: Response, next: NextFunction): void => {
    if (req.get('authorization') === `Bearer ${apiKey}`) next()
    else res.status(401).json({ message: 'Unauthorized' })
  }
  const missing = (res: Response, what: string, id: unknown): void =>
    void res
      .status(404)
      .json({ code: 'entity_not_found', message: `${what} not found: '${String(id)}'.`, entity_id: String(id) })
  const recent = new Map<string, readonly number[]>()
  const throttle = (req: Request, res: Response, next: NextFunction): void => {
    const directory = String(req.query['directory'] ?? req.query['group'] ?? 'user')
    const now = performance.now()
    const calls = (recent.get(directory) ?? []).filter(at => now - at < 1000)
    if (limited() && calls.length >= USERS_PER_SECOND) {
      res.status(429).set('retry-after', '1').json({ message: 'Too many requests.' })
      return
    }
    recent.set(directory, [...calls, now])
    next()
  }
  app.use(
    [
      '/organizations',
      '/connections',
      '/directories',
      '/directory_users',
      '/directory_groups',
      '/events',
      '/portal',
      '/audit_logs'
    ],
    keyed
  )
  app.get('/organizations', (req, res) => void res.json(listPage(data.organizations.sorted(), req)))
  app.get('/organizations/external_id/:id', (req, res) => {
    const found = data.organizations.values().find(each => each.external_id === req.params.id)
    if (found) res.json(found)
    else missing(res, 'Organization', req.params.id)
  })
  app.post('/organizations', (req, res) => {
    const body = newOrganization.safeParse(readJson(req))
    if (!body.success)
      return void res.status(422).json({ code: 'invalid_request_parameters', message: 'Validation failed' })
    const { name, external_id = null } = body.data
    if (external_id && data.organizations.values().some(each => each.external_id === external_id))
      return void res.status(409).json({ code: 'external_id_already_used', message: `"${external_id}" is taken` })
    const at = { created_at: data.now(), updated_at: data.now() }
    const id = data.newId('org')
    data.organizations.set(id, { object: 'organization', id, name, external_id, domains: [], metadata: {}, ...at })
    res.status(201).json(data.organizations.get(id))
  })
  const one = (path: string, what: string, find: (id: string) => unknown): void => {
    app.get(path, (req, res) => {
      const found = find(String(req.params['id']))
      if (found) res.json(found)
      else missing(res, what, req.params['id'])
    })
  }
  const withGroups = (id: string): unknown => {
    const user = data.users.get(id)
    return user && { ...user, groups: groupsOf(data, id) }
  }
  one('/organizations/:id', 'Organization', id => data.organizations.get(id))
  one('/connections/:id', 'Connection', id => data.connections.get(id))
  one('/directories/:id', 'Directory', id => data.directories.get(id))
  one('/directory_users/:id', 'Directory User', withGroups)
  one('/directory_groups/:id', 'Directory Group', id => data.groups.get(id))
  const ofOrganization =
    (req: Request) =>
    (each: { readonly organization_id: string }): boolean =>
      !req.query['organization_id'] || each.organization_id === req.query['organization_id']
  app.get('/connections', (req, res) => void res.json(listPage(data.connections.sorted(), req, ofOrganization(req))))
  app.get('/directories', (req, res) => void res.json(listPage(data.directories.sorted(), req, ofOrganization(req))))
  app.get('/directory_users', throttle, (req, res) => {
    const inGroup = (id: string): boolean =>
      !req.query['group'] || data.memberships.get(`${String(req.query['group'])}/${id}`) !== undefined
    const isOf = (each: { readonly id: string; readonly directory_id: string }): boolean =>
      (!req.query['directory'] || each.directory_id === req.query['directory']) && inGroup(each.id)
    const page = listPage(data.users.sorted(), req, isOf)
    res.json({ ...page, data: page.data.map(user => ({ ...user, groups: groupsOf(data, user.id) })) })
  })
  app.get('/directory_groups', (req, res) => {
    const hasUser = (id: string): boolean =>
      !req.query['user'] || data.memberships.get(`${id}/${String(req.query['user'])}`) !== undefined
    const isOf = (each: { readonly id: string; readonly directory_id: string }): boolean =>
      (!req.query['directory'] || each.directory_id === req.query['directory']) && hasUser(each.id)
    res.json(listPage(data.groups.sorted(), req, isOf))
  })
  app.get('/events', (req, res) => answerEvents(data, req, res))
}

const groupsOf = (data: Data, userId: string) =>
  (data.membershipsByUser().get(userId) ?? []).flatMap(({ groupId }) => data.groups.get(groupId) ?? [])

/** Events are kept thirty days and listed newest first unless told otherwise. */
function answerEvents(data: Data, req: Request, res: Response): void {
  const wanted = String(req.query['events'] ?? '')
    .split(',')
    .filter(Boolean)
  if (wanted.length === 0) {
    res.status(400).json({ code: 'invalid_request_parameters', message: 'events should not be empty' })
    return
  }
  const oldest = new Date(new Date(data.now()).getTime() - KEPT_MS).toISOString()
  const from = String(req.query['range_start'] ?? '')
  const until = String(req.query['range_end'] ?? '9999')
  const organization = req.query['organization_id']
  const isAsked = (event: WorkosEvent): boolean =>
    wanted.includes(event.event) &&
    event.created_at >= oldest &&
    event.created_at >= from &&
    event.created_at <= until &&
    (!organization || organizationOf(event) === organization)
  const page = listPage(data.events.sorted(), req, isAsked)
  res.json({ object: 'list', data: page.data, list_metadata: { after: page.list_metadata.after } })
}

const organizationOf = ({ data }: { readonly data: unknown }): unknown =>
  typeof data === 'object' && data !== null && 'organization_id' in data ? data.organization_id : undefined
