/** Storage of oidc-provider on our database, one unit a request. Of parallel refreshes exactly one wins. */
import { errors, type Adapter, type AdapterFactory, type AdapterPayload, type ClientMetadata } from 'oidc-provider'
import { parseSubject } from '../contract/subject.ts'
import type { Deps } from '../platform/deps.ts'
import { after, SECOND } from '../platform/time.ts'
import type { PayloadRow, SessionClient, StoredPayload } from './store-payloads.ts'
import { openUnit, currentUnit, type Unit } from './unit.ts'

export type FindClient = (clientId: string) => Promise<ClientMetadata | undefined>
type AdapterDeps = Pick<Deps, 'db' | 'realNow'>

export const createAdapter =
  (deps: AdapterDeps, findClient: FindClient): AdapterFactory =>
  model => {
    switch (model) {
      case 'Client':
        return clientAdapter(findClient)
      case 'Interaction':
        return interactionAdapter(payloadAdapter(deps, model))
      default:
        return payloadAdapter(deps, model)
    }
  }

function payloadAdapter(deps: AdapterDeps, model: string): Adapter {
  const { realNow } = deps
  const find = async (by: 'id' | 'uid' | 'user_code', value: string) =>
    restore(await (currentUnit() ?? (await openUnit(deps))).find({ model, by, value }), realNow())
  /** In the request's unit, or alone and at once. */
  const change = async (work: (unit: Unit) => void): Promise<void> => {
    const open = currentUnit()
    const unit = open ?? (await openUnit(deps))
    work(unit)
    if (!open && !(await unit.keep())) throw new errors.InvalidGrant(USED)
  }
  return {
    upsert: (id, payload, expiresIn) =>
      change(unit =>
        unit.save(rowOf({ model, id, payload, device: unit.visitor?.device }, until(realNow(), expiresIn)))
      ),
    find: id => find('id', id),
    findByUid: uid => find('uid', uid),
    findByUserCode: userCode => find('user_code', userCode),
    consume: id => change(unit => unit.consume({ model, id })),
    destroy: id => change(unit => unit.remove({ model, id })),
    revokeByGrantId: grantId => change(unit => unit.removeGrant(grantId))
  }
}

/** The browser keeps it where it can; its result then counts once, which only the database can say. */
function interactionAdapter(stored: Adapter): Adapter {
  const sealed = () => currentUnit()?.visitor?.interactions
  return {
    ...stored,
    upsert: async (id, payload, expiresIn = 0) => {
      if (!sealed()?.keep(id, payload, expiresIn)) await stored.upsert(id, payload, expiresIn)
    },
    find: async id => sealed()?.read(id) ?? stored.find(id),
    destroy: async id => {
      const payload = sealed()?.read(id)
      if (!payload) return stored.destroy(id)
      sealed()?.clear(id, payload)
      currentUnit()?.spend({ model: SPENT, id }, new Date(Number(payload['exp']) * SECOND))
    }
  }
}

const SPENT = 'SpentInteraction'

export const USED = 'used by a parallel request'

const until = (now: Date, expiresIn: number | undefined): Date | undefined =>
  expiresIn ? after(now, expiresIn * SECOND) : undefined

type New = {
  readonly model: string
  readonly id: string
  readonly payload: AdapterPayload
  readonly device: string | undefined
}

function rowOf({ model, id, payload, device }: New, expiresAt: Date | undefined): PayloadRow {
  const person = parseSubject(accountOf(payload) ?? '')
  const session = model === 'Session'
  return {
    model,
    id,
    payload: { ...payload },
    organizationId: person?.organizationId,
    personId: person?.personId,
    expiresAt,
    clients: session ? clientsOf(payload) : undefined,
    device: session ? device : undefined
  }
}

/** An interaction of someone already signed in names them in its session only. */
const accountOf = (payload: AdapterPayload): string | undefined => payload.accountId ?? payload.session?.accountId

const clientsOf = ({ authorizations = {} }: AdapterPayload): readonly SessionClient[] =>
  Object.entries(authorizations).flatMap(([clientId, { sid, grantId }]) => (sid ? [{ clientId, sid, grantId }] : []))

/** Two windows of one browser may refresh at once, or an answer may get lost: that is no theft yet. */
const LEEWAY_MS = 10 * SECOND

/**
 * A used refresh token shows as used only after the leeway: the provider then ends all that came of it. Before, the second
 * use is refused when it is kept, and what the first one got lives on.
 */
function restore(stored: StoredPayload | undefined, at: Date): AdapterPayload | undefined {
  if (!stored) return undefined
  const { model, payload, consumedAt } = stored
  // The row may live a part of a second longer, in which each use would add another second.
  if (model === 'Session' && Number(payload['exp'] ?? Number.POSITIVE_INFINITY) <= Math.floor(at.getTime() / SECOND))
    return undefined
  const shows = consumedAt && (model !== 'RefreshToken' || at.getTime() - consumedAt.getTime() > LEEWAY_MS)
  return shows ? { ...payload, consumed: Math.floor(consumedAt.getTime() / SECOND) } : { ...payload }
}

/** Clients are data of ours, never written by the provider. */
function clientAdapter(findClient: FindClient): Adapter {
  const never = async (): Promise<undefined> => undefined
  return {
    find: findClient,
    upsert: never,
    findByUid: never,
    findByUserCode: never,
    consume: never,
    destroy: never,
    revokeByGrantId: never
  }
}
