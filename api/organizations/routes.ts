import { putOrganization } from '../contract/organizations.ts'
import type { Deps } from '../platform/deps.ts'
import type { Api } from '../platform/http.ts'
import { configureOrganization } from './organizations.ts'

export function organizationRoutes(deps: Deps, api: Api): void {
  api.serve(putOrganization, ({ params, body }) =>
    configureOrganization(deps, { externalId: params.externalId, settings: body })
  )
}
