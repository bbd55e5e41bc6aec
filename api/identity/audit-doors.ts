/** What the audit log's pages ask of other slices; the audit itself imports none. */
import type { AuditDoors } from '../audit/audit.ts'
import { namesOfPeople, searchPeopleWithin } from '../directory/directory.ts'
import { getOrganization } from '../organizations/organizations.ts'
import type { Deps } from '../platform/deps.ts'

/** Whoever finds more asks for less. */
const MOST = 200

export const auditDoors = (deps: Deps): AuditDoors => ({
  namesOf: (organizationId, personIds) => namesOfPeople(deps, organizationId, personIds),
  idsOf: async (organizationId, search) => {
    const found = await deps.db.for(organizationId)(trx =>
      searchPeopleWithin(trx, organizationId, { search, limit: MOST })
    )
    return found.map(({ personId }) => personId)
  },
  mayForward: async organizationId => (await getOrganization(deps, organizationId)).signIn === 'provider'
})
