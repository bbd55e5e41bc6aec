/** Which engine answers a company's people, and which takes over when it does not. */
import type { Organization } from '../organizations/organizations.ts'
import type { Deps } from '../platform/deps.ts'
import { SECOND } from '../platform/time.ts'
import { modelEngineFor } from './model/model.ts'
import type { Engine } from './port.ts'
import { scriptedEngine } from './scripted/scripted.ts'

export type Engines = {
  /** @param asked `untraced`: the session promises that nothing of it is kept anywhere, which no outside service can. */
  choose(deps: Deps, organization: Organization, asked: { readonly untraced: boolean }): Engine | Promise<Engine>
  /** Answers in the place of one that failed or is late; the turn says so. */
  readonly fallback: Engine
  /** How long the first words may take, and what follows any others, before an engine counts as late. */
  readonly patience: { readonly firstMs: number; readonly nextMs: number }
}

export const engines: Engines = {
  choose: async (deps, { organizationId }, { untraced }) =>
    (untraced ? undefined : await modelEngineFor(deps, organizationId)) ?? scriptedEngine,
  fallback: scriptedEngine,
  patience: { firstMs: 8 * SECOND, nextMs: 15 * SECOND }
}
