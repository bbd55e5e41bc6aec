/** Where a person is signed in through CI, and their way out of it. */
import { z } from 'zod'
import { endpoint } from './endpoint.ts'

const none = z.object({})

const session = z.object({
  sessionId: z.string(),
  /** Browser and system as the browser names itself, such as `Firefox, Windows`; null when it names neither. */
  device: z.string().nullable(),
  signedInAt: z.iso.datetime(),
  /** When an app last asked through it. */
  usedAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
  /** Names of the apps it opened. */
  apps: z.array(z.string())
})
export type SessionView = z.output<typeof session>

/** The caller's own, latest first. Teams needs none: it proves anew who is there. */
export const listMySessions = endpoint({
  method: 'GET',
  path: '/v1/me/sessions',
  access: 'person',
  params: none,
  query: none,
  body: none,
  answer: z.object({ sessions: z.array(session) })
})

/** Ends one, with the tokens that came of it; its apps are told. `not_found` when it has ended already. */
export const endMySession = endpoint({
  method: 'DELETE',
  path: '/v1/me/sessions/:sessionId',
  access: 'person',
  params: z.object({ sessionId: z.string().max(64) }),
  query: none,
  body: none,
  answer: z.object({ ended: z.literal(1) })
})

/** Ends all of them and every token, this caller's too. It forbids nothing: Teams and the company's provider let the person in again. */
export const signOutEverywhere = endpoint({
  method: 'DELETE',
  path: '/v1/me/sessions',
  access: 'person',
  params: none,
  query: none,
  body: none,
  answer: z.object({ ended: z.number().int() })
})
