/** Refuses, before botbuilder, what Teams never sends: botbuilder answers such calls with a 500. */
import type { RequestHandler } from 'express'
import { z } from 'zod'
import { ProblemError } from '../api/platform/errors.ts'

const envelope = z.looseObject({ type: z.string(), channelId: z.string(), serviceUrl: z.url() })

export const unreadable: RequestHandler = (req, _res, next) => {
  if (!/^bearer \S/iu.test(req.get('authorization') ?? ''))
    throw new ProblemError('unauthenticated', 'Only Teams posts here, with a token of the Bot Framework')
  if (!envelope.safeParse(req.body).success)
    throw new ProblemError('bad_request', 'This is no activity: "type", "channelId" and "serviceUrl" are missing')
  next()
}
