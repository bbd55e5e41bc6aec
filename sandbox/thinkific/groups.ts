/** Groups and the site's own profile fields. Members can be added; the vendor has no call that removes one. */
import { Router } from 'express'
import { blank, missing, paginate, refuse } from './answers.ts'
import type { Data } from './data.ts'
import { guard } from './gate.ts'
import type { Group } from './model.ts'
import type { Settings } from './settings.ts'

export function groupRoutes(data: Data, settings: () => Settings): Router {
  const router = Router()
  const on = guard(data, router)
  const groupsOf = (subdomain: string): readonly Group[] =>
    data.groups.values().filter(group => group.subdomain === subdomain)
  on('get', '/groups', ({ req, res, site }) => paginate(req, res, groupsOf(site.subdomain).map(view)))
  on('post', '/groups', ({ res, site, body }) => {
    const problems = blank('name', body['name'])
    const name = String(body['name'])
    const taken = groupsOf(site.subdomain).some(group => group.name === name)
    if (taken || Object.keys(problems).length > 0)
      return refuse(res, taken ? { name: ['has already been taken'] } : problems, settings().errorShape)
    const made: Group = {
      subdomain: site.subdomain,
      id: data.nextId('group', 3000),
      name,
      token: crypto.randomUUID(),
      created_at: data.now().toISOString(),
      members: []
    }
    data.groups.set(String(made.id), made)
    // 200, not 201: so the vendor's document has it.
    res.json(view(made))
  })
  on('delete', '/groups/:id', ({ req, res, site }) => {
    const group = data.groups.get(String(req.params['id']))
    if (group?.subdomain !== site.subdomain) return missing(res, 'Group')
    data.groups.delete(String(group.id))
    res.status(204).end()
  })
  on('post', '/group_users', ({ res, site, body }) => {
    const user = data.users.get(String(body['user_id']))
    const names: readonly unknown[] = Array.isArray(body['group_names']) ? body['group_names'] : []
    const found = groupsOf(site.subdomain).filter(group => names.includes(group.name))
    if (user?.subdomain !== site.subdomain || names.length === 0 || found.length < names.length)
      return missing(res, user?.subdomain === site.subdomain ? 'Group' : 'User')
    for (const group of found)
      data.groups.set(String(group.id), { ...group, members: [...new Set([...group.members, user.id])] })
    res.status(201).json({ user_id: user.id, group_names: names })
  })
  on('get', '/custom_profile_field_definitions', ({ req, res, site }) =>
    paginate(
      req,
      res,
      data.profileFields.values().flatMap(({ subdomain, ...field }) => (subdomain === site.subdomain ? [field] : []))
    )
  )
  return router
}

const view = ({ id, name, token, created_at }: Group) => ({ id, name, token, created_at })
