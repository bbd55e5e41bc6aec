/** Lets Microsoft's Agents Playground talk to the same bot: it cannot sign offline, so its activities are signed here as Teams would. */
import express, { Router } from 'express'
import { z } from 'zod'
import { DEMO } from '../env.ts'
import { createChannelIdentity } from '../teams/tokens.ts'
import type { World } from '../world.ts'
import { localOnly } from './local.ts'

const activitySchema = z.looseObject({ serviceUrl: z.url() })

export function playgroundRoutes(world: World): Router {
  const identity = createChannelIdentity(world.teams.standin)
  const router = Router()
  router.post('/sandbox/playground/messages', localOnly, express.json({ limit: '1mb' }), async (req, res) => {
    const activity = activitySchema.safeParse(req.body)
    // Only a client on this machine may be answered.
    if (!activity.success || !['127.0.0.1', 'localhost'].includes(new URL(activity.data.serviceUrl).hostname)) {
      res.status(400).json({ error: 'an activity with a serviceUrl on this machine is wanted' })
      return
    }
    const token = await identity.sign(DEMO.botAppId, activity.data.serviceUrl)
    const answer = await fetch(`${world.addresses.product}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ ...activity.data, channelId: 'msteams' })
    })
    res
      .status(answer.status)
      .type('json')
      .send(await answer.text())
  })
  return router
}
