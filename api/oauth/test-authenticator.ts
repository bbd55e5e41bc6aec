/** A passkey device without a browser: makes and signs what WebAuthn asks for, and gets it wrong on request. */
import { createHash, createSign, generateKeyPairSync, randomBytes, type KeyObject } from 'node:crypto'

export type TestPasskey = {
  readonly id: string
  readonly userHandle: string
  readonly privateKey: KeyObject
  counter: number
}

type Wrong = {
  readonly origin?: string
  readonly challenge?: string
  readonly verified?: boolean
  readonly userHandle?: string
  readonly counter?: number
}

const b64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url')
const sha256 = (data: Uint8Array | string): Buffer => createHash('sha256').update(data).digest()

/** The options that a page carries for its script. */
export function optionsIn(page: string): { readonly challenge: string; readonly user?: { readonly id: string } } {
  const found = /data-options="([^"]+)"/u.exec(page)?.[1]?.replaceAll('&quot;', '"')
  if (!found) throw new Error('the page offers no passkey')
  return JSON.parse(found) as ReturnType<typeof optionsIn>
}

export function makePasskey(page: string, origin: string, wrong: Wrong = {}) {
  const { challenge, user } = optionsIn(page)
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const id = randomBytes(32)
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const cose = map([
    [uint(1), uint(2)],
    [uint(3), negative(7)],
    [negative(1), uint(1)],
    [negative(2), bytes(Buffer.from(x, 'base64url'))],
    [negative(3), bytes(Buffer.from(y, 'base64url'))]
  ])
  const attested = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, cose])
  const authData = dataOf(origin, {
    flags: 0x41 | (wrong.verified === false ? 0 : 0x04),
    counter: wrong.counter ?? 1,
    attested
  })
  const passkey: TestPasskey = { id: b64(id), userHandle: user?.id ?? '', privateKey, counter: 1 }
  const answer = answerOf(passkey, {
    clientDataJSON: b64(clientData('webauthn.create', wrong.challenge ?? challenge, wrong.origin ?? origin)),
    attestationObject: b64(
      map([
        [text('fmt'), text('none')],
        [text('attStmt'), map([])],
        [text('authData'), bytes(authData)]
      ])
    ),
    transports: ['internal']
  })
  return { passkey, answer }
}

export function signWith(passkey: TestPasskey, page: string, origin: string, wrong: Wrong = {}): string {
  const { challenge } = optionsIn(page)
  passkey.counter += 1
  const flags = 0x01 | (wrong.verified === false ? 0 : 0x04)
  const authData = dataOf(origin, { flags, counter: wrong.counter ?? passkey.counter, attested: Buffer.alloc(0) })
  const client = clientData('webauthn.get', wrong.challenge ?? challenge, wrong.origin ?? origin)
  const signature = createSign('sha256').update(authData).update(sha256(client)).sign(passkey.privateKey)
  return answerOf(passkey, {
    clientDataJSON: b64(client),
    authenticatorData: b64(authData),
    signature: b64(signature),
    userHandle: wrong.userHandle ?? passkey.userHandle
  })
}

const answerOf = ({ id }: TestPasskey, response: object): string =>
  JSON.stringify({ id, rawId: id, type: 'public-key', clientExtensionResults: {}, response })

const clientData = (type: string, challenge: string, origin: string): Buffer =>
  Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))

type Data = { readonly flags: number; readonly counter: number; readonly attested: Buffer }

function dataOf(origin: string, { flags, counter, attested }: Data): Buffer {
  const count = Buffer.alloc(4)
  count.writeUInt32BE(counter)
  return Buffer.concat([sha256(new URL(origin).hostname), Buffer.from([flags]), count, attested])
}

/** The little of CBOR that is needed. */
const head = (major: number, n: number): Buffer =>
  n < 24
    ? Buffer.from([(major << 5) | n])
    : n < 256
      ? Buffer.from([(major << 5) | 24, n])
      : Buffer.from([(major << 5) | 25, n >> 8, n & 255])
const uint = (n: number): Buffer => head(0, n)
const negative = (n: number): Buffer => head(1, n - 1)
const bytes = (value: Uint8Array): Buffer => Buffer.concat([head(2, value.length), value])
const text = (value: string): Buffer => Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)])
const map = (pairs: readonly (readonly [Buffer, Buffer])[]): Buffer =>
  Buffer.concat([head(5, pairs.length), ...pairs.flat()])
