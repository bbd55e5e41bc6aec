/** What an operator enters at a company's learning site so that it signs people in through CI. */
import { z } from 'zod'
import { endpoint } from './endpoint.ts'

export const listOrganizationClients = endpoint({
  method: 'GET',
  path: '/v1/operator/organizations/:organizationId/clients',
  access: 'operator',
  params: z.object({ organizationId: z.string() }),
  query: z.object({}),
  body: z.object({}),
  answer: z.object({
    issuer: z.string(),
    clients: z.array(z.object({ clientId: z.string(), clientSecret: z.string(), redirectUris: z.array(z.string()) }))
  })
})
