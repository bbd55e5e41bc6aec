/** What follows when a company has a tenant no longer. */
import { z } from 'zod'
import { record } from '../audit/audit.ts'
import { adminsOf, getPerson } from '../directory/directory.ts'
import { getOrganization } from '../organizations/organizations.ts'
import type { Deps } from '../platform/deps.ts'
import { defineJob } from '../platform/queue.ts'
import { after, SECOND } from '../platform/time.ts'
import type { Mailer } from '../vendors/mail.ts'
import { mailTenantLossJob } from './mail-job.ts'
import { sendUnlessRefused } from './send.ts'
import { partTenant, saveLoss } from './store-proofs.ts'
import { tenantLossMail } from './tenant-loss-mail.ts'
import { languageOf } from './words.ts'

const tenant = z.object({ organizationId: z.string(), tenantId: z.string() })
type Tenant = z.output<typeof tenant>

const loss = tenant.extend({ lostAt: z.iso.datetime() })
type Loss = z.output<typeof loss>

/** Another company proved that it is theirs: the former holder is told. */
export const loseTenantJob = defineJob('identity.loseTenant', loss.extend({ again: z.boolean().default(false) }))
/** Wanted after tenant.gone. */
export const partTenantJob = defineJob('identity.partTenant', tenant)

/** Other processes know for seconds whose a tenant was: what came in meanwhile is swept up. */
const KNOWN_ELSEWHERE_MS = 10 * SECOND

export async function loseTenant(deps: Deps, { again, ...lost }: Loss & { readonly again: boolean }): Promise<void> {
  const { organizationId, tenantId } = lost
  const admins = await adminsOf(deps, organizationId)
  await deps.db.for(organizationId)(async trx => {
    await deps.publish(trx, { type: 'tenant.gone', organizationId, tenantId })
    if (again) return
    // A repeat of this job tells nobody a second time.
    if (!(await saveLoss(trx, { organizationId, tenantId, at: new Date(lost.lostAt) }))) return
    const detail = { tenant: tenantId }
    await record(trx, deps, { organizationId, action: 'tenant.lost', actor: 'tenant_proof', detail })
    await deps.queue.enqueue(trx, ...admins.map(personId => mailTenantLossJob.job({ ...lost, personId })))
    const later = { after: after(deps.realNow(), KNOWN_ELSEWHERE_MS) }
    await deps.queue.enqueue(trx, loseTenantJob.job({ ...lost, again: true }, later))
  })
}

/** Nothing where the company has the tenant again, or to who has left. @throws VendorError to be tried again. */
export async function mailTenantLoss(
  deps: Deps,
  mailer: Mailer,
  { organizationId, tenantId, personId, lostAt }: Loss & { readonly personId: string }
): Promise<void> {
  const { name: company, locale, entraTenantIds } = await getOrganization(deps, organizationId)
  const person = await getPerson(deps, organizationId, personId)
  if (entraTenantIds.includes(tenantId) || !person?.email || person.state !== 'active') return
  const url = `${deps.config.PUBLIC_URL}/tab/#console:microsoft`
  const mail = tenantLossMail(languageOf(person.locale ?? locale), { name: person.firstName, company, tenantId, url })
  const id = ['tenant-lost', tenantId, Date.parse(lostAt), personId, organizationId].join('.')
  await sendUnlessRefused(deps, mailer, { ...mail, to: person.email, id })
}

/** Its accounts lead to nobody here any more. Nothing is done where the company has it again. */
export async function partAccountsOfTenant(deps: Deps, { organizationId, tenantId }: Tenant): Promise<void> {
  const { entraTenantIds } = await getOrganization(deps, organizationId)
  if (entraTenantIds.includes(tenantId)) return
  await deps.db.for(organizationId)(async trx => {
    const accounts = await partTenant(trx, { organizationId, tenantId, at: deps.realNow() })
    const detail = { tenant: tenantId, accounts }
    if (accounts > 0) await record(trx, deps, { organizationId, action: 'tenant.parted', actor: 'tenant_gone', detail })
  })
}
