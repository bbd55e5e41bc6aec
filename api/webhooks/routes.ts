import {
  addWebhook,
  changeWebhook,
  listWebhookDeliveries,
  listWebhooks,
  removeWebhook,
  rotateWebhookSecret,
  sendWebhookAgain,
  tryWebhook
} from '../contract/webhooks.ts'
import type { Deps } from '../platform/deps.ts'
import type { Api } from '../platform/http.ts'
import {
  addEndpoint,
  changeEndpoint,
  deliveriesOf,
  endpointsOf,
  removeEndpoint,
  rotateSecret,
  sendAgain,
  tryEndpoint
} from './endpoints.ts'

export function webhookRoutes(deps: Deps, api: Api): void {
  const list = async (organizationId: string) => ({ endpoints: [...(await endpointsOf(deps, organizationId))] })
  api.serve(listWebhooks, ({ caller }) => list(caller.organizationId))
  api.serve(addWebhook, ({ caller: { organizationId, personId }, body }) =>
    addEndpoint(deps, { organizationId, by: personId, ...body })
  )
  api.serve(changeWebhook, async ({ caller: { organizationId, personId }, params, body }) => {
    await changeEndpoint(deps, { organizationId, by: personId, ...params, ...body })
    return list(organizationId)
  })
  api.serve(removeWebhook, async ({ caller: { organizationId, personId }, params }) => {
    await removeEndpoint(deps, { organizationId, by: personId, ...params })
    return list(organizationId)
  })
  api.serve(rotateWebhookSecret, ({ caller: { organizationId, personId }, params }) =>
    rotateSecret(deps, { organizationId, by: personId, ...params })
  )
  api.serve(tryWebhook, ({ caller: { organizationId }, params }) => tryEndpoint(deps, { organizationId, ...params }))
  api.serve(listWebhookDeliveries, ({ caller: { organizationId }, params, query: { before, limit } }) =>
    deliveriesOf(deps, { organizationId, ...params, before, limit })
  )
  api.serve(sendWebhookAgain, async ({ caller: { organizationId }, params }) => {
    await sendAgain(deps, { organizationId, ...params })
    return { queued: true as const }
  })
}
