/** The sandbox's control API: loopback only, with a token made at each start; Host and Origin are checked against rebinding. */
import { Router, type Response } from 'express'
import { ProblemError } from '../../api/platform/errors.ts'
import { answerErrors, createApi, notFound, type Api, type Authenticate } from '../../api/platform/http.ts'
import type { Log } from '../../api/platform/log.ts'
import { faultSchema } from '../harness/faults.ts'
import type { Watched } from '../harness/standin.ts'
import { companiesOf, peopleOf } from '../seed.ts'
import type { World } from '../world.ts'
import { campaignRoutes } from './campaigns.ts'
import { clockRoutes } from './clock.ts'
import * as contract from './contract.ts'
import { keptRoutes } from './kept.ts'
import { localOnly, same } from './local.ts'
import { messageRoutes } from './messages.ts'
import { peopleRoutes, presentPerson } from './people.ts'
import { playgroundRoutes } from './playground.ts'

const OK = { ok: true } as const

export function controlRoutes(world: World, options: { readonly token: string; readonly log: Log }): Router {
  const router = Router()
  const authenticate: Authenticate = async token => ({ kind: same(token, options.token) ? 'operator' : 'nobody' })
  const api = createApi(authenticate)
  stateRoutes(world, api)
  peopleRoutes(world, api)
  messageRoutes(world, api)
  campaignRoutes(world, api)
  keptRoutes(world, api)
  clockRoutes(world, api)
  faultRoutes(world, api)
  router.use('/sandbox', localOnly)
  router.get('/sandbox/v1/events', (req, res) => {
    if (same(String(req.query['token'] ?? ''), options.token)) streamEvents(world, res)
    else throw new ProblemError('unauthenticated', 'The token is missing or of an earlier start')
  })
  router.use(playgroundRoutes(world), api.router)
  router.use('/sandbox', notFound, answerErrors(options.log))
  return router
}

function stateRoutes(world: World, api: Api): void {
  api.serve(contract.getState, async () => ({
    now: world.clock.now().toISOString(),
    companies: companiesOf(world)
      .values()
      .map(({ company, organizationId, launchDate, hrChannelId }) => ({
        key: company.key,
        name: company.name,
        organizationId,
        people: peopleOf(world)
          .values()
          .filter(({ companyKey }) => companyKey === company.key).length,
        timezone: company.timezone,
        launchDate,
        channels: [{ channelId: hrChannelId, name: 'Coaching insights', teamName: 'People & Culture' }],
        learningSiteUrl: `${world.addresses.thinkific}/sites/${company.site.subdomain}`,
        learningSystemUrl: world.lms.courseUrl(company.key)
      })),
    people: peopleOf(world)
      .values()
      .filter(({ persona }) => persona !== undefined)
      .map(person => presentPerson(world, person)),
    standins: world.standins.map(({ name, url, faults }) => ({ name, url: url(), faults: [...faults.list()] })),
    tabUrl: `${world.addresses.product}/tab/`,
    botEndpoint: `${world.addresses.product}/api/messages`
  }))
}

function faultRoutes(world: World, api: Api): void {
  const standin = (name: string): Watched => {
    const found = world.standins.find(each => each.name === name)
    if (!found)
      throw new ProblemError(
        'not_found',
        `No stand-in "${name}". They are ${world.standins.map(each => each.name).join(', ')}`
      )
    return found
  }
  api.serve(contract.addFault, async ({ params, body }) => {
    const fault = faultSchema.safeParse(body)
    if (!fault.success)
      throw new ProblemError(
        'bad_request',
        fault.error.issues.map(issue => `${issue.path.join('.')}: ${issue.message}`).join('; ')
      )
    standin(params.name).faults.add(fault.data)
    return OK
  })
  api.serve(contract.clearFaults, async ({ params }) => {
    standin(params.name).faults.clear()
    return OK
  })
  api.serve(contract.getReceived, async ({ params, query }) => ({
    received: standin(params.name)
      .received()
      .filter(({ id, path }) => id > (query.after ?? 0) && (!query.path || path.includes(query.path)))
      .map(each => ({ ...each, headers: { ...each.headers } }))
  }))
  api.serve(contract.listMails, async ({ query }) => ({
    mails: world.mail
      .mails()
      .filter(({ id, to }) => id > (query.after ?? 0) && (!query.to || to.includes(query.to)))
      .map(each => ({ ...each, to: [...each.to] }))
  }))
}

function streamEvents(world: World, res: Response): void {
  res.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store', connection: 'keep-alive' })
  const send = (event: contract.SandboxEvent): void => void res.write(`data: ${JSON.stringify(event)}\n\n`)
  const stopCalls = world.onReceived(({ standin, id, at, method, path, status }) =>
    send({ kind: 'call', standin, id, at, method, path, status })
  )
  const stopChats = world.teams.onChange(change =>
    send(
      change.kind === 'world'
        ? { kind: 'people' }
        : { kind: 'chat', conversationId: 'placeId' in change ? String(change.placeId) : '' }
    )
  )
  const beat = setInterval(() => send({ kind: 'clock', now: world.clock.now().toISOString() }), 5000)
  res.once('close', () => {
    stopCalls()
    stopChats()
    clearInterval(beat)
  })
}
