/** Whether mail may go to a person. An address that no mailbox answers to is not tried again; another one is. */
import { reachSettingsOf } from '../channels/channels.ts'
import { createHash } from 'node:crypto'
import { getPerson } from '../directory/directory.ts'
import type { Deps } from '../platform/deps.ts'
import { findMailStanding, saveMailStanding, type MailStanding } from './store.ts'

type Key = { readonly organizationId: string; readonly personId: string }

export const digestOf = (address: string): string =>
  createHash('sha256').update(address.trim().toLowerCase()).digest('base64url')

/** Pure. */
export const mayMail = (standing: MailStanding | undefined, email: string | undefined): email is string =>
  Boolean(email?.includes('@')) && !standing?.stopped_at

/** Pure. */
export const refusalHolds = (standing: MailStanding | undefined, email: string | undefined): boolean =>
  standing?.refused_address !== null && standing?.refused_address === digestOf(email ?? '')

export async function myMail(deps: Deps, key: Key) {
  const person = await getPerson(deps, key.organizationId, key.personId)
  const { mail } = await reachSettingsOf(deps, key.organizationId)
  const standing = await deps.db.for(key.organizationId)(trx => findMailStanding(trx, key))
  return {
    wanted: !standing?.stopped_at,
    offered: mail && deps.config.MAIL_URL !== undefined && Boolean(person?.email),
    refused: refusalHolds(standing, person?.email)
  }
}

/** Their word counts at once, whatever is on its way: it is asked again right before a mail goes out. */
export const wantMail = (deps: Deps, key: Key, wanted: boolean): Promise<void> =>
  deps.db.for(key.organizationId)(trx => saveMailStanding(trx, key, { stopped_at: wanted ? null : deps.now() }))
