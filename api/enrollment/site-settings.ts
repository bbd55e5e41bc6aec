/** The company's admin connects its learning site: kept once the site has taken the key. */
import type { z } from 'zod'
import type { putLearningSite } from '../contract/company.ts'
import { changeOrganization, getLearningSite, getOrganization } from '../organizations/organizations.ts'
import type { Deps } from '../platform/deps.ts'
import { ProblemError } from '../platform/errors.ts'
import { SiteError } from './problems.ts'
import { findSite } from './store-work.ts'
import { createThinkific } from './thinkific.ts'

type Wanted = z.output<typeof putLearningSite.body> & { readonly organizationId: string; readonly by: string }

/** @throws ProblemError `bad_request`. @returns how many courses the site has. */
export async function connectSite(deps: Deps, wanted: Wanted): Promise<{ readonly courses: number }> {
  const { organizationId, by, subdomain, signIn, apiKey: given } = wanted
  const now = await getLearningSite(deps, organizationId)
  const apiKey = given ?? (now?.subdomain === subdomain ? now.apiKey : undefined)
  if (!apiKey) throw new ProblemError('bad_request', 'Enter the key of this site', { reason: 'key_missing' })
  const courses = await countCourses(deps, { subdomain, apiKey })
  const url = wanted.url.replace(/\/+$/u, '')
  await changeOrganization(deps, {
    organizationId,
    actor: by,
    apiKey,
    change: settings => ({
      ...settings,
      learningSite: { ...settings.learningSite, kind: 'thinkific', subdomain, url, signIn }
    })
  })
  return { courses }
}

async function countCourses(
  deps: Deps,
  site: { readonly subdomain: string; readonly apiKey: string }
): Promise<number> {
  try {
    const { targets } = await createThinkific(deps, site).catalog()
    return targets.filter(({ kind }) => kind === 'course').length
  } catch (error) {
    if (error instanceof SiteError) throw refusalOf(error)
    throw error
  }
}

function refusalOf({ kind }: SiteError): ProblemError {
  if (kind === 'key_refused' || kind === 'no_api')
    return new ProblemError(
      'bad_request',
      'The site does not take this key. Make one under Settings, Code & analytics, API',
      {
        reason: 'key_refused'
      }
    )
  if (kind === 'renamed')
    return new ProblemError('bad_request', 'There is no site of this name. It is what stands before .thinkific.com', {
      reason: 'no_site'
    })
  return new ProblemError('bad_request', 'The site does not answer now. Nothing was changed; try again in a minute', {
    reason: 'not_reached'
  })
}

/** What stands in the site's way now, and when it was last looked through. */
export async function siteStanding(deps: Deps, organizationId: string) {
  const { learningSite } = await getOrganization(deps, organizationId)
  if (!learningSite) return undefined
  const row = await deps.db.for(organizationId)(trx => findSite(trx, organizationId))
  return { problem: row?.problem ?? undefined, lastAt: row?.swept_at ?? undefined }
}
