/** In which language somebody reads. */
import { getPerson } from '../directory/directory.ts'
import { getOrganization } from '../organizations/organizations.ts'
import type { Deps } from '../platform/deps.ts'
import type { PersonKey } from '../platform/personal-data.ts'

export async function localeOfPerson(deps: Deps, { organizationId, personId }: PersonKey): Promise<string> {
  const person = await getPerson(deps, organizationId, personId)
  return person?.locale ?? (await getOrganization(deps, organizationId)).locale
}
