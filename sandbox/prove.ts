/** The demo's tenants are proved as any other: begun here, then through the product's pages and Microsoft's sign-in. */
import { startProof } from '../api/identity/tenant-proof.ts'
import type { Sandbox } from './sandbox.ts'
import { addMicrosoftAdmin, companiesOf, type KnownCompany } from './seed.ts'

class ProofError extends Error {
  override readonly name = 'ProofError'
  readonly code = 'not_proved'
}

export async function proveTenants(box: Sandbox): Promise<void> {
  for (const known of companiesOf(box.world).values()) await proveTenant(box, known)
}

async function proveTenant({ world, product }: Sandbox, { company, organizationId }: KnownCompany): Promise<void> {
  const username = addMicrosoftAdmin(world, company)
  const { url } = await startProof(product.deps, { organizationId, by: 'operator', tenantId: company.tid })
  const begun = await fetch(url, { method: 'POST' })
  const cookie = begun.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const microsoft = new URL(
    /url=(?<to>[^"]+)"/u.exec(await begun.text())?.groups?.['to']?.replaceAll('&amp;', '&') ?? ''
  )
  const form = new URLSearchParams({ request: microsoft.search.slice(1), username })
  const signedIn = await fetch(`${microsoft.origin}/${company.tid}/login`, {
    method: 'POST',
    body: form,
    redirect: 'manual'
  })
  const proved = await fetch(signedIn.headers.get('location') ?? '', { headers: { cookie } })
  if (!proved.ok) throw new ProofError(`the tenant of "${company.key}" was not proved: ${proved.status}`)
}
