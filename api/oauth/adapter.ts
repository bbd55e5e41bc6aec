/** Storage of oidc-provider on our database. `consume` is one conditional update: of parallel refreshes exactly one wins. */
import { errors, type Adapter, type AdapterFactory, type AdapterPayload, type ClientMetadata } from 'oidc-provider'
import { parseSubject } from '../contract/subject.ts'
import type { Trx } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { after, SECOND } from '../platform/time.ts'
import { consumePayload, deleteGrant, deletePayload, findPayload, savePayload, type StoredPayload } from './store.ts'

export type FindClient = (clientId: string) => Promise<ClientMetadata | undefined>

export const createAdapter =
  (deps: Pick<Deps, 'db' | 'realNow'>, findClient: FindClient): AdapterFactory =>
  model =>
    model === 'Client' ? clientAdapter(findClient) : payloadAdapter(deps, model)

function payloadAdapter({ db, realNow }: Pick<Deps, 'db' | 'realNow'>, model: string): Adapter {
  const find = (by: 'id' | 'uid' | 'user_code', value: string) =>
    db.router(async (trx: Trx) =>
      restore(await findPayload(trx, { model, by, value, at: realNow() }), { model, at: realNow() })
    )
  return {
    upsert: (id, payload, expiresIn) => {
      const person = parseSubject(accountOf(payload) ?? '')
      return db.router(trx =>
        savePayload(trx, {
          model,
          id,
          payload,
          organizationId: person?.organizationId,
          personId: person?.personId,
          grantId: payload.grantId,
          userCode: payload.userCode,
          uid: payload.uid,
          expiresAt: expiresIn ? after(realNow(), expiresIn * SECOND) : undefined
        })
      )
    },
    find: id => find('id', id),
    findByUid: uid => find('uid', uid),
    findByUserCode: userCode => find('user_code', userCode),
    consume: async id => {
      const won = await db.router(trx => consumePayload(trx, { model, id }, realNow()))
      if (!won) throw new errors.InvalidGrant('used by a parallel request')
    },
    destroy: id => db.router(trx => deletePayload(trx, { model, id })),
    revokeByGrantId: grantId => db.router(trx => deleteGrant(trx, grantId))
  }
}

/** An interaction of someone already signed in names them in its session only. */
const accountOf = (payload: AdapterPayload): string | undefined => payload.accountId ?? payload.session?.accountId

/** Two windows of one browser may refresh at once, or an answer may get lost: that is no theft yet. */
const LEEWAY_MS = 10 * SECOND

/**
 * A used refresh token shows as used only after the leeway: the provider then ends all that came of it. Before, the second
 * use is refused by `consume` and what the first one got lives on.
 */
function restore(
  stored: StoredPayload | undefined,
  { model, at }: { readonly model: string; readonly at: Date }
): AdapterPayload | undefined {
  if (!stored) return undefined
  const payload = stored.payload as AdapterPayload
  const { consumedAt } = stored
  const shows = consumedAt && (model !== 'RefreshToken' || at.getTime() - consumedAt.getTime() > LEEWAY_MS)
  return shows ? { ...payload, consumed: Math.floor(consumedAt.getTime() / SECOND) } : payload
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
