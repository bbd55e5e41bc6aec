/** When someone must sign in, beyond oidc-provider's own checks. */
import { interactionPolicy, type KoaContextWithOIDC } from 'oidc-provider'
import { parseSubject } from '../contract/subject.ts'
import { organizationOf } from './clients.ts'

const { Check, base } = interactionPolicy
/** Marks what CI itself signed in, by code or passkey. */
export const OWN_ACR = 'urn:consciousinsights:own'
const ERROR = 'login_required'

export function createPolicy(): interactionPolicy.DefaultPolicy {
  const policy = base()
  const login = policy.get('login')
  // Without this a live session of someone who has left makes `prompt=none` a 500 instead of `login_required`.
  login?.checks.add(new Check('account_unavailable', 'the account is no longer available', ERROR, ctx => isGone(ctx)))
  login?.checks.add(
    new Check('other_company', 'the session belongs to another company', ERROR, ctx => isOfOtherCompany(ctx))
  )
  return policy
}

const isGone = ({ oidc }: KoaContextWithOIDC): boolean => Boolean(oidc.session?.accountId && !oidc.account)

function isOfOtherCompany({ oidc }: KoaContextWithOIDC): boolean {
  const wanted = organizationOf(oidc.client)
  const session = parseSubject(oidc.session?.accountId ?? '')
  return wanted !== undefined && session !== undefined && session.organizationId !== wanted
}
