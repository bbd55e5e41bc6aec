/** The one file that knows the WebAuthn library: what a browser is asked to sign, and whether what it signed holds. */
import { isIP } from 'node:net'
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse
} from '@simplewebauthn/server'
import { z } from 'zod'

/** Passkeys belong to a host name over TLS, or to this machine by name: browsers refuse addresses of numbers. */
export function canUsePasskeys(publicUrl: string): boolean {
  const { hostname, protocol } = new URL(publicUrl)
  return !isIP(hostname.replaceAll(/[[\]]/gu, '')) && (protocol === 'https:' || hostname === 'localhost')
}

const partyOf = (publicUrl: string) => ({ rpID: new URL(publicUrl).hostname, origin: new URL(publicUrl).origin })

/** The browser asks the person which passkey: nobody is named. */
export const signInOptions = (publicUrl: string) =>
  generateAuthenticationOptions({ rpID: partyOf(publicUrl).rpID, userVerification: 'required', timeout: TIMEOUT_MS })

const TIMEOUT_MS = 300_000
/** EdDSA, ES256 and RS256 (RFC 8152): what devices have. */
const ALGORITHMS = [-8, -7, -257]

export type NewPasskeyFor = {
  /** At most 64 bytes; comes back at sign-in. */
  readonly subject: string
  readonly email: string
  readonly name: string
  /** So that a device does not get a second one. */
  readonly known: readonly { readonly id: string; readonly transports: readonly string[] }[]
}

export const newPasskeyOptions = (publicUrl: string, { subject, email, name, known }: NewPasskeyFor) =>
  generateRegistrationOptions({
    rpID: partyOf(publicUrl).rpID,
    rpName: 'ConsciousInsights',
    userID: new TextEncoder().encode(subject),
    userName: email,
    userDisplayName: name,
    timeout: TIMEOUT_MS,
    attestationType: 'none',
    supportedAlgorithmIDs: ALGORITHMS,
    excludeCredentials: known.map(({ id, transports }) => ({ id, transports: [...transports] })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' }
  })

const text = z.string().max(8000)
const common = { id: text, rawId: text, type: z.literal('public-key'), clientExtensionResults: z.looseObject({}) }
const signedSchema = z.object({
  ...common,
  response: z.object({ clientDataJSON: text, authenticatorData: text, signature: text, userHandle: text })
})
const madeSchema = z.object({
  ...common,
  response: z.object({
    clientDataJSON: text,
    attestationObject: text,
    transports: z.array(z.string().max(30)).max(10).optional()
  })
})
type Signed = z.output<typeof signedSchema>
type Made = z.output<typeof madeSchema>

/** Undefined for what no browser sends. */
export const readSigned = (answer: string): Signed | undefined => readAs(signedSchema, answer)
export const readMade = (answer: string): Made | undefined => readAs(madeSchema, answer)

function readAs<S extends z.ZodType>(schema: S, answer: string): z.output<S> | undefined {
  try {
    const parsed = schema.safeParse(JSON.parse(answer))
    return parsed.success ? parsed.data : undefined
  } catch {
    return undefined
  }
}

/** Whom the passkey says it is of; nothing is proven by it yet. */
export const subjectIn = ({ response }: Signed): string =>
  Buffer.from(response.userHandle, 'base64url').toString('utf8')

export type StoredPasskey = { readonly credentialId: string; readonly publicKey: Uint8Array; readonly counter: number }
type Checked = { readonly counter: number; readonly backedUp: boolean }

/** Undefined when the signature, the challenge, the site or the counter is not right, or the person was not verified. */
export async function checkSigned(
  publicUrl: string,
  {
    answer,
    challenge,
    passkey
  }: { readonly answer: Signed; readonly challenge: string; readonly passkey: StoredPasskey }
): Promise<Checked | undefined> {
  const { rpID, origin } = partyOf(publicUrl)
  const checked = await verifyAuthenticationResponse({
    response: answer,
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: rpID,
    requireUserVerification: true,
    credential: {
      id: passkey.credentialId,
      publicKey: new Uint8Array(passkey.publicKey),
      counter: passkey.counter
    }
  }).catch(refused)
  if (!checked?.verified) return undefined
  const { newCounter, credentialBackedUp } = checked.authenticationInfo
  return { counter: newCounter, backedUp: credentialBackedUp }
}

type MadePasskey = StoredPasskey & {
  readonly synced: boolean
  readonly backedUp: boolean
  readonly transports: readonly string[]
}

export async function checkMade(publicUrl: string, answer: Made, challenge: string): Promise<MadePasskey | undefined> {
  const { rpID, origin } = partyOf(publicUrl)
  const { transports = [], ...response } = answer.response
  const checked = await verifyRegistrationResponse({
    response: { ...answer, response },
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: rpID,
    supportedAlgorithmIDs: ALGORITHMS,
    requireUserVerification: true
  }).catch(refused)
  if (!checked?.verified) return undefined
  const { credential, credentialDeviceType, credentialBackedUp } = checked.registrationInfo
  return {
    credentialId: credential.id,
    publicKey: credential.publicKey,
    counter: credential.counter,
    synced: credentialDeviceType === 'multiDevice',
    backedUp: credentialBackedUp,
    transports
  }
}

/** The library throws for whatever is not right; all of it is the same refusal. */
const refused = (): undefined => undefined
