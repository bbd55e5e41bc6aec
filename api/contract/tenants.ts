/** The company's Microsoft 365 tenants: what each stands on, and how one is proved. */
import { z } from 'zod'
import { endpoint } from './endpoint.ts'

const none = z.object({})
const about = { access: 'admin', params: none, query: none } as const

/** `before`: an admin typed it in when no proof was asked for. `operator`: set up by us. `microsoft`: one of its administrators signed in. */
export const TENANT_GROUNDS = ['before', 'operator', 'microsoft'] as const

/** Why a try was refused. After each of them the same link may be tried again, but for `proved_by_other`. */
export const PROOF_REFUSALS = [
  'denied',
  'invalid',
  'personal_account',
  'guest',
  'not_admin',
  'wrong_tenant',
  'other_company',
  'proved_by_other'
] as const
export type ProofRefusal = (typeof PROOF_REFUSALS)[number]

const PROOF_OUTCOMES = ['proved', 'replaced', 'declined', 'own_sign_in', ...PROOF_REFUSALS] as const
export type ProofOutcome = (typeof PROOF_OUTCOMES)[number]

export const getTenants = endpoint({
  ...about,
  method: 'GET',
  path: '/v1/admin/company/tenants',
  body: none,
  answer: z.object({
    /** False where the secret of our registration at Microsoft is not set. */
    mayProve: z.boolean(),
    tenants: z.array(
      z.object({ tenantId: z.string(), ground: z.enum(TENANT_GROUNDS), provedAt: z.iso.datetime().nullable() })
    ),
    /** Another company has proved that it is theirs. */
    lost: z.array(z.object({ tenantId: z.string(), at: z.iso.datetime() })),
    /** The newest try. */
    proof: z.object({ open: z.boolean(), outcome: z.enum(PROOF_OUTCOMES).nullable() }).nullable()
  })
})

/**
 * Begins a proof. Whoever administers Microsoft 365 opens the link, signs in there, and the tenant is the company's; the link may be
 * passed on to them. @throws `conflict` with reason `not_available` or `own_sign_in`, `not_found` for a tenant that is not the company's.
 */
export const proveTenant = endpoint({
  ...about,
  method: 'POST',
  path: '/v1/admin/company/tenants/proofs',
  /** Of the company's; without it, whichever the administrator signs in to. */
  body: z.object({ tenantId: z.guid().toLowerCase().optional() }),
  answer: z.object({ url: z.url(), expiresAt: z.iso.datetime() })
})
