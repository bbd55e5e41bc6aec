import { Router } from 'express'
import { listDepartures as departuresOf, type DeparturesAsked } from '../audit/audit.ts'
import { listDepartures, signDeparture } from '../contract/departures.ts'
import { endMySession, listMySessions, signOutEverywhere } from '../contract/sessions.ts'
import { getPerson } from '../directory/directory.ts'
import type { Deps } from '../platform/deps.ts'
import { ProblemError } from '../platform/errors.ts'
import type { Api } from '../platform/http.ts'
import { createClients } from './clients.ts'
import { signReceipt, toView } from './departures.ts'
import { embedAdminRoutes } from './embed-routes.ts'
import { receiptKeys } from './keys.ts'
import { endAllSessions, endOwnSession, nameOf, sessionsOf } from './sessions.ts'

export function oauthRoutes(deps: Deps, api: Api): void {
  const clients = createClients(deps)
  embedAdminRoutes(deps, api)

  api.serve(listMySessions, async ({ caller }) => ({ sessions: [...(await sessionsOf(deps, clients, caller))] }))

  api.serve(endMySession, async ({ caller, params }) => {
    if (await endOwnSession(deps, caller, params.sessionId)) return { ended: 1 as const }
    throw new ProblemError('not_found', 'This session has ended already')
  })

  api.serve(signOutEverywhere, async ({ caller }) => ({ ended: await endAllSessions(deps, caller) }))

  const read = async (asked: DeparturesAsked) =>
    Promise.all(
      (await departuresOf(deps, asked)).map(async departure => {
        const person = await getPerson(deps, asked.organizationId, departure.personId)
        const name = [person?.firstName, person?.lastName].filter(Boolean).join(' ')
        return { ...(await toView(departure, clientId => nameOf(clients, clientId))), name: name || null }
      })
    )

  api.serve(listDepartures, async ({ caller: { organizationId }, query }) => {
    const departures = await read({ organizationId, ...query })
    return { departures, next: departures.length === query.limit ? (departures.at(-1)?.departureId ?? null) : null }
  })

  api.serve(signDeparture, async ({ caller: { organizationId }, params: { departureId } }) => {
    const [departure] = await read({ organizationId, departureId, limit: 1 })
    if (!departure) throw new ProblemError('not_found', 'There is no such departure in your company')
    const { name: _name, ...signed } = departure
    return { departure, jws: await signReceipt(deps, organizationId, signed) }
  })
}

/** Every key that ever signed a receipt, the public parts. */
export function receiptKeyPage(deps: Deps): Router {
  const router = Router()
  router.get('/.well-known/receipt-keys.json', async (_req, res) => {
    res.set('cache-control', 'public, max-age=300').json({ keys: await receiptKeys(deps) })
  })
  return router
}
