/** A language model as the product calls it, to be measured as the scripted coach is: our prompt, our tools, over HTTP. It is somebody's bill. */
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { createCircuit } from '../../api/coach/model/circuit.ts'
import { createModelEngine } from '../../api/coach/model/engine.ts'
import { engineIdOf } from '../../api/coach/model/model.ts'
import { openModel } from '../../api/coach/model/provider.ts'
import type { EngineInput, EngineMessage, PlanWords, Tools } from '../../api/coach/port.ts'
import { MODEL_PROVIDERS } from '../../api/contract/coach-engine.ts'
import { label } from './label.ts'
import type { Coach } from './session.ts'

const KEY = 'COACH_MODEL_KEY'
/** Twenty of each kind are 6,000 calls a language. */
const SESSIONS = 3

const wantedSchema = z.object({
  provider: z.enum(MODEL_PROVIDERS),
  endpoint: z.url(),
  model: z.string().min(1),
  key: z.string({ error: `is read from ${KEY}` }).min(1),
  sessions: z.coerce.number().int().min(1).max(20).default(SESSIONS)
})
export type Wanted = z.output<typeof wantedSchema>

/** @returns undefined where no model is wanted. @throws when something of it is missing. */
export function wantedModel(options: readonly string[], env: NodeJS.ProcessEnv): Wanted | undefined {
  const text = { type: 'string' } as const
  const { values } = parseArgs({
    args: [...options],
    options: { provider: text, endpoint: text, model: text, sessions: text },
    strict: false
  })
  if (values['model'] === undefined) return undefined
  return wantedSchema.parse({ ...values, key: env[KEY] })
}

/** What was said in this session; a model remembers nothing else. */
type Memory = readonly EngineMessage[]

/** A model does not say that a talk is over: it is with a plan; whoever wants to go is let go when asked nothing more. */
export function createModelCoach({ provider, endpoint, model, key }: Wanted): Coach<Memory> {
  const realNow = (): Date => new Date()
  const engine = createModelEngine({
    id: engineIdOf(provider),
    open: async () => openModel({ provider, endpoint, model, key, fetch }),
    circuit: createCircuit(realNow),
    log: { warn: () => undefined },
    realNow
  })
  return {
    name: `${engine.id} ${model}`,
    fresh: [],
    answer: async (before, text, locale) => {
      const messages = [...before, { from: 'person', text } as const]
      let said = ''
      let plan: PlanWords | undefined
      for await (const part of engine.answer({ ...NOTHING_KNOWN, locale, messages })) {
        if (part.kind === 'text') said += part.text
        if (part.kind === 'plan') ({ plan } = part)
      }
      const memory: Memory = plan ? [] : [...messages, { from: 'coach', text: said }]
      return { text: said, plan, memory, over: plan !== undefined, letsGo: label(said).questions === 0 }
    },
    ended: () => []
  }
}

const nobodys = async (): Promise<never> => {
  throw new Error('the simulated people have one plan a session')
}

const NOTHING: Tools = {
  plans: async () => [],
  makePlan: nobodys,
  changePlan: nobodys,
  closePlan: nobodys,
  courses: async () => [],
  material: async () => []
}

const NOTHING_KNOWN: Omit<EngineInput, 'locale' | 'messages'> = {
  context: async () => [],
  state: undefined,
  tools: NOTHING,
  signal: new AbortController().signal
}
