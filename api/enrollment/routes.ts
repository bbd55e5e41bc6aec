import express, { Router } from 'express'
import { listReceipts } from '../audit/audit.ts'
import { getCourses, getPersonReceipts, getReceipts } from '../contract/enrollment.ts'
import { putLearningSite } from '../contract/company.ts'
import * as admin from '../contract/enrollment-admin.ts'
import { findPersonByIdp } from '../directory/directory.ts'
import type { Deps } from '../platform/deps.ts'
import { actorOf, type Api } from '../platform/http.ts'
import { askToCompare, repair } from './drift.ts'
import { dryRun } from './dry-run.ts'
import { coursesOf } from './enrollment.ts'
import { importRoutes } from './import-routes.ts'
import { movingRoutes } from './moving-routes.ts'
import { saveRules, tryAgain, turnRun } from './runs.ts'
import { connectSite } from './site-settings.ts'
import { signUpRoutes } from './sign-up-routes.ts'
import * as views from './views.ts'
import { takeDelivery, type Taken } from './webhook.ts'

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
  api.serve(putLearningSite, ({ caller: { organizationId, personId: by }, body }) =>
    connectSite(deps, { organizationId, by, ...body })
  )
  ruleRoutes(deps, api)
  workRoutes(deps, api)
  importRoutes(deps, api)
  signUpRoutes(deps, api)
  movingRoutes(deps, api)
}

function ruleRoutes(deps: Deps, api: Api): void {
  api.serve(admin.getEnrollmentRules, ({ caller }) => views.rulesView(deps, caller.organizationId))
  api.serve(admin.getEnrollmentChoices, ({ caller }) => views.choicesView(deps, caller.organizationId))
  api.serve(admin.dryRunRules, ({ caller, body }) => dryRun(deps, caller.organizationId, body))
  api.serve(admin.putEnrollmentRules, ({ caller: { organizationId, personId }, body }) =>
    saveRules(deps, { organizationId, author: personId, ...body })
  )
}

function workRoutes(deps: Deps, api: Api): void {
  api.serve(admin.getEnrollmentWork, ({ caller }) => views.workView(deps, caller.organizationId))
  api.serve(admin.turnEnrollmentRun, async ({ caller: { organizationId, personId }, params, body }) => {
    await turnRun(deps, { organizationId, ...params, ...body, actor: personId })
    return {}
  })
  api.serve(admin.tryEnrollmentAgain, async ({ caller }) => ({
    people: await tryAgain(deps, { organizationId: caller.organizationId, actor: actorOf(caller) })
  }))
  api.serve(admin.listEnrolledPeople, ({ caller, query }) => views.peopleView(deps, caller.organizationId, query))
  api.serve(admin.getEnrollmentReceipts, ({ caller, params }) =>
    views.receiptsView(deps, caller.organizationId, params.personId)
  )
  api.serve(admin.getEnrollmentDrift, ({ caller }) => views.driftView(deps, caller.organizationId))
  api.serve(admin.lookForDrift, async ({ caller: { organizationId } }) => {
    await askToCompare(deps, organizationId)
    return {}
  })
  api.serve(admin.repairDrift, ({ caller: { organizationId, personId }, params, body }) =>
    repair(deps, { organizationId, author: personId, ...params, ...body })
  )
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
      const taken = await takeDelivery(deps, {
        organizationId: String(req.params['organizationId']),
        body: Buffer.isBuffer(req.body) ? req.body : Buffer.alloc(0),
        signature: req.get('x-thinkific-hmac-sha256') ?? '',
        subdomain: req.get('x-thinkific-subdomain')
      })
      res.status(STATUS[taken]).json({ outcome: taken })
    }
  )
  return router
}
