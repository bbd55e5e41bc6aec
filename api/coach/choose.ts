/** Which engine answers a company's people, and which takes over when it does not. */
import { agreementOf } from '../channels/channels.ts'
import type { Deps } from '../platform/deps.ts'
import { SECOND } from '../platform/time.ts'
import { modelEngineFor } from './model/model.ts'
import type { Engine } from './port.ts'
import { scriptedEngine } from './scripted/scripted.ts'

type Asked = {
  readonly organizationId: string
  readonly personId: string
  /** The session promises that nothing of it is kept anywhere, which no outside service can. */
  readonly untraced: boolean
}

export type Engines = {
  choose(deps: Deps, asked: Asked): Engine | Promise<Engine>
  /** Answers in the place of one that failed or is late; the turn says so. */
  readonly fallback: Engine
  /** How long the first words may take, and what follows any others, before an engine counts as late. */
  readonly patience: { readonly firstMs: number; readonly nextMs: number }
}

export const engines: Engines = {
  choose: async (deps, asked) => (asked.untraced ? undefined : await modelFor(deps, asked)) ?? scriptedEngine,
  fallback: scriptedEngine,
  patience: { firstMs: 8 * SECOND, nextMs: 15 * SECOND }
}

/** A service may be named after a turn began: only a yes that holds for it sends anything there. */
async function modelFor(deps: Deps, { organizationId, personId }: Asked): Promise<Engine | undefined> {
  const model = await modelEngineFor(deps, organizationId)
  return model && (await agreementOf(deps, organizationId, personId)) === 'given' ? model : undefined
}
