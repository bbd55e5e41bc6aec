/** The port's tools as a model sees them: one entry each. None takes a person's id; what one finds or refuses goes back as data. */
import { tool, type ToolSet } from 'ai'
import { z } from 'zod'
import { ProblemError } from '../../platform/errors.ts'
import type { Log } from '../../platform/log.ts'
import type { EnginePart, PlanWords, Tools } from '../port.ts'
import { fenced } from './conversation.ts'

export type Turn = {
  readonly tools: Tools
  /** Handed over with the end of the answer: of an answer that fails nothing is kept. */
  readonly keep: (part: Exclude<EnginePart, { readonly kind: 'text' | 'end' }>) => void
  /** Settled so far in this answer. */
  readonly plan: () => PlanWords | undefined
  readonly log: Pick<Log, 'warn'>
}

const entry =
  <Input>(description: string, inputSchema: z.ZodType<Input>, run: (turn: Turn, input: Input) => Promise<unknown>) =>
  (name: string, turn: Turn) =>
    tool({
      description,
      inputSchema,
      execute: async (input: Input) => fenced('result', await outcome(turn, name, () => run(turn, input)))
    })

/** Our own refusals are written to be read; anything else stays inside. */
async function outcome({ log }: Turn, name: string, run: () => Promise<unknown>): Promise<string> {
  try {
    return JSON.stringify(await run())
  } catch (err) {
    if (err instanceof ProblemError) return err.message
    log.warn({ tool: name, problem: err instanceof Error ? err.name : typeof err }, 'tool of a model failed')
    return 'This cannot be done in this talk'
  }
}

const words = (about: string) => z.string().trim().min(3).max(200).describe(about)
const cue = words('The moment, in the person’s own words, without the word "if"')
const action = words('What the person will do then, in their own words, without "then I will"')
const when = z.enum(['today', 'tomorrow', 'three_days', 'next_week', 'never']).describe('When to ask how it went')
const planId = z.string().describe('As list_plans gave it')
const nothing = z.object({})

const ENTRIES = {
  list_plans: entry('The person’s own if-then plans', nothing, ({ tools }) => tools.plans()),
  settle_plan: entry(
    'Keeps the one if-then plan of this talk, once the person said yes to its words and to when to be asked',
    z.object({ cue, action, when }),
    async ({ keep, plan }, settled) => {
      if (plan()) throw new ProblemError('conflict', 'A plan is settled in this answer already. Go on without another')
      keep({ kind: 'plan', plan: settled })
      return { settled: true }
    }
  ),
  change_plan: entry(
    'Changes words or moment of an open plan, when the person asks for it',
    z.object({ planId, cue: cue.optional(), action: action.optional(), when: when.optional() }),
    ({ tools }, { planId: id, ...change }) =>
      tools.changePlan(id, {
        ...(change.cue === undefined ? {} : { cue: change.cue }),
        ...(change.action === undefined ? {} : { action: change.action }),
        ...(change.when === undefined ? {} : { when: change.when })
      })
  ),
  close_plan: entry(
    'Closes a plan, when the person said how it went or that it is off',
    z.object({ planId, outcome: z.enum(['kept', 'missed', 'dropped']) }),
    ({ tools }, { planId: id, outcome: ended }) => tools.closePlan(id, ended)
  ),
  list_courses: entry('The person’s own courses and how far they are', nothing, ({ tools }) => tools.courses()),
  find_material: entry(
    'What the company wrote down, such as its rules; the person is shown each passage that is found',
    z.object({ query: words('What is looked for') }),
    async ({ tools, keep }, { query }) => {
      const found = await tools.material(query)
      for (const material of found) keep({ kind: 'citation', ...material })
      return found.map(({ title, quote }) => ({ title, quote }))
    }
  )
} as const

export const toolsOf = (turn: Turn): ToolSet =>
  Object.fromEntries(Object.entries(ENTRIES).map(([name, made]) => [name, made(name, turn)]))
