/** What an admin chooses, checks and takes back. */
import { randomUUID } from 'node:crypto'
import { record } from '../../audit/audit.ts'
import { serviceOf, type CoachEngine, type ModelCheck, type ModelProvider } from '../../contract/coach-engine.ts'
import type { Deps } from '../../platform/deps.ts'
import type { Trx } from '../../platform/database.ts'
import { ProblemError } from '../../platform/errors.ts'
import { isOnLoopback } from '../../platform/guarded-fetch.ts'
import { LateError, SECOND } from '../../platform/time.ts'
import { patiently } from '../batches.ts'
import type { EngineInput } from '../port.ts'
import { addressOf } from './address.ts'
import { createCircuit } from './circuit.ts'
import { ModelError } from './model-error.ts'
import { contextOf, engineIdOf, engineOf, forgetEngine } from './model.ts'
import * as store from './store.ts'

/** Puts the service into what people agree to, or takes it out, in the transaction that makes it so. */
export type NameService = (
  trx: Trx,
  named: { readonly organizationId: string; readonly service: string | null }
) => Promise<void>

/** `name`: nothing here knows people. */
export type Naming = { readonly deps: Deps; readonly name: NameService }

type Admin = { readonly organizationId: string; readonly personId: string }
type Chosen = {
  readonly provider: ModelProvider
  readonly endpoint: string
  readonly model: string
  readonly key?: string | undefined
}

export const coachEngineOf = (deps: Deps, organizationId: string): Promise<CoachEngine> =>
  deps.db.for(organizationId)(async trx => toEngine(await store.findEngine(trx, organizationId)))

function toEngine(row: store.EngineRow | undefined): CoachEngine {
  if (!row) return { kind: 'scripted' }
  const { provider, endpoint, model, active, check_result: result, checked_at: at, check_ms: ms } = row
  return {
    kind: 'model',
    id: engineIdOf(provider),
    provider,
    endpoint,
    model,
    active,
    changedAt: row.changed_at.toISOString(),
    check: result && at && ms !== null ? { result, at: at.toISOString(), ms } : null
  }
}

/** @throws ProblemError `address_refused`, `key_needed`. */
export async function changeEngine({ deps, name }: Naming, { organizationId, personId, ...chosen }: Admin & Chosen) {
  const { provider, model, key } = chosen
  const endpoint = addressOf(chosen, isOnLoopback(deps.config.PUBLIC_URL))
  if (endpoint === undefined)
    throw new ProblemError('bad_request', 'Give an address of the public internet that begins with https://', {
      reason: 'address_refused'
    })
  const place = { organization_id: organizationId, provider, endpoint }
  const changed = await deps.db.for(organizationId)(async trx => {
    const before = await store.lockEngine(trx, organizationId)
    const isSamePlace = before?.provider === provider && before.endpoint === endpoint
    if (key === undefined && !isSamePlace)
      throw new ProblemError('conflict', 'Enter the key as well: a stored one is kept for its own address only', {
        reason: 'key_needed'
      })
    if (key === undefined && before?.model === model) return before
    const row = {
      ...place,
      ...sealedKey(deps, { context: contextOf(place), key, before }),
      model,
      version: randomUUID(),
      active: false,
      changed_by: personId,
      changed_at: deps.now(),
      check_result: null,
      check_ms: null,
      checked_at: null
    }
    await store.saveEngine(trx, row)
    await name(trx, { organizationId, service: null })
    const detail = { provider, endpoint, model, newKey: key !== undefined }
    await record(trx, deps, { organizationId, action: 'coach_engine.changed', actor: personId, detail })
    return row
  })
  forgetEngine(deps, organizationId)
  return toEngine(changed)
}

type Sealing = {
  readonly context: string
  readonly key: string | undefined
  readonly before: store.EngineRow | undefined
}

function sealedKey({ vault }: Deps, { context, key, before }: Sealing) {
  if (key === undefined && before) return { wrapped_key: before.wrapped_key, sealed: before.sealed }
  const wrapped_key = vault.newKey()
  return { wrapped_key, sealed: vault.seal(wrapped_key, context, key ?? '') }
}

/** @throws ProblemError `conflict`. */
export async function checkEngine({ deps, name }: Naming, { organizationId, personId }: Admin): Promise<CoachEngine> {
  const row = await deps.db.for(organizationId)(trx => store.findEngine(trx, organizationId))
  if (!row) throw new ProblemError('conflict', 'There is no model to check. Save its settings first')
  const { result, ms } = await sayHello(deps, row)
  const at = deps.now().toISOString()
  const engine = await deps.db.for(organizationId)(async trx => {
    const kept = await store.saveCheck(trx, { organizationId, version: row.version, result, ms, at })
    const detail = { result, began: kept && result === 'well' && !row.active }
    if (kept) await record(trx, deps, { organizationId, action: 'coach_engine.checked', actor: personId, detail })
    if (kept && result === 'well') await name(trx, { organizationId, service: serviceOf(row) })
    return toEngine(await store.findEngine(trx, organizationId))
  })
  if (result === 'well') forgetEngine(deps, organizationId)
  return engine
}

const PATIENCE = { firstMs: 10 * SECOND, nextMs: 10 * SECOND }

const refuse = async (): Promise<never> => {
  throw new ProblemError('conflict', 'This is a check: there is nobody here')
}
const HELLO: Omit<EngineInput, 'signal'> = {
  locale: 'en',
  messages: [{ from: 'person', text: 'Hello' }],
  context: async () => [],
  state: undefined,
  tools: {
    plans: async () => [],
    courses: async () => [],
    material: async () => [],
    makePlan: refuse,
    changePlan: refuse,
    closePlan: refuse
  }
}

/** As a person's turn goes, but whatever it failed at before. */
async function sayHello(deps: Deps, row: store.EngineRow): Promise<Pick<ModelCheck, 'result' | 'ms'>> {
  const began = deps.realNow().getTime()
  const engine = await engineOf(deps, row, createCircuit(deps.realNow))
  const told = async (): Promise<ModelCheck['result']> => {
    const { signal } = new AbortController()
    for await (const part of patiently(engine.answer({ ...HELLO, signal }), PATIENCE))
      if (part.kind === 'end') return 'well'
    return 'empty'
  }
  const result = await told().catch((err: unknown) => {
    if (err instanceof ModelError) return err.failure
    if (err instanceof LateError) return 'late' as const
    throw err
  })
  return { result, ms: deps.realNow().getTime() - began }
}

export async function removeEngine({ deps, name }: Naming, { organizationId, personId }: Admin): Promise<CoachEngine> {
  await deps.db.for(organizationId)(async trx => {
    const was = await store.lockEngine(trx, organizationId)
    if (!was) return
    await store.deleteEngine(trx, organizationId)
    await name(trx, { organizationId, service: null })
    const detail = { provider: was.provider, endpoint: was.endpoint, model: was.model }
    await record(trx, deps, { organizationId, action: 'coach_engine.removed', actor: personId, detail })
  })
  forgetEngine(deps, organizationId)
  return { kind: 'scripted' }
}
