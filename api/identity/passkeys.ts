/** Passkeys of people whom CI itself signs in. What one signs is bound to one sign-in in one browser and counts once. */
import { record } from '../audit/audit.ts'
import type { PasskeyView } from '../contract/passkeys.ts'
import { parseSubject, subjectOf } from '../contract/subject.ts'
import { getPerson, type Person } from '../directory/directory.ts'
import type { Deps } from '../platform/deps.ts'
import { keepOwnAttempt, mayEnter } from './own-sign-in.ts'
import type { PersonKey } from './people.ts'
import { changeRow, lockRow, removeRow, type ChallengeFor, type OwnRow } from './store-own.ts'
import * as store from './store-passkeys.ts'
import * as webauthn from './webauthn.ts'

const MOST = 10

export type PasskeySignIn = { readonly uid: string; readonly clientId: string; readonly answer: string }

export type PasskeyOutcome =
  | { readonly kind: 'signedIn'; readonly person: Person; readonly synced: boolean }
  | { readonly kind: 'refused' }

const REFUSED: PasskeyOutcome = { kind: 'refused' }

/** Every refusal is the same: a passkey that opens nothing does not say why. */
export async function signInByPasskey(deps: Deps, { uid, clientId, answer }: PasskeySignIn): Promise<PasskeyOutcome> {
  const row = await takeChallenge(deps, uid, 'sign_in')
  const signed = webauthn.readSigned(answer)
  const key = signed && parseSubject(webauthn.subjectIn(signed))
  if (!row?.challenge || !key) return REFUSED
  if (row.only_organization_id && row.only_organization_id !== key.organizationId) return REFUSED
  const person = await getPerson(deps, key.organizationId, key.personId)
  const used = await usePasskey(deps, key, { signed, challenge: row.challenge })
  if (!person || !used) return REFUSED
  const admitted = await mayEnter(deps, person)
  const end = { uid, clientId, startedAt: row.started_at, way: 'passkey', person, admitted } as const
  await keepOwnAttempt(deps, key.organizationId, end)
  if (!admitted) return REFUSED
  await deps.db.router(trx => removeRow(trx, uid))
  return { kind: 'signedIn', person, synced: used.synced }
}

/** It is gone from then on, whatever the answer is worth. */
const takeChallenge = (deps: Deps, uid: string, wanted: ChallengeFor): Promise<OwnRow | undefined> =>
  deps.db.router(async trx => {
    const row = await lockRow(trx, uid, deps.realNow())
    if (!row?.challenge || row.challenge_for !== wanted) return undefined
    await changeRow(trx, uid, { challenge: null, challenge_for: null })
    return row
  })

type Used = {
  readonly signed: NonNullable<ReturnType<typeof webauthn.readSigned>>
  readonly challenge: string
}

const usePasskey = (deps: Deps, key: PersonKey, { signed, challenge }: Used) =>
  deps.db.for(key.organizationId)(async trx => {
    const row = await store.lockPasskey(trx, key, signed.id)
    if (!row) return undefined
    const passkey = { credentialId: row.credential_id, publicKey: row.public_key, counter: Number(row.counter) }
    const checked = await webauthn.checkSigned(deps.config.PUBLIC_URL, { answer: signed, challenge, passkey })
    if (!checked) return undefined
    const { counter, backedUp } = checked
    await store.markUsed(trx, row, { counter, backed_up: backedUp, used_at: deps.realNow() })
    return { synced: row.synced }
  })

/** @returns what the browser is asked to make; undefined where no passkeys can be, or the person has enough. */
export async function offerPasskey(deps: Deps, uid: string, person: Person): Promise<object | undefined> {
  const { PUBLIC_URL } = deps.config
  if (!webauthn.canUsePasskeys(PUBLIC_URL)) return undefined
  const known = await deps.db.for(person.organizationId)(trx => store.listPasskeys(trx, person))
  if (known.length >= MOST) return undefined
  const options = await webauthn.newPasskeyOptions(PUBLIC_URL, {
    subject: subjectOf(person.organizationId, person.personId),
    email: person.email ?? '',
    name: [person.firstName, person.lastName].filter(Boolean).join(' '),
    known: known.map(row => ({ id: row.credential_id, transports: row.transports }))
  })
  const change = { challenge: options.challenge, challenge_for: 'new_passkey' as const }
  await deps.db.router(trx => changeRow(trx, uid, change))
  return options
}

type Made = {
  readonly uid: string
  readonly person: Person
  readonly answer: string
  readonly device: string | undefined
}

/** @returns whether it was added. */
export async function addPasskey(deps: Deps, { uid, person, answer, device }: Made): Promise<boolean> {
  const row = await takeChallenge(deps, uid, 'new_passkey')
  const sent = webauthn.readMade(answer)
  if (!row?.challenge || row.person_id !== person.personId || !sent) return false
  const made = await webauthn.checkMade(deps.config.PUBLIC_URL, sent, row.challenge)
  if (!made) return false
  const { organizationId, personId } = person
  const passkeyId = deps.newId('passkey')
  return deps.db.for(organizationId)(async trx => {
    const added = await store.insertPasskey(trx, {
      organization_id: organizationId,
      id: passkeyId,
      person_id: personId,
      credential_id: made.credentialId,
      public_key: made.publicKey,
      counter: made.counter,
      synced: made.synced,
      backed_up: made.backedUp,
      transports: [...made.transports],
      device: device ?? null,
      created_at: deps.realNow(),
      used_at: null
    })
    const event = { organizationId, personId, action: 'passkey.added' as const, actor: personId, detail: { passkeyId } }
    if (added) await record(trx, deps, event)
    return added
  })
}

export const passkeysOf = (deps: Deps, person: PersonKey): Promise<readonly PasskeyView[]> =>
  deps.db.for(person.organizationId)(async trx =>
    (await store.listPasskeys(trx, person)).map(row => ({
      passkeyId: row.id,
      device: row.device,
      synced: row.synced,
      createdAt: row.created_at.toISOString(),
      usedAt: row.used_at?.toISOString() ?? null
    }))
  )

/** @returns whether the person had it. */
export const removePasskey = (
  deps: Deps,
  { organizationId, personId }: PersonKey,
  passkeyId: string
): Promise<boolean> =>
  deps.db.for(organizationId)(async trx => {
    const removed = (await store.removePasskeys(trx, { organizationId, personId }, passkeyId)) > 0
    const event = {
      organizationId,
      personId,
      action: 'passkey.removed' as const,
      actor: personId,
      detail: { passkeyId }
    }
    if (removed) await record(trx, deps, event)
    return removed
  })
