/** The model that answers a company's people, where its admin chose one and a check went well. */
import type { ModelProvider } from '../../contract/coach-engine.ts'
import type { Deps } from '../../platform/deps.ts'
import { createMemo, type Memo } from '../../platform/memo.ts'
import { SECOND } from '../../platform/time.ts'
import type { Engine } from '../port.ts'
import { fetchFor } from '../../platform/guarded-fetch.ts'
import { createCircuit, type Circuit } from './circuit.ts'
import { ModelError } from './model-error.ts'
import { PROMPT_VERSION } from './prompts/prompts.ts'
import { findEngine, type EngineRow } from './store.ts'

export const engineIdOf = (provider: ModelProvider): string => `${provider}@${PROMPT_VERSION}`

type Row = EngineRow | undefined
type Held = {
  readonly rows: Memo<Row>
  /** By company; other settings begin with a closed one. */
  readonly circuits: Map<string, { readonly version: string; readonly circuit: Circuit }>
}
const held = new WeakMap<Deps['db'], Held>()

function heldIn({ db }: Deps): Held {
  const known = held.get(db) ?? { rows: createMemo(2 * SECOND), circuits: new Map() }
  held.set(db, known)
  return known
}

/** What was chosen at most two seconds ago. @returns undefined where the scripted coach answers. */
export async function modelEngineFor(deps: Deps, organizationId: string): Promise<Engine | undefined> {
  const load = (): Promise<Row> => deps.db.for(organizationId)(trx => findEngine(trx, organizationId))
  const row = await heldIn(deps).rows.get(organizationId, load)
  return row?.active ? engineOf(deps, row, circuitOf(deps, row)) : undefined
}

/** The SDKs take half a second to load, which nobody waits for who has no model. */
export async function engineOf(deps: Deps, row: EngineRow, circuit: Circuit): Promise<Engine> {
  const [{ createModelEngine }, { openModel }] = await Promise.all([import('./engine.ts'), import('./provider.ts')])
  const id = engineIdOf(row.provider)
  const { realNow, log, config } = deps
  const open = async () => openModel({ ...row, key: keyOf(deps, row), fetch: fetchFor(config.PUBLIC_URL) })
  return createModelEngine({ id, circuit, realNow, log, open })
}

function circuitOf(deps: Deps, { organization_id, version }: EngineRow): Circuit {
  const { circuits } = heldIn(deps)
  const known = circuits.get(organization_id)
  if (known?.version === version) return known.circuit
  const circuit = createCircuit(deps.realNow)
  circuits.set(organization_id, { version, circuit })
  return circuit
}

/** After a change, and after a check that went well: what is known of it here is asked anew. */
export function forgetEngine(deps: Deps, organizationId: string): void {
  const { rows, circuits } = heldIn(deps)
  rows.forget(organizationId)
  circuits.delete(organizationId)
}

type Place = Pick<EngineRow, 'organization_id' | 'provider' | 'endpoint'>

/** Bound to where the key is sent: with another address in the row it does not open. */
export const contextOf = ({ organization_id, provider, endpoint }: Place): string =>
  `${organization_id}/coach_engine/${provider}/${endpoint}`

function keyOf({ vault, log }: Deps, row: EngineRow): string {
  try {
    return vault.open(row.wrapped_key, contextOf(row), row.sealed)
  } catch (err) {
    log.error({ err, organization: row.organization_id }, 'key of a model does not open')
    throw new ModelError(engineIdOf(row.provider), 'key_refused')
  }
}
