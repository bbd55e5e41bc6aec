/** What an engine is handed about a person beside their words: facts they left switched on, and what they want remembered. */
import type { Surface } from '../contract/coach.ts'
import { contextFor } from '../hr/hr.ts'
import type { Deps } from '../platform/deps.ts'
import { memoriesFor } from './memory.ts'

type Where = { readonly organizationId: string; readonly personId: string; readonly surface: Surface }
export type CoachContext = readonly { readonly key: string; readonly text: string; readonly source: string }[]

const SOURCES = {
  said: (day: string) => `You said this on ${day}`,
  written: (day: string) => `You wrote this down on ${day}`,
  plan: (day: string) => `Your plan of ${day}`
} as const

/** Notes were written in private: where an answer lies in the company's Teams, no engine is handed them. */
export async function coachContext(deps: Deps, { surface, ...key }: Where): Promise<CoachContext> {
  const memories = surface === 'teams' ? [] : await memoriesFor(deps, key)
  return [
    ...(await contextFor(deps, key)),
    ...memories.map(({ text, source, at }) => ({ key: 'memory', text, source: SOURCES[source](at.slice(0, 10)) }))
  ]
}
