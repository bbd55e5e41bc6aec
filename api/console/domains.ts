/** Domains that the company has proven at WorkOS lead to its sign-in: none is ever taken on somebody's word. */
import { changeOrganization, getOrganization } from '../organizations/organizations.ts'
import type { Deps } from '../platform/deps.ts'
import { ProblemError, VendorError } from '../platform/errors.ts'
import type { Workos } from '../vendors/workos.ts'

type Admin = { readonly organizationId: string; readonly personId: string }

/** @throws ProblemError `unavailable`, `conflict`, or `bad_request` where nothing is proven. */
export async function adoptDomains(
  deps: Deps,
  workos: Workos,
  { organizationId, personId }: Admin
): Promise<readonly string[]> {
  const organization = await getOrganization(deps, organizationId)
  if (organization.signIn === 'own')
    throw new ProblemError(
      'conflict',
      'Domains lead to a company’s own provider. Yours signs in with ConsciousInsights'
    )
  const verified = await workos.verifiedDomains(organization.workosOrganizationId).catch((cause: unknown) => {
    if (!(cause instanceof VendorError)) throw cause
    throw new ProblemError('unavailable', 'WorkOS does not answer. Try again in a minute', { cause })
  })
  const domains = [...new Set([...organization.domains, ...verified])]
  if (domains.length === organization.domains.length) {
    if (domains.length > 0) return domains
    throw new ProblemError('bad_request', 'No domain is proven yet. DNS records can take a day to be seen', {
      reason: 'nothing_proven'
    })
  }
  const change = <T extends { readonly domains: string[] }>(now: T): T => ({
    ...now,
    domains: [...new Set([...now.domains, ...verified])]
  })
  await changeOrganization(deps, { organizationId, actor: personId, change })
  return domains
}
