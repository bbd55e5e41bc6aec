/** A new company: made at WorkOS and here in one call, with a first admin who sets up all the rest. */
import type { z } from 'zod'
import { record } from '../audit/audit.ts'
import type { startCompany } from '../contract/company.ts'
import { NO_LAUNCH, organizationSettingsSchema } from '../contract/organizations.ts'
import { getPerson } from '../directory/directory.ts'
import {
  configureOrganization,
  findOrganizationIdByExternal,
  getOrganization,
  isSettingUp
} from '../organizations/organizations.ts'
import type { Deps } from '../platform/deps.ts'
import { ProblemError, VendorError } from '../platform/errors.ts'
import type { Mailer } from '../vendors/mail.ts'
import type { Workos } from '../vendors/workos.ts'
import { invitationMail } from './invitation-mail.ts'
import { inviteFounderJob } from './mail-job.ts'
import { inviteFounder } from './own-people.ts'
import { sendUnlessRefused } from './send.ts'
import { languageOf } from './words.ts'

type Beginning = z.output<typeof startCompany.body> & { readonly externalId: string }

const consoleUrl = ({ config }: Pick<Deps, 'config'>): string => `${config.PUBLIC_URL}/tab/#console:overview`

/** @throws ProblemError `unavailable` while WorkOS does not answer: nothing is made then that a repeat does not find. */
export async function beginCompany(deps: Deps, workos: Workos, beginning: Beginning) {
  const { externalId, name, demo, admin, country, locale, timezone } = beginning
  const known = await findOrganizationIdByExternal(deps, externalId)
  const organizationId = known ?? (await make())
  const personId = await inviteFounder(deps, organizationId, { ...admin, roles: ['admin'], cohorts: [] })
  const key = { organizationId, personId }
  await deps.db.for(organizationId)(async trx => {
    await record(trx, deps, { ...key, action: 'company.begun', actor: 'operator', detail: {} })
    await deps.queue.enqueue(trx, inviteFounderJob.job(key))
  })
  return { ...key, consoleUrl: consoleUrl(deps) }

  async function make(): Promise<string> {
    const workosOrganizationId = await workos.ensureOrganization({ externalId, name }).catch((cause: unknown) => {
      if (!(cause instanceof VendorError)) throw cause
      throw new ProblemError('unavailable', 'WorkOS does not answer. Repeat the call in a minute', { cause })
    })
    const settings = organizationSettingsSchema.parse({
      name,
      demo,
      workosOrganizationId,
      settingUp: true,
      country,
      locale,
      timezone,
      sponsor: { name: '', title: '' },
      launchDate: NO_LAUNCH
    })
    return (await configureOrganization(deps, { externalId, settings })).organizationId
  }
}

/** The mail that leads to the console. Nothing for who was removed or needs it no more. @throws VendorError to be tried again. */
export async function mailInvitation(
  deps: Deps,
  mailer: Mailer,
  { organizationId, personId }: { readonly organizationId: string; readonly personId: string }
): Promise<void> {
  const organization = await getOrganization(deps, organizationId)
  const person = await getPerson(deps, organizationId, personId)
  if (!isSettingUp(organization) || !person?.email || person.state !== 'active') return
  const asked = { name: person.firstName, company: organization.name, url: consoleUrl(deps), email: person.email }
  const mail = invitationMail(languageOf(organization.locale), asked)
  await sendUnlessRefused(deps, mailer, { ...mail, to: person.email, id: `invited.${personId}.${organizationId}` })
}
