/** What the audit log's pages ask of other slices; the audit itself imports none. */
import type { AuditDoors } from '../audit/audit.ts'
import { PREFIXES } from '../contract/ids.ts'
import { namesOfPeople, searchPeopleWithin } from '../directory/directory.ts'
import { namesOfKeys } from '../keys/keys.ts'
import { getOrganization } from '../organizations/organizations.ts'
import type { Deps } from '../platform/deps.ts'

/** Whoever finds more asks for less. */
const MOST = 200

const isKey = (id: string): boolean => id.startsWith(`${PREFIXES.apiKey}_`)

export const auditDoors = (deps: Deps): AuditDoors => ({
  namesOf: async (organizationId, ids) => {
    const [keys, people] = [ids.filter(isKey), ids.filter(id => !isKey(id))]
    const [ofPeople, ofKeys] = await Promise.all([
      namesOfPeople(deps, organizationId, people),
      keys.length > 0 ? namesOfKeys(deps, organizationId, keys) : []
    ])
    return new Map([...ofPeople, ...ofKeys])
  },
  idsOf: async (organizationId, search) => {
    const found = await deps.db.for(organizationId)(trx =>
      searchPeopleWithin(trx, organizationId, { search, limit: MOST })
    )
    return found.map(({ personId }) => personId)
  },
  mayForward: async organizationId => (await getOrganization(deps, organizationId)).signIn === 'provider'
})
