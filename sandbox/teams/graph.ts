/** The corner of Microsoft Graph that installs a Teams app for people and sends activity feed notifications. */
import { Router, type Request, type Response } from 'express'
import { z } from 'zod'
import { readJson } from '../harness/standin.ts'
import { graphRefusal, send, type Answer } from './answers.ts'
import type { Hub } from './hub.ts'
import type { Installs } from './installs.ts'
import { chatId, personKey, type Bot, type Installation, type Person } from './model.ts'
import { GRAPH_AUDIENCES, type Caller, type TokenCheck } from './tokens.ts'

const GRAPH = 'https://graph.microsoft.com/v1.0'
const INSTALL_ROLES = [
  'TeamsAppInstallation.ReadWriteForUser.All',
  'TeamsAppInstallation.ReadWriteSelfForUser.All',
  'TeamsAppInstallation.ReadWriteAndConsentForUser.All',
  'TeamsAppInstallation.ReadWriteAndConsentSelfForUser.All'
]
/** Those that reach every app; the others reach the caller's own. */
const ANY_APP = INSTALL_ROLES.filter(role => !role.includes('Self'))
const READ_ROLES = [
  'TeamsAppInstallation.ReadForUser.All',
  'TeamsAppInstallation.ReadSelfForUser.All',
  ...INSTALL_ROLES
]
const PERSON_ROLES = ['User.ReadBasic.All', 'User.Read.All', 'Directory.Read.All', 'User.ReadWrite.All']
const CATALOG_ROLES = ['AppCatalog.Read.All', 'AppCatalog.ReadWrite.All']
const FEED_ROLE = 'TeamsActivity.Send'
const FEED_CONSENT = 'TeamsActivity.Send.User'

type Call = { readonly caller: Caller; readonly req: Request }
type PersonCall = Call & { readonly person: Person }

export function graphRoutes(hub: Hub, check: TokenCheck, installs: Pick<Installs, 'install' | 'uninstall'>): Router {
  const router = Router()
  const route = (method: 'get' | 'post' | 'delete', path: string, roles: readonly string[], work: Work): void => {
    router[method](path, async (req: Request, res: Response) => {
      const caller = await check(req.get('authorization'), GRAPH_AUDIENCES)
      send(res, (caller && refusal(hub, caller, roles)) ?? (caller ? work({ caller, req }) : noToken))
    })
  }
  const ofPerson =
    (work: (call: PersonCall) => Answer): Work =>
    call => {
      const person = findPerson(hub, call)
      return person
        ? work({ ...call, person })
        : graphRefusal(404, 'Request_ResourceNotFound', 'Resource does not exist')
    }
  const apps = '/v1.0/users/:id/teamwork/installedApps'
  route(
    'post',
    apps,
    INSTALL_ROLES,
    ofPerson(call => install(hub, installs, call))
  )
  route(
    'get',
    apps,
    READ_ROLES,
    ofPerson(call => list(hub, call))
  )
  route(
    'get',
    `${apps}/:installId/chat`,
    READ_ROLES,
    ofPerson(call => chat(hub, call))
  )
  route(
    'delete',
    `${apps}/:installId`,
    INSTALL_ROLES,
    ofPerson(call => uninstall(hub, installs, call))
  )
  route(
    'get',
    '/v1.0/users/:id',
    PERSON_ROLES,
    ofPerson(({ person }) => ok(profile(person)))
  )
  route(
    'post',
    '/v1.0/users/:id/teamwork/sendActivityNotification',
    [],
    ofPerson(call => notify(hub, call))
  )
  route('get', '/v1.0/appCatalogs/teamsApps', CATALOG_ROLES, call => catalog(hub, call))
  return router
}

type Work = (call: Call) => Answer

const noToken = graphRefusal(401, 'InvalidAuthenticationToken', 'Access token is empty or invalid.')
const ok = (body: unknown): Answer => ({ status: 200, body })
const notInstalled = graphRefusal(404, 'NotFound', 'No app installation found with this id')

function refusal(hub: Hub, caller: Caller, roles: readonly string[]): Answer | undefined {
  if (roles.length > 0 && !roles.some(role => caller.roles.includes(role))) {
    return graphRefusal(
      403,
      'Forbidden',
      `Missing role permissions on the request. API requires one of '${roles.join(', ')}'`
    )
  }
  const seconds = hub.limits.admit([['graph', `${caller.appId} ${caller.tid}`]])
  if (seconds === 0) return undefined
  return { ...graphRefusal(429, 'TooManyRequests', 'Too many requests'), headers: { 'retry-after': String(seconds) } }
}

function findPerson(hub: Hub, { caller, req }: Call): Person | undefined {
  const id = String(req.params['id'])
  const byId = hub.data.people.get(personKey({ tid: caller.tid, oid: id }))
  if (byId || !id.includes('@')) return byId
  return hub.data.people.values().find(({ tid, email }) => tid === caller.tid && email === id)
}

function profile({ oid, name, email, locale }: Person): Record<string, unknown> {
  return { id: oid, displayName: name, userPrincipalName: email, mail: email, preferredLanguage: locale }
}

const bindSchema = z.looseObject({ 'teamsApp@odata.bind': z.string() })

function install(hub: Hub, installs: Pick<Installs, 'install'>, { caller, req, person }: PersonCall): Answer {
  const bound = bindSchema.safeParse(readJson(req)).data?.['teamsApp@odata.bind']
  if (!bound) return graphRefusal(400, 'BadRequest', "Invalid or missing 'teamsApp@odata.bind'")
  const catalogId = bound.split('/').at(-1) ?? ''
  const bot = catalogOf(hub, caller.tid).find(app => app.catalogId === catalogId)
  if (!bot) return graphRefusal(404, 'NotFound', `App definition not found. AppId: ${catalogId}`)
  if (!ANY_APP.some(role => caller.roles.includes(role)) && (bot.webAppId ?? bot.appId) !== caller.appId) {
    return graphRefusal(403, 'Forbidden', 'The app may be managed only by the application that its manifest names')
  }
  const refused = refusalFor(hub, bot, person)
  if (refused) return refused
  const there = hub.data.installations.get(chatId(bot.appId, person))
  if (there?.state === 'installed') {
    return graphRefusal(409, 'Conflict', 'The app is already installed for the user')
  }
  void installs.install(person, bot.appId)
  return { status: 201 }
}

/** Of one person. The words of the first two are what other products report; no live tenant was asked. */
function refusalFor(hub: Hub, bot: Bot, person: Person): Answer | undefined {
  if (person.guest) return graphRefusal(403, 'Forbidden', 'Operation is not supported for guest users')
  if (person.neverSignedIn) return graphRefusal(404, 'NotFound', 'The user is not provisioned in Teams')
  const blocked = person.appsBlocked || hub.data.disabled.get(`${person.tid} ${bot.appId}`)
  return blocked ? graphRefusal(403, 'Forbidden', 'App is blocked by app permission policy') : undefined
}

function list(hub: Hub, { req, person }: PersonCall): Answer {
  const wanted = externalIdIn(req)
  const expanded = String(req.query['$expand'] ?? '')
  const installed = installationsOf(hub, person).filter(({ bot }) => !wanted || bot.manifestId === wanted)
  const value = installed.map(({ installation, bot }) => ({
    id: installation.id,
    ...(/\bteamsApp\b(?!Definition)/u.test(expanded) && { teamsApp: teamsApp(bot) })
  }))
  return ok({ '@odata.context': `${GRAPH}/$metadata#users('${person.oid}')/teamwork/installedApps`, value })
}

function chat(hub: Hub, { req, person }: PersonCall): Answer {
  const found = installationsOf(hub, person).find(({ installation }) => installation.id === req.params['installId'])
  return found
    ? ok({ id: found.installation.conversationId, chatType: 'oneOnOne', tenantId: person.tid })
    : notInstalled
}

function uninstall(hub: Hub, installs: Pick<Installs, 'uninstall'>, { req, person }: PersonCall): Answer {
  const found = installationsOf(hub, person).find(({ installation }) => installation.id === req.params['installId'])
  if (!found) return notInstalled
  void installs.uninstall(person, found.bot.appId)
  return { status: 204 }
}

/** `text` needs an address inside Teams; `systemDefault` needs its text. */
const notificationSchema = z
  .looseObject({
    topic: z.looseObject({
      source: z.enum(['entityUrl', 'text']),
      value: z.string(),
      webUrl: z.url().startsWith('https://teams.microsoft.com/l/').max(1024).optional()
    }),
    activityType: z.string(),
    chainId: z.int().optional(),
    previewText: z.looseObject({ content: z.string() }).optional(),
    templateParameters: z.array(z.object({ name: z.string(), value: z.string() })).optional()
  })
  .refine(({ topic }) => topic.source !== 'text' || topic.webUrl, 'webUrl is required for a topic of source "text"')
  .refine(
    ({ activityType, templateParameters }) =>
      activityType !== 'systemDefault' || templateParameters?.some(({ name }) => name === 'systemDefaultText'),
    'systemDefaultText is required'
  )

function notify(hub: Hub, { caller, req, person }: PersonCall): Answer {
  const parsed = notificationSchema.safeParse(readJson(req))
  if (!parsed.success) return graphRefusal(400, 'BadRequest', z.prettifyError(parsed.error))
  const there = installationsOf(hub, person).find(({ bot }) => (bot.webAppId ?? bot.appId) === caller.appId)
  if (!there) return graphRefusal(403, 'Forbidden', 'The app is not installed for the recipient')
  if (!caller.roles.includes(FEED_ROLE) && !there.bot.consents?.includes(FEED_CONSENT)) {
    return graphRefusal(403, 'Forbidden', `Missing permissions. API requires one of '${FEED_ROLE}, ${FEED_CONSENT}'`)
  }
  const { chainId } = parsed.data
  // The newer one of a chain stands in place of the older.
  const id = `${personKey(person)} ${chainId === undefined ? hub.data.feed.size + 1 : `chain ${chainId}`}`
  const { tid, oid } = person
  hub.data.feed.set(id, { id, tid, oid, appId: caller.appId, at: hub.now().toISOString(), body: parsed.data })
  hub.changed({ kind: 'world' })
  return { status: 204 }
}

function catalog(hub: Hub, { caller, req }: Call): Answer {
  const wanted = externalIdIn(req)
  const apps = catalogOf(hub, caller.tid).filter(({ manifestId }) => !wanted || manifestId === wanted)
  return ok({ '@odata.context': `${GRAPH}/$metadata#appCatalogs/teamsApps`, value: apps.map(teamsApp) })
}

function catalogOf(hub: Hub, tid: string): readonly Bot[] {
  return hub.data.bots.values().filter(({ catalogs }) => !catalogs || catalogs.includes(tid))
}

function teamsApp({ catalogId, manifestId, name }: Bot): Record<string, unknown> {
  return { id: catalogId, externalId: manifestId, displayName: name, distributionMethod: 'organization' }
}

function externalIdIn(req: Request): string | undefined {
  return /externalId eq '(?<id>[^']+)'/u.exec(String(req.query['$filter'] ?? ''))?.groups?.['id']
}

function installationsOf(hub: Hub, person: Person): readonly { installation: Installation; bot: Bot }[] {
  return hub.data.bots.values().flatMap(bot => {
    const installation = hub.data.installations.get(chatId(bot.appId, person))
    return installation?.state === 'installed' ? [{ installation, bot }] : []
  })
}
