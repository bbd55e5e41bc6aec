/** What decides whether many people hear from the coach, read for all of them at once. */
import type { Trx } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import type { Among } from '../platform/rows.ts'
import { standingOf } from './agreements.ts'
import type { Agreement } from './intents.ts'
import { openRungs, reachSettingsWithin } from './reach-settings.ts'
import { chatStandingsWithin } from './references.ts'
import * as store from './store-among.ts'

/** Whoever never decided is missing. */
export const agreementsAmong = async (trx: Trx, among: Among): Promise<ReadonlyMap<string, Agreement>> =>
  new Map([...(await store.decisionsAmong(trx, among))].map(([id, last]) => [id, standingOf(last).agreement]))

/** By which way something may come to them at all: the chat, or for who has none what the company opened below it. */
export type Way = 'chat' | 'below'

/** By their chat; without one, for who agreed, by what the company opened below it. Never around a person's no: they are missing. */
export async function reachableAmong(
  deps: Pick<Deps, 'config'>,
  trx: Trx,
  { agreements, ...among }: Among & { readonly agreements: ReadonlyMap<string, Agreement> }
): Promise<ReadonlyMap<string, Way>> {
  const chats = await chatStandingsWithin(trx, among.organizationId, among)
  const settings = await reachSettingsWithin(trx, among.organizationId)
  const open = openRungs(deps.config, settings)
  const below = (agreement: Agreement): boolean =>
    (open.feed || open.mail) && (agreement === 'given' || (agreement === 'none' && open.mail && settings.welcomeByMail))
  return new Map(
    among.personIds.flatMap((personId): readonly (readonly [string, Way])[] => {
      const chat = chats.get(personId) ?? 'none'
      if (chat === 'open') return [[personId, 'chat']]
      const isBelow = chat === 'none' && below(agreements.get(personId) ?? 'none')
      return isBelow ? [[personId, 'below']] : []
    })
  )
}

/** When each last wrote to the coach in a chat. */
export const lastHeardAmong = (trx: Trx, among: Among): Promise<ReadonlyMap<string, Date>> =>
  store.lastHeardAmong(trx, among)
