/** Joining an account to its person from its own chat; see identity's linking. */
import { confirmLink, linkUrl, startLink } from '../identity/identity.ts'
import type { Deps } from '../platform/deps.ts'
import type { Reference } from './intents.ts'
import { resolveSender } from './references.ts'

type Account = Pick<Reference, 'tenantId' | 'entraObjectId'>

/** The page to open, or undefined when the account is joined already or its company unknown. */
export type Connecting = { readonly linkId: string; readonly url: string }

/** @param name as the account calls itself. */
export async function beginConnecting(
  deps: Deps,
  { tenantId, entraObjectId }: Account,
  name: string
): Promise<Connecting | undefined> {
  const started = await startLink(deps, { tid: tenantId, oid: entraObjectId, name, surface: 'chat' })
  return started.kind === 'started' ? started : undefined
}

export type Connected =
  | { readonly kind: 'connected' }
  | (Connecting & { readonly kind: 'wrong_code' | 'expired' | 'person_linked' })
  | undefined

/** Undefined for a company that CI does not know. */
export async function finishConnecting(
  deps: Deps,
  account: Account,
  given: { readonly linkId: string; readonly code: string }
): Promise<Connected> {
  const sender = await resolveSender(deps, account)
  if (sender.kind === 'unknownTenant') return undefined
  const { linkId } = given
  const outcome = await confirmLink(deps, { tid: account.tenantId, oid: account.entraObjectId }, given)
  if (outcome === 'linked' || outcome === 'account_linked') return { kind: 'connected' }
  return { kind: outcome, linkId, url: linkUrl(deps, { organizationId: sender.organizationId, linkId }) }
}
