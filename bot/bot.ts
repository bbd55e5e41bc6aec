/** The Teams channel: hears people over HTTP, delivers what the queue hands it. */
import express, { Router } from 'express'
import { deliverJob, deliverManyJob, inboundJob } from '../api/channels/channels.ts'
import type { Engines } from '../api/coach/coach.ts'
import type { Deps } from '../api/platform/deps.ts'
import type { Part } from '../api/platform/personal-data.ts'
import { handles, type JobHandler } from '../api/platform/queue.ts'
import { SECOND, sleep } from '../api/platform/time.ts'
import { correctCardsJob } from '../api/nudges/nudges.ts'
import { createConnectorToken } from './connector-token.ts'
import { correctCards } from './correct.ts'
import { createDeliver } from './deliver.ts'
import { createGate, type Gate } from './gate.ts'
import { listenTo } from './listen.ts'
import { createPaced, pacedBeforehand } from './paced.ts'
import { createTabLink, type World } from './reader.ts'
import { receive } from './receive.ts'
import type { StreamRules } from './stream.ts'
import { createTeams } from './teams.ts'
import { unreadable } from './unreadable.ts'

export type Bot = { readonly router: Router; readonly handlers: readonly JobHandler[] }

export const botOptions = ({ config }: Pick<Deps, 'config'>): { readonly teamsAppId?: string } =>
  config.TEAMS_APP_ID ? { teamsAppId: config.TEAMS_APP_ID } : {}

/** A little more than the second that Teams asks for between two pieces, and less than its two minutes. */
const STREAMING: StreamRules = { gapMs: 1.1 * SECOND, longestMs: 110 * SECOND, sleep, clock: () => performance.now() }

type BotOptions = {
  /** What each slice holds about one person. */
  readonly parts: readonly Part[]
  /** The id in the app's manifest, for links into Teams. */
  readonly teamsAppId?: string
  readonly streaming?: Partial<StreamRules>
  readonly engines?: Engines
  /** Teams' limit unless given. */
  readonly gate?: Gate
}

export function createBot(deps: Deps, options: BotOptions): Bot {
  const gate = options.gate ?? createGate(deps)
  const direct = createTeams(deps, createConnectorToken(deps))
  const teams = createPaced(direct, gate, deps)
  const tabLink = createTabLink(deps.config.PUBLIC_URL, options.teamsAppId)
  const streaming = { ...STREAMING, ...options.streaming }
  const world: World = {
    deps,
    teams,
    parts: options.parts,
    tabLink,
    streaming,
    engines: options.engines,
    mayNow: gate.mayNow
  }
  const deliver = createDeliver({ ...world, teams: pacedBeforehand(direct, teams) }, gate)
  const router = Router()
  router.post('/api/messages', express.json({ limit: '256kb' }), unreadable, async (req, res) => {
    await teams.receive(req, res, activity => receive(world, activity))
  })
  return {
    router,
    handlers: [
      handles(deliverJob, ({ organizationId, deliveryId }) => deliver({ organizationId, deliveryIds: [deliveryId] })),
      handles(deliverManyJob, deliver),
      handles(inboundJob, key => listenTo(world, key)),
      handles(correctCardsJob, key => correctCards(world, key))
    ]
  }
}
