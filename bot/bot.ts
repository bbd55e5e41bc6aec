/** The Teams channel: hears people over HTTP, delivers what the queue hands it. */
import express, { Router } from 'express'
import { deliverJob, inboundJob } from '../api/channels/channels.ts'
import type { Deps } from '../api/platform/deps.ts'
import { handles, type JobHandler } from '../api/platform/queue.ts'
import { createConnectorToken } from './connector-token.ts'
import { deliverOne } from './deliver.ts'
import { listenTo } from './listen.ts'
import { createTabLink, type World } from './reader.ts'
import { receive } from './receive.ts'
import { createTeams } from './teams.ts'
import { unreadable } from './unreadable.ts'

export type Bot = { readonly router: Router; readonly handlers: readonly JobHandler[] }

export const botOptions = ({ config }: Pick<Deps, 'config'>): { readonly teamsAppId?: string } =>
  config.TEAMS_APP_ID ? { teamsAppId: config.TEAMS_APP_ID } : {}

/** @param options `teamsAppId` is the id in the app's manifest, for links into Teams. */
export function createBot(deps: Deps, options: { readonly teamsAppId?: string } = {}): Bot {
  const teams = createTeams(deps, createConnectorToken(deps))
  const world: World = { deps, teams, tabLink: createTabLink(deps.config.PUBLIC_URL, options.teamsAppId) }
  const router = Router()
  router.post('/api/messages', express.json({ limit: '256kb' }), unreadable, async (req, res) => {
    await teams.receive(req, res, activity => receive(world, activity))
  })
  return {
    router,
    handlers: [handles(deliverJob, key => deliverOne(world, key)), handles(inboundJob, key => listenTo(world, key))]
  }
}
