/** Somebody of the sandbox whom the coach may write to. */
import { sql } from 'kysely'
import { decideAgreementEndpoint } from '../api/contract/coach.ts'
import * as control from '../sandbox/control/contract.ts'
import { quiet } from '../sandbox/quiet.ts'
import type { Sandbox } from '../sandbox/sandbox.ts'
import { asPerson } from './drills/stage.ts'

/** Installs the bot and agrees in the tab. */
export async function agree(box: Sandbox, personKey: string): Promise<void> {
  await box.call(control.installBot, { params: { personKey } })
  await quiet(box)
  const call = await asPerson(box, personKey)
  await call(decideAgreementEndpoint, { body: { decision: 'given' } })
  await quiet(box)
}

/** What the coach's chat with them shows, as text. */
export const chatOf = async (box: Sandbox, personKey: string): Promise<string> =>
  JSON.stringify((await box.call(control.getChat, { params: { personKey } })).messages)

/** As if the directory had told another language of everybody in the company. */
export const speaks = async (box: Sandbox, locale: string): Promise<void> => {
  await box.product.deps.db.owner(trx => sql`update people set locale = ${locale}`.execute(trx))
}
