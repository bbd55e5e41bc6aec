/** Tells an app that a session is over. It is told again until it has heard. */
import type { z } from 'zod'
import { appSubject, markHop } from '../audit/audit.ts'
import { subjectOf } from '../contract/subject.ts'
import type { Deps } from '../platform/deps.ts'
import { VendorError } from '../platform/errors.ts'
import { createAccounts } from './accounts.ts'
import { createClients, isOwn } from './clients.ts'
import { followKeys } from './follow-keys.ts'
import { createLimits, PER_MINUTE } from './limits.ts'
import type { logoutJob } from './logout-job.ts'
import { createProvider } from './provider.ts'

/** The types of oidc-provider leave it out. */
type Told = { backchannelLogout(subject: string, sid: string): Promise<void> }
const canBeTold = (client: object): client is Told => 'backchannelLogout' in client

type Ended = z.output<typeof logoutJob.schema>

/** @returns what tells one app; it throws a VendorError, to be tried again, when the app did not hear. */
export function createLogout(deps: Deps): (ended: Ended) => Promise<void> {
  const limits = createLimits(deps, PER_MINUTE)
  const parts = { clients: createClients(deps), accounts: createAccounts(deps), limits }
  let following: ReturnType<typeof follow> | undefined
  const follow = () => followKeys(deps, keys => createProvider(deps, { ...parts, keys }))
  const heard = async (ended: Ended): Promise<boolean> => {
    following ??= follow()
    const provider = await (await following)()
    const client = await provider.Client.find(ended.clientId)
    return client?.backchannelLogoutUri !== undefined && canBeTold(client) && tell(client, ended)
  }
  return async ended => {
    // Our own hold nothing but tokens, which died with the revocation. This provider knows nothing of their own grants.
    const over = isOwn(ended.clientId) || (await heard(ended))
    const hop = { hop: 'app', subject: appSubject(ended), state: over ? 'done' : 'open' } as const
    await deps.db.for(ended.organizationId)(trx => markHop(trx, deps, { ...ended, ...hop }))
  }
}

async function tell(app: Told, { organizationId, personId, sid }: Ended): Promise<true> {
  await app.backchannelLogout(subjectOf(organizationId, personId), sid).catch((cause: unknown) => {
    throw new VendorError('app', 'it did not hear that a session is over', { retryable: true, cause })
  })
  return true
}
