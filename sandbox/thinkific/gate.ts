/** Who may call: `X-Auth-API-Key` with `X-Auth-Subdomain`, or a bearer; plans without interface access get 401. */
import type { Request, Response, Router } from 'express'
import { readJson } from '../harness/standin.ts'
import { asRecord } from './answers.ts'
import type { Data } from './data.ts'
import type { Site } from './model.ts'

export type Call = {
  readonly req: Request
  readonly res: Response
  readonly site: Site
  readonly body: Record<string, unknown>
}

export type On = (method: 'get' | 'post' | 'put' | 'delete', path: string, handle: (call: Call) => void) => void

export const guard =
  (data: Data, router: Router): On =>
  (method, path, handle) => {
    router[method](path, (req, res) => {
      const site = siteOf(data, req)
      if (site && site.plan !== 'basic') handle({ req, res, site, body: asRecord(readJson(req)) })
      else
        res
          .status(401)
          .json({ error: site ? 'Your plan does not include API access.' : 'Invalid API key or subdomain.' })
    })
  }

/** A bearer names its site by itself; where sites share a key, the subdomain header decides. */
export function siteOf(data: Data, req: Request): Site | undefined {
  const subdomain = req.get('x-auth-subdomain')
  const bearer = /^Bearer (.+)$/u.exec(req.get('authorization') ?? '')?.[1]
  const key = req.get('x-auth-api-key') ?? bearer
  if (subdomain) return data.sites.values().find(each => each.subdomain === subdomain && each.apiKey === key)
  return bearer ? data.sites.values().find(each => each.apiKey === bearer) : undefined
}
