/** Who may speak for a Microsoft tenant: a member of it whose directory role lets them admit an app for everybody, by Microsoft's signed word. */
import { z } from 'zod'
import { createEntraTokens, isGuest, type CheckToken, type EntraDeps } from './entra-token.ts'

/** Role template ids, the same in all tenants. Those who may consent for everybody, and whoever runs Teams. */
const SPEAKS_FOR_TENANT: Readonly<Record<string, string>> = {
  '62e90394-69f5-4237-9190-012177145e10': 'global_administrator',
  'e8611ab8-c189-46e8-94e1-60213ab1f814': 'privileged_role_administrator',
  '9b895d92-2cd3-44c3-9d02-a6ac2d5ea5c3': 'application_administrator',
  '158c047a-c907-4556-b7ef-446551a6b5f7': 'cloud_application_administrator',
  '69091246-20e8-4a56-aa4d-066075b2a7a8': 'teams_administrator'
}

/** Of personal accounts; nobody administers it. */
const CONSUMERS = '9188040d-6c67-4c5b-b112-36a304b66dad'

/** Of an id token. `wids` comes because the registration asks for it: `groupMembershipClaims` is `DirectoryRole`. */
const claimsSchema = z.object({
  tid: z.guid().toLowerCase(),
  oid: z.guid().toLowerCase(),
  ver: z.literal('2.0'),
  nonce: z.string(),
  wids: z.array(z.string()).default([]),
  idp: z.string().optional(),
  acct: z.number().optional(),
  preferred_username: z.string().optional()
})

export type TenantAdmin = {
  readonly tenantId: string
  readonly objectId: string
  readonly roles: readonly string[]
  /** As the account calls itself: shown to whoever signed in, and a reason to ask once more; never a proof. */
  readonly username: string
}

export type AdminVerdict =
  | ({ readonly kind: 'admin' } & TenantAdmin)
  | { readonly kind: 'refused'; readonly reason: 'personal_account' | 'guest' | 'not_admin' | 'wrong_tenant' }
  /** `why` is for the log. */
  | { readonly kind: 'invalid'; readonly why: string }

type Expected = { readonly nonce: string; readonly tenantId: string | undefined }

export function createAdminVerifier(deps: EntraDeps): (token: string, expected: Expected) => Promise<AdminVerdict> {
  const check: CheckToken = createEntraTokens(deps)
  return async (token, expected) => {
    const checked = await check(token, [deps.config.TAB_CLIENT_ID])
    return checked.kind === 'invalid' ? checked : judge(checked.payload, expected)
  }
}

function judge(payload: object, { nonce, tenantId }: Expected): AdminVerdict {
  const parsed = claimsSchema.safeParse(payload)
  if (!parsed.success) return { kind: 'invalid', why: parsed.error.issues.map(({ path }) => path.join('.')).join('; ') }
  const { tid, oid, wids, idp, acct, preferred_username: username = '' } = parsed.data
  // Also what tells an id token of this very sign-in from any other token that is addressed to us.
  if (parsed.data.nonce !== nonce) return { kind: 'invalid', why: 'nonce of another sign-in' }
  if (tid === CONSUMERS) return { kind: 'refused', reason: 'personal_account' }
  if (isGuest({ tid, idp, acct })) return { kind: 'refused', reason: 'guest' }
  if (tenantId !== undefined && tid !== tenantId) return { kind: 'refused', reason: 'wrong_tenant' }
  const roles = [...new Set(wids.flatMap(id => SPEAKS_FOR_TENANT[id.toLowerCase()] ?? []))]
  if (roles.length === 0) return { kind: 'refused', reason: 'not_admin' }
  return { kind: 'admin', tenantId: tid, objectId: oid, roles, username }
}
