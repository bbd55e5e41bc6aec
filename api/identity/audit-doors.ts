/** What the audit log's pages ask of other slices; the audit itself imports none. */
import type { AuditDoors } from '../audit/audit.ts'
import { namesOfPeople } from '../directory/directory.ts'
import { getOrganization } from '../organizations/organizations.ts'
import type { Deps } from '../platform/deps.ts'

export const auditDoors = (deps: Deps): AuditDoors => ({
  namesOf: (organizationId, personIds) => namesOfPeople(deps, organizationId, personIds),
  mayForward: async organizationId => (await getOrganization(deps, organizationId)).signIn === 'provider'
})
