/** Sites are renamed by those who run them: noticed, told to the admin, and taken as the same site only after a look at known accounts. */
import { subjectOf } from '../contract/subject.ts'
import { getPerson } from '../directory/directory.ts'
import { getLearningSite, type LearningSite } from '../organizations/organizations.ts'
import type { Deps } from '../platform/deps.ts'
import { checkNameJob } from './job-definitions.ts'
import type { LearningSystem } from './learning-system.ts'
import { SiteError } from './problems.ts'
import type { LearnerRow } from './store.ts'
import { accountsUnderOtherNames, renameAccounts } from './store-names.ts'
import { findSite, saveSite } from './store-work.ts'
import { askThinkific } from './thinkific-call.ts'

type Heard = { readonly organizationId: string; readonly site: LearningSite; readonly subdomain: string | undefined }

const NAME = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/u

/** By a signed webhook that calls the site so. Whether it is true, a call under that name says. */
export async function noteName(deps: Deps, { organizationId, site, subdomain }: Heard): Promise<void> {
  const name = subdomain?.toLowerCase()
  if (!name || !NAME.test(name)) return
  const known = await deps.db.for(organizationId)(trx => findSite(trx, organizationId))
  const heard = known?.heard_name ?? null
  if (name === site.subdomain ? heard === null : heard === name) return
  await deps.db.for(organizationId)(trx =>
    deps.queue.enqueue(trx, checkNameJob.job({ organizationId, name }, { key: `${organizationId}/${name}` }))
  )
}

export async function checkName(
  deps: Deps,
  { organizationId, name }: { readonly organizationId: string; readonly name: string }
): Promise<void> {
  const site = await getLearningSite(deps, organizationId)
  if (!site) return
  const answers = await askThinkific(deps, { ...site, subdomain: name }, { method: 'GET', path: '/courses?limit=1' })
    .then(({ status }) => status < 300)
    .catch((error: unknown) => {
      if (error instanceof SiteError) return false
      throw error
    })
  if (answers)
    await deps.db.for(organizationId)(trx =>
      saveSite(trx, organizationId, { heard_name: name === site.subdomain ? null : name })
    )
}

/** The settings have taken the name that was heard. */
export async function forgetName(deps: Deps, organizationId: string): Promise<void> {
  const site = await getLearningSite(deps, organizationId)
  await deps.db.for(organizationId)(async trx => {
    const known = await findSite(trx, organizationId)
    if (known?.heard_name && known.heard_name === site?.subdomain)
      await saveSite(trx, organizationId, { heard_name: null })
  })
}

type Opened = {
  readonly organizationId: string
  readonly site: Pick<LearningSite, 'subdomain'>
  readonly system: LearningSystem
}

/** After a change of the name in the settings. @throws SiteError `other_site`: then nothing is asked of it. */
export async function confirmSite(deps: Deps, { organizationId, site, system }: Opened): Promise<void> {
  const key = { organizationId, site: site.subdomain }
  const before = await deps.db.for(organizationId)(trx => accountsUnderOtherNames(trx, key, SAMPLE))
  if (before.length === 0) return
  for (const row of before)
    if (await isSameAccount(deps, system, row)) {
      await deps.db.for(organizationId)(trx => renameAccounts(trx, key))
      return
    }
  throw new SiteError('other_site', `No account that we know is on "${site.subdomain}"`)
}

const SAMPLE = 5

/** The same id and the same e-mail, or linked with the same subject: two sites give no two accounts both. */
async function isSameAccount(deps: Deps, system: LearningSystem, row: LearnerRow): Promise<boolean> {
  const { organization_id: organizationId, person_id: personId, external_user_id: userId } = row
  if (!userId) return false
  const [person, there] = await Promise.all([getPerson(deps, organizationId, personId), system.learnerById(userId)])
  if (there && person?.email && there.email.toLowerCase() === person.email) return true
  return (await system.findLearner(subjectOf(organizationId, personId)))?.userId === userId
}
