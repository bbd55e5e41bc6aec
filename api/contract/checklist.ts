/** What stands between a new company and its first nudge: computed from what is, never ticked by hand. */
import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { PORTAL_INTENTS } from './admin.ts'

export const CHECKLIST_STEPS = [
  'company',
  'sign_in',
  'domains',
  'directory',
  'groups',
  'claims',
  'own_sign_in',
  'microsoft',
  'consent',
  'teams_app',
  'learning_site',
  'rules',
  'pilot',
  'hr_channel',
  'launch',
  'first_nudge'
] as const
export type ChecklistStep = (typeof CHECKLIST_STEPS)[number]

/** Who usually does it at the client. */
export const OWNERS = ['program', 'identity', 'dns', 'teams', 'learning', 'hr', 'nobody'] as const

/** `waiting`: begun, and somebody or something outside has to go on. `blocked`: another step comes first. */
export const STEP_STATES = ['done', 'open', 'waiting', 'blocked'] as const
export type StepState = (typeof STEP_STATES)[number]

const link = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('portal'), intent: z.enum(PORTAL_INTENTS) }),
  /** A section of the console. */
  z.object({ kind: z.literal('section'), id: z.string() }),
  /** Another page of the app. */
  z.object({ kind: z.literal('page'), page: z.string() }),
  z.object({ kind: z.literal('url'), url: z.url() }),
  /** Domains that are proven and not taken over yet. */
  z.object({ kind: z.literal('domains') })
])
export type StepLink = z.output<typeof link>

/** Working days that something outside usually takes; our estimate unless `isKnown`. */
const wait = z.object({ from: z.number(), to: z.number(), isKnown: z.boolean() })

const step = z.object({
  step: z.enum(CHECKLIST_STEPS),
  state: z.enum(STEP_STATES),
  owner: z.enum(OWNERS),
  /** Without it nobody is reached. */
  required: z.boolean(),
  /** What comes first. */
  after: z.array(z.enum(CHECKLIST_STEPS)),
  /** Ways to do it, the first now; none for what comes by itself. */
  links: z.array(link),
  wait: wait.nullable(),
  /** What was counted or named for it, such as people or domains. */
  found: z.record(z.string(), z.union([z.string(), z.number()]))
})
export type Step = z.output<typeof step>

export const getChecklist = endpoint({
  method: 'GET',
  path: '/v1/admin/checklist',
  access: 'admin',
  params: z.object({}),
  query: z.object({}),
  body: z.object({}),
  answer: z.object({
    steps: z.array(step),
    /** False when WorkOS could not be asked just now. */
    live: z.boolean()
  })
})
