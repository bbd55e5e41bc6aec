/** A pasted SCIM user as the broker would hand it over. Pure. */
import { z } from 'zod'
import type { BrokeredProfile } from './claims.ts'

const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'
const LIST = 'urn:ietf:params:scim:api:messages:2.0:ListResponse'

const scimSchema = z.looseObject({
  externalId: z.string().optional(),
  userName: z.string().optional(),
  name: z.looseObject({ givenName: z.string().optional(), familyName: z.string().optional() }).optional(),
  emails: z.array(z.looseObject({ value: z.string(), primary: z.unknown().optional() })).optional(),
  groups: z.array(z.looseObject({ display: z.string().optional() })).optional(),
  addresses: z.array(z.looseObject({ country: z.string().optional() })).optional(),
  [ENTERPRISE]: z.record(z.string(), z.unknown()).optional()
})

export const isScim = ({ schemas }: Readonly<Record<string, unknown>>): boolean =>
  Array.isArray(schemas) && schemas.some(each => String(each).startsWith('urn:ietf:params:scim:'))

/** The enterprise extension's attributes count as the user's own. @returns undefined for what is not one user. */
export function scimUser(
  claims: Readonly<Record<string, unknown>>,
  connectionType: string
): BrokeredProfile | undefined {
  const { data } = scimSchema.safeParse(oneOf(claims))
  if (!data) return undefined
  const { externalId, userName, name, emails = [], groups = [], addresses = [], [ENTERPRISE]: extension, ...own } = data
  const email = (emails.find(({ primary }) => String(primary).toLowerCase() === 'true') ?? emails[0])?.value
  const country = addresses.find(each => each.country)?.country
  return {
    idpId: externalId ?? userName ?? '',
    connectionType,
    ...(email ? { email } : {}),
    ...(name?.givenName ? { firstName: name.givenName } : {}),
    ...(name?.familyName ? { lastName: name.familyName } : {}),
    groups: groups.flatMap(({ display }) => display ?? []),
    rawAttributes: {
      ...own,
      ...extension,
      ...name,
      ...(externalId ? { externalId } : {}),
      ...(userName ? { userName } : {}),
      ...(email ? { email } : {}),
      ...(country ? { country } : {})
    }
  }
}

function oneOf(claims: Readonly<Record<string, unknown>>): unknown {
  const { schemas, Resources: users } = claims
  if (!Array.isArray(schemas) || !schemas.includes(LIST)) return claims
  return Array.isArray(users) && users.length === 1 ? (users[0] as unknown) : undefined
}
