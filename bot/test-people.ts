/** For tests: people who installed the bot and said yes, and what they were told. */
import { decideAgreement } from '../api/channels/channels.ts'
import { TID, type BotWorld } from './test-world.ts'

let serial = 0
export const newOid = (): string => `aaaaaaaa-0000-4000-8000-${String((serial += 1)).padStart(12, '0')}`

export type Account = { readonly tid: string; readonly oid: string }

export async function coachedIn(bot: BotWorld, options: Parameters<BotWorld['hire']>[1] = {}) {
  const key: Account = { tid: TID, oid: newOid() }
  const personId = await bot.hire(key.oid, options)
  const { organizationId } = bot
  await bot.teams.install(key).delivered
  await decideAgreement(bot.world.deps, { organizationId, personId, decision: 'given', surface: 'teams' })
  await bot.quiet()
  return { key, personId, about: { organizationId, personId } }
}

export const saidTo = (bot: BotWorld, key: Account) =>
  bot.teams.conversation(key).messages.filter(({ from }) => from === 'bot')

export const cardIn = (
  message: { readonly attachments: readonly { readonly content?: unknown }[] } | undefined
): Record<string, unknown> => Object(message?.attachments[0]?.content)
