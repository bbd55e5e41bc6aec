/** What a company lets us do in its Microsoft 365, one permission a step, and where it stands. */
import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { LEVEL_PERMISSIONS, OWN_ENTRY_PERMISSION } from './graph-calls.ts'

const none = z.object({})

/** The steps beside the package, which itself asks for nothing of Microsoft 365. */
const STEPS = [OWN_ENTRY_PERMISSION, LEVEL_PERMISSIONS[1], LEVEL_PERMISSIONS[2]] as const
const stepSchema = z.object({
  permission: z.enum(STEPS),
  kind: z.enum(['delegated', 'application']),
  /** Whether the company lets us use it. While it does not, our server makes no call that needs it, whatever Entra grants. */
  allowed: z.boolean(),
  calls: z.array(z.object({ method: z.string(), path: z.string() }))
})
export type PermissionStep = z.output<typeof stepSchema>

export const getPermissions = endpoint({
  method: 'GET',
  path: '/v1/admin/permissions',
  access: 'admin',
  params: none,
  query: none,
  body: none,
  answer: z.object({
    steps: z.array(stepSchema),
    /** False where our operators have set no secret for the tab's registration: then no step can be allowed. */
    available: z.boolean()
  })
})
