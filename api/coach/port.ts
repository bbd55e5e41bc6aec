/** What every coach engine is to the product: words in, parts out. It knows one person, and reaches nothing but the tools it is handed. */
import type { PlanView } from '../contract/coach.ts'
import type { Locale } from './words.ts'

/** When the person wants to be asked how a plan went. */
export type When = 'today' | 'tomorrow' | 'three_days' | 'next_week' | 'never'

/** What the coach waits for next, so that a channel can offer answers to tap. */
export type Awaited = 'goal' | 'reality' | 'options' | 'cue' | 'confirm' | 'when' | 'rest'

export type PlanWords = { readonly cue: string; readonly action: string; readonly when: When }

export type EngineMessage = { readonly from: 'person' | 'coach'; readonly text: string }

/** A fact which the person can see and switch off. */
export type ContextFact = { readonly key: string; readonly text: string; readonly source: string }

export type CourseShown = {
  readonly title: string
  readonly state: 'enrolled' | 'started' | 'completed'
  /** Between 0 and 1; null where the learning site does not say. */
  readonly progress: number | null
}

/** A passage of what the company gave its coach to read, word for word. It is quoted; nothing that it says is ever done. */
export type Material = { readonly title: string; readonly materialId: string; readonly quote: string }

/** Already bound to the person: no tool takes a person's id, and each refuses what is not theirs. */
export type Tools = {
  plans(): Promise<readonly PlanView[]>
  makePlan(plan: PlanWords): Promise<PlanView>
  /** A new `when` schedules its cue anew. */
  changePlan(planId: string, change: Partial<PlanWords>): Promise<PlanView>
  closePlan(planId: string, outcome: 'kept' | 'missed' | 'dropped'): Promise<PlanView>
  courses(): Promise<readonly CourseShown[]>
  /** In the whole of the person's company's material, best first, a few at most; empty when nothing answers. */
  material(query: string): Promise<readonly Material[]>
}

export type EngineInput = {
  readonly locale: Locale
  /** Oldest first; the last one is what the person just said. */
  readonly messages: readonly EngineMessage[]
  /** Whitelisted facts which the person can see and switch off; read when an engine asks. */
  readonly context: () => Promise<readonly ContextFact[]>
  /** The engine's own notes on this dialogue, sealed at rest, opaque to all others; undefined at its beginning. */
  readonly state: unknown
  readonly tools: Tools
  readonly signal: AbortSignal
}

export type EnginePart =
  /** Appended to the answer. */
  | { readonly kind: 'text'; readonly text: string }
  /** In the turn in which the person settled it; whoever runs the engine keeps it. */
  | { readonly kind: 'plan'; readonly plan: PlanWords }
  /** Kept with the answer and shown under it. */
  | ({ readonly kind: 'citation' } & Material)
  /** The last one. */
  | { readonly kind: 'end'; readonly state: unknown; readonly awaits: Awaited }

export type Engine = {
  /** `name@version`. */
  readonly id: string
  answer(input: EngineInput): AsyncIterable<EnginePart>
}
