/** Webhooks API v2: who is told what. */
import { Router } from 'express'
import { missing, refuse } from './answers.ts'
import type { Data } from './data.ts'
import { guard } from './gate.ts'
import type { Webhook } from './model.ts'

const TOPICS = new Set([
  'user.signup',
  'user.signin',
  'user.updated',
  'enrollment.created',
  'enrollment.trial',
  'enrollment.progress',
  'enrollment.completed',
  'lesson.completed'
])

export function webhookRoutes(data: Data): Router {
  const router = Router()
  const on = guard(data, router)
  const hookOf = (subdomain: string, id: unknown): Webhook | undefined => {
    const found = data.webhooks.get(String(id))
    return found?.subdomain === subdomain ? found : undefined
  }
  on('get', '/', ({ res, site }) => {
    const items = data.webhooks.values().filter(each => each.subdomain === site.subdomain)
    res.json({ items: items.map(view), meta: { page: { next_page: null } } })
  })
  on('post', '/', ({ res, site, body }) => {
    const { topic, target_url } = body
    const problems = {
      ...(typeof topic === 'string' && TOPICS.has(topic) ? {} : { topic: ['is not a known topic'] }),
      ...(typeof target_url === 'string' && isReachable(target_url) ? {} : { target_url: ['must be a https address'] })
    }
    if (Object.keys(problems).length > 0) return refuse(res, problems, 'object')
    const id = String(data.nextId('hook', 5000))
    const created_at = data.now().toISOString()
    const made = { subdomain: site.subdomain, id, topic: String(topic), target_url: String(target_url), created_at }
    data.webhooks.set(id, made)
    res.status(201).json(view(made))
  })
  on('get', '/:id', ({ req, res, site }) => {
    const found = hookOf(site.subdomain, req.params['id'])
    if (found) res.json(view(found))
    else missing(res, 'Webhook')
  })
  on('delete', '/:id', ({ req, res, site }) => {
    if (!hookOf(site.subdomain, req.params['id'])) return missing(res, 'Webhook')
    data.webhooks.delete(String(req.params['id']))
    res.status(204).end()
  })
  return router
}

/** The vendor wants https; on one machine loopback stands for it. */
function isReachable(address: string): boolean {
  const url = URL.parse(address)
  return url?.protocol === 'https:' || (url?.protocol === 'http:' && url.hostname === '127.0.0.1')
}

const view = ({ subdomain: _, ...hook }: Webhook) => ({ ...hook, status: 'active' })
