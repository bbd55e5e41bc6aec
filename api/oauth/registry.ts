/** Apps that sign people in through CI, added and removed by an operator. Each change is recorded with the companies concerned. */
import { record } from '../audit/audit.ts'
import { getOrganization, listOrganizationIds } from '../organizations/organizations.ts'
import type { Trx } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { ProblemError } from '../platform/errors.ts'
import { sealNewSecret } from './clients.ts'
import type { Registration } from './registration.ts'
import {
  addClient,
  deleteClient,
  findClientRow,
  listRegisteredClients,
  replaceSecret,
  type ClientRow
} from './store.ts'

export type Registered = Omit<ClientRow, 'wrappedKey' | 'sealedSecret' | 'registered'>

/** Whether a change is made, or only looked at: then all but the change happens. */
export type Mode = 'change' | 'look'

export const listRegistered = (deps: Deps): Promise<readonly Registered[]> => deps.db.router(listRegisteredClients)

/** @returns the secret, which is never shown again. @throws ProblemError when there is such a client, or no such company. */
export async function register(deps: Deps, registration: Registration, mode: Mode): Promise<string> {
  const { clientId, organizationId } = registration
  if (organizationId) await getOrganization(deps, organizationId)
  const taken = new ProblemError('conflict', `There is a client "${clientId}" already. Give another id: --id …`)
  if (await deps.db.router(trx => findClientRow(trx, clientId))) throw taken
  const { secret, sealed } = sealNewSecret(deps, clientId)
  if (mode === 'look') return secret
  await changing(deps, { ...registration, action: 'app.added' }, async trx => {
    if (!(await addClient(trx, { ...registration, ...sealed, registered: true }, deps.realNow()))) throw taken
  })
  return secret
}

/** The one before opens nothing any more, in any process, a few seconds later. */
export async function rotateSecret(deps: Deps, clientId: string, mode: Mode): Promise<string> {
  const row = await getRegistered(deps, clientId)
  const { secret, sealed } = sealNewSecret(deps, clientId)
  if (mode === 'change')
    await changing(deps, { ...row, action: 'app.secret_replaced' }, trx => replaceSecret(trx, clientId, sealed))
  return secret
}

export async function removeRegistered(deps: Deps, clientId: string, mode: Mode): Promise<Registered> {
  const row = await getRegistered(deps, clientId)
  if (mode === 'change') await changing(deps, { ...row, action: 'app.removed' }, trx => deleteClient(trx, clientId))
  return row
}

async function getRegistered(deps: Deps, clientId: string): Promise<Registered> {
  const row = await deps.db.router(trx => findClientRow(trx, clientId))
  if (row?.registered) return row
  throw new ProblemError('not_found', `There is no client "${clientId}". "list" shows those there are`)
}

type Change = Pick<Registered, 'clientId' | 'name' | 'organizationId'> & {
  readonly action: 'app.added' | 'app.removed' | 'app.secret_replaced'
}

async function changing(deps: Deps, change: Change, work: (trx: Trx) => Promise<void>): Promise<void> {
  const { clientId, name, organizationId, action } = change
  const concerned = organizationId ? [organizationId] : await listOrganizationIds(deps)
  await deps.db.router(async trx => {
    await work(trx)
    for (const each of concerned)
      await record(trx, deps, { organizationId: each, action, actor: 'operator', detail: { clientId, name } })
  })
}
