import express, { Router } from 'express'
import { listReceipts } from '../audit/audit.ts'
import { getCourses, getPersonReceipts, getReceipts } from '../contract/enrollment.ts'
import { findPersonByIdp } from '../directory/directory.ts'
import type { Deps } from '../platform/deps.ts'
import type { Api } from '../platform/http.ts'
import { coursesOf } from './enrollment.ts'
import { takeProgress, type Taken } from './progress.ts'

export function enrollmentRoutes(deps: Deps, api: Api): void {
  api.serve(getCourses, async ({ caller }) => ({
    courses: [...(await coursesOf(deps, caller.organizationId, caller.personId))]
  }))
  api.serve(getReceipts, async ({ caller }) => ({
    receipts: [...(await listReceipts(deps, caller.organizationId, caller.personId))]
  }))
  api.serve(getPersonReceipts, async ({ params: { organizationId, personId }, query }) => {
    const person = query.by === 'idp' ? await findPersonByIdp(deps, organizationId, personId) : undefined
    return { receipts: [...(await listReceipts(deps, organizationId, person?.personId ?? personId))] }
  })
}

const STATUS: Readonly<Record<Taken, number>> = {
  taken: 200,
  repeated: 200,
  ignored: 200,
  refused: 401,
  unreadable: 400
}

export function enrollmentWebhooks(deps: Deps): Router {
  const router = Router()
  router.post(
    '/webhooks/thinkific/:organizationId',
    express.raw({ type: () => true, limit: '256kb' }),
    async (req, res) => {
      const taken = await takeProgress(deps, {
        organizationId: String(req.params['organizationId']),
        body: Buffer.isBuffer(req.body) ? req.body : Buffer.alloc(0),
        signature: req.get('x-thinkific-hmac-sha256') ?? ''
      })
      res.status(STATUS[taken]).json({ outcome: taken })
    }
  )
  return router
}
