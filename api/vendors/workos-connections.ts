/** A company's sign-in connections at WorkOS, with when their certificate runs out where the provider is a SAML one. */
import { X509Certificate } from 'node:crypto'
import { z } from 'zod'

export type Connection = {
  readonly connectionId: string
  readonly type: string
  readonly name: string
  /** `active`, `inactive`, `draft`, `validating` … */
  readonly state: string
  readonly certificateExpiresAt: Date | undefined
}

const listSchema = z.object({
  data: z.array(
    z.object({
      id: z.string(),
      connection_type: z.string(),
      name: z.string(),
      state: z.string(),
      options: z.object({ signing_cert: z.string().nullish() }).nullish()
    })
  )
})

export const readConnections = (list: unknown): readonly Connection[] =>
  listSchema.parse(list).data.map(({ id, connection_type, name, state, options }) => ({
    connectionId: id,
    type: connection_type,
    name,
    state,
    certificateExpiresAt: options?.signing_cert ? expiryOf(options.signing_cert) : undefined
  }))

/** PEM, or its base64 alone as SAML metadata has it; what cannot be read has no known end. */
function expiryOf(certificate: string): Date | undefined {
  const pem = certificate.includes('BEGIN CERTIFICATE')
    ? certificate
    : `-----BEGIN CERTIFICATE-----\n${certificate.trim()}\n-----END CERTIFICATE-----`
  try {
    return new X509Certificate(pem).validToDate
  } catch {
    return undefined
  }
}
