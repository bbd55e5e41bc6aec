/** `GET /me` of Graph, for a token that somebody's client got on their behalf. */
import { Router } from 'express'
import { graphRefusal, send, type Answer } from './answers.ts'
import type { Hub } from './hub.ts'
import { personKey, type Person } from './model.ts'
import { GRAPH_AUDIENCES, type Caller, type TokenCheck } from './tokens.ts'

const GRAPH = 'https://graph.microsoft.com/v1.0'
const SCOPES = ['User.Read', 'User.ReadWrite', 'User.Read.All', 'User.ReadWrite.All']

export function graphMeRoutes(hub: Hub, check: TokenCheck): Router {
  const router = Router()
  router.get('/v1.0/me', async (req, res) => {
    const caller = await check(req.get('authorization'), GRAPH_AUDIENCES)
    send(res, answer(hub, caller, String(req.query['$select'] ?? '')))
  })
  return router
}

function answer(hub: Hub, caller: Caller | undefined, select: string): Answer {
  if (!caller) return graphRefusal(401, 'InvalidAuthenticationToken', 'Access token is empty or invalid.')
  if (!caller.oid || caller.scopes.length === 0)
    return graphRefusal(400, 'BadRequest', '/me request is only valid with delegated authentication flow.')
  if (!SCOPES.some(scope => caller.scopes.includes(scope)))
    return graphRefusal(403, 'Authorization_RequestDenied', 'Insufficient privileges to complete the operation.')
  const person = hub.data.people.get(personKey({ tid: caller.tid, oid: caller.oid }))
  if (!person) return graphRefusal(404, 'Request_ResourceNotFound', `Resource '${caller.oid}' does not exist`)
  const entry = entryOf(person)
  const names = select.split(',').filter(Boolean)
  const kept = Object.entries(entry).filter(([name]) =>
    names.length > 0 ? names.includes(name) : USUAL.includes(name)
  )
  return { status: 200, body: { '@odata.context': `${GRAPH}/$metadata#users/$entity`, ...Object.fromEntries(kept) } }
}

/** What comes unasked; the employee number does not. */
const USUAL = ['id', 'displayName', 'userPrincipalName', 'mail', 'preferredLanguage']

const entryOf = ({ oid, name, email, locale, employeeId }: Person): Readonly<Record<string, unknown>> => ({
  id: oid,
  displayName: name,
  userPrincipalName: email,
  mail: email,
  preferredLanguage: locale,
  employeeId: employeeId ?? null
})
