import type { Trx } from '../platform/database.ts'

export type OwnRow = {
  interaction_uid: string
  started_at: Date
  expires_at: Date
  language: string
  only_organization_id: string | null
  email: string | null
  salt: string | null
  sent_at: Date | null
  tries: number
  waiting_since: Date | null
  challenge: string | null
  challenge_for: ChallengeFor | null
  proven_at: Date | null
  organization_id: string | null
  person_id: string | null
}
export type ChallengeFor = 'sign_in' | 'new_passkey'

const tables = (trx: Trx) => trx.withTables<{ own_sign_ins: OwnRow }>()

export type NewOwn = {
  readonly uid: string
  readonly language: string
  readonly onlyOrganizationId: string | undefined
  readonly challenge: string | undefined
  readonly at: Date
  readonly expiresAt: Date
}

/** The page was opened, or opened again: what was asked before stays. */
export async function openRow(trx: Trx, own: NewOwn): Promise<void> {
  const shown = {
    language: own.language,
    challenge: own.challenge ?? null,
    challenge_for: own.challenge ? ('sign_in' as const) : null
  }
  await tables(trx)
    .insertInto('own_sign_ins')
    .values({
      interaction_uid: own.uid,
      started_at: own.at,
      expires_at: own.expiresAt,
      only_organization_id: own.onlyOrganizationId ?? null,
      email: null,
      salt: null,
      sent_at: null,
      tries: 0,
      waiting_since: null,
      proven_at: null,
      organization_id: null,
      person_id: null,
      ...shown
    })
    .onConflict(conflict => conflict.column('interaction_uid').doUpdateSet(shown))
    .execute()
}

/** While it is open. */
export const readRow = (trx: Trx, uid: string, at: Date): Promise<OwnRow | undefined> =>
  open(trx, uid, at).executeTakeFirst()

/** Locked until the transaction ends, so that two answers at once count as two. */
export const lockRow = (trx: Trx, uid: string, at: Date): Promise<OwnRow | undefined> =>
  open(trx, uid, at).forUpdate().executeTakeFirst()

const open = (trx: Trx, uid: string, at: Date) =>
  tables(trx).selectFrom('own_sign_ins').selectAll().where('interaction_uid', '=', uid).where('expires_at', '>', at)

export async function changeRow(
  trx: Trx,
  uid: string,
  change: Partial<Omit<OwnRow, 'interaction_uid'>>
): Promise<void> {
  await tables(trx).updateTable('own_sign_ins').set(change).where('interaction_uid', '=', uid).execute()
}

export async function removeRow(trx: Trx, uid: string): Promise<void> {
  await tables(trx).deleteFrom('own_sign_ins').where('interaction_uid', '=', uid).execute()
}

export async function forgetOld(trx: Trx, at: Date): Promise<void> {
  await tables(trx).deleteFrom('own_sign_ins').where('expires_at', '<', at).execute()
}
