/** Validates the token that Teams single sign-on hands to the tab, in the order of Microsoft's claims-validation guide. */
import type { JWTPayload } from 'jose'
import { z } from 'zod'
import type { Deps } from '../platform/deps.ts'
import { createEntraTokens, isGuest, type EntraDeps } from './entra-token.ts'

/** Teams, Microsoft 365 and Outlook on all devices, from "Configure your tab app for SSO". */
const MICROSOFT_CLIENTS = [
  '1fec8e78-bce4-4aaf-ab1b-5451cc387264',
  '5e3ce6c0-2b1f-4285-8d4b-75ee78787346',
  '4765445b-32c6-49b0-83e6-1d93765276ca',
  '0ec893e0-5785-4de6-99da-4ed124e5296c',
  'd3590ed6-52b3-4102-aeff-aad2292ab01c',
  'bc59ab01-8403-45c6-8796-ac3ef710b3e3',
  '27922004-5251-4030-b22d-91ecd9a37ea4'
]
const SCOPE = 'access_as_user'

/** `name` is what the account calls itself: shown to people, never trusted. */
export type EntraIdentity = {
  readonly tid: string
  readonly oid: string
  readonly guest: boolean
  readonly name: string
  readonly issuedAt: Date
}
export type EntraVerdict =
  | ({ readonly kind: 'valid' } & EntraIdentity)
  /** `why` is for the log. */
  | { readonly kind: 'invalid'; readonly why: string }

export type VerifyEntra = (token: string) => Promise<EntraVerdict>

const claimsSchema = z.object({
  tid: z.guid(),
  oid: z.guid(),
  iss: z.string(),
  ver: z.literal('2.0'),
  scp: z.string().refine(scopes => scopes.split(' ').includes(SCOPE), `without ${SCOPE}`),
  azp: z.guid(),
  idtyp: z
    .string()
    .refine(type => type !== 'app', 'an app, not a person')
    .optional(),
  idp: z.string().optional(),
  name: z.string().optional(),
  preferred_username: z.string().optional(),
  acct: z.number().optional()
})

export function createEntraVerifier(deps: EntraDeps): VerifyEntra {
  const check = createEntraTokens(deps)
  const clients = new Set([...MICROSOFT_CLIENTS, deps.config.TAB_CLIENT_ID])
  return async token => {
    const checked = await check(token, audiences(deps.config))
    return checked.kind === 'invalid' ? checked : judge(checked.payload, clients)
  }
}

function judge(payload: JWTPayload, clients: ReadonlySet<string>): EntraVerdict {
  const parsed = claimsSchema.safeParse(payload)
  if (!parsed.success)
    return {
      kind: 'invalid',
      why: parsed.error.issues.map(issue => `${issue.path.join('.')} ${issue.message}`).join('; ')
    }
  const { tid, oid, azp, idp, acct, name, preferred_username: username } = parsed.data
  if (!clients.has(azp)) return { kind: 'invalid', why: 'azp is no client we know' }
  const guest = isGuest({ tid, idp, acct })
  const issuedAt = new Date((payload.iat ?? 0) * 1000)
  return { kind: 'valid', tid, oid, guest, issuedAt, name: [name, username].filter(Boolean).join(' · ') || oid }
}

/** The tab's application id, or its URI as an older registration names it. */
function audiences(config: Deps['config']): string[] {
  const host = new URL(config.PUBLIC_URL).host.toLowerCase()
  return [config.TAB_CLIENT_ID, `api://${host}/${config.TAB_CLIENT_ID}`, `api://${host}/botid-${config.BOT_APP_ID}`]
}
