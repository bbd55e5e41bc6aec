import express, { Router } from 'express'
import { z } from 'zod'
import { listEvents } from '../audit/audit.ts'
import { decideReturnerEndpoint, getMe, listDirectoryDrift, listReturners } from '../contract/directory.ts'
import { browsePeople, listDirectoryGroups, lookUpPerson } from '../contract/people-browser.ts'
import { getOrganization } from '../organizations/organizations.ts'
import type { Deps } from '../platform/deps.ts'
import { ProblemError } from '../platform/errors.ts'
import { actorOf, type Api } from '../platform/http.ts'
import { createWorkos } from '../vendors/workos.ts'
import { cohortsOf, getManager, getPerson } from './directory.ts'
import { browse, countsOf, lookUp } from './browse.ts'
import { brakeRoutes } from './brake-routes.ts'
import { pullJob } from './jobs.ts'
import { roleRoutes } from './role-routes.ts'
import { decideReturner, openReturners } from './returners.ts'

export function directoryRoutes(deps: Deps, api: Api): void {
  brakeRoutes(deps, api)
  roleRoutes(deps, api)
  api.serve(getMe, async ({ caller: { organizationId, personId } }) => {
    const [person, organization, manager, cohorts] = await Promise.all([
      getPerson(deps, organizationId, personId),
      getOrganization(deps, organizationId),
      getManager(deps, organizationId, personId),
      cohortsOf(deps, organizationId, personId)
    ])
    if (!person) throw new ProblemError('not_found', 'This account no longer exists')
    return {
      personId,
      firstName: person.firstName,
      lastName: person.lastName,
      email: person.email ?? null,
      title: person.title ?? null,
      department: person.department ?? null,
      manager: manager ? `${manager.firstName} ${manager.lastName}`.trim() : null,
      cohorts: cohorts.map(({ name }) => name),
      country: person.country ?? null,
      timezone: person.timezone ?? organization.timezone,
      locale: person.locale ?? organization.locale,
      organization: { name: organization.name, demo: organization.demo },
      roles: [...person.roles]
    }
  })

  api.serve(browsePeople, ({ caller: { organizationId }, query }) => browse(deps, { organizationId, ...query }))
  api.serve(lookUpPerson, ({ caller, params }) =>
    lookUp(deps, { organizationId: caller.organizationId, by: actorOf(caller), ...params })
  )
  api.serve(listDirectoryGroups, ({ caller }) => countsOf(deps, caller.organizationId))

  api.serve(listReturners, async ({ caller }) => ({ returners: await openReturners(deps, caller.organizationId) }))

  api.serve(decideReturnerEndpoint, async ({ caller: { organizationId, personId: by }, params, body }) => {
    await decideReturner(deps, { organizationId, by, ...params, ...body })
    return {}
  })

  api.serve(listDirectoryDrift, async ({ caller: { organizationId } }) => {
    const wanted = { organizationId, action: 'directory.reconciled' as const, limit: NIGHTS }
    const found = await listEvents(deps, wanted)
    return { reports: found.map(({ at, detail }) => ({ at, ...drift.parse(detail) })) }
  })
}

const NIGHTS = 30
const drift = z.object({ listed: z.int(), missing: z.int(), extra: z.int(), differing: z.int() })

/** A wake-up only: what changed is read from the event stream. Answered at once, because the sender waits seconds. */
export function directoryWebhooks(deps: Deps): Router {
  const workos = createWorkos(deps)
  const router = Router()
  router.post('/webhooks/workos', express.raw({ type: () => true, limit: '1mb' }), async (req, res) => {
    const body = Buffer.isBuffer(req.body) ? req.body : Buffer.alloc(0)
    if (!workos.verifyWebhook(body, req.get('workos-signature') ?? '')) {
      res.status(401).json({ outcome: 'refused' })
      return
    }
    await deps.db.router(trx => deps.queue.enqueue(trx, pullJob.job({}, { key: 'pull' })))
    res.json({ outcome: 'taken' })
  })
  return router
}
