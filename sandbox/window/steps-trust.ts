/** The tour’s end: what HR sees, what happens in danger, what it means to take everything back, and leaving. */
import type { SandboxMessage } from '../control/contract.ts'
import * as control from '../control/contract.ts'
import { PATIENCE_MS, chat, hasCard, kept, lastWith, press, receipts, say, within } from './acting.ts'
import { call } from './api.ts'
import { localDate } from './format.ts'
import { NotThereError } from './hands.ts'
import type { Cast, Step } from './step.ts'

const CRY = 'No quiero seguir viviendo'
/** Of the card that people wrote for it. */
const SERIOUS = 'suena serio'
const WEEK_MS = 7 * 86_400_000

const inChannel = async (channelId: string) => (await call(control.getChannel, { params: { channelId } })).messages

/** Until the card itself says that it was heard: a Monday that comes before brings no report. */
async function confirmChannel({ hr, companyKey, channelId }: Cast): Promise<void> {
  await call(control.installToChannel, { params: { companyKey }, body: { personKey: hr } })
  const asked = async (): Promise<SandboxMessage | undefined> =>
    (await inChannel(channelId)).find(({ cards }) => JSON.stringify(cards).includes('hrChannel'))
  await within(PATIENCE_MS, async () => (await asked()) !== undefined)
  if ((await inChannel(channelId)).length === 0)
    throw new NotThereError('The bot’s question has not come to the channel yet')
  await within(PATIENCE_MS, async () => {
    const ask = await asked()
    const title = ask && /"title":"([^"]+)"/u.exec(JSON.stringify(ask.cards))?.[1]
    if (!ask || !title) return true
    const body = { messageId: ask.id, verb: 'hrChannel', title, channelId }
    return (await call(control.press, { params: { personKey: hr }, body })).outcome === 'card'
  })
}

/** What came to HR since this moment, in their chat and in their channel. */
async function toldHr({ hr, channelId }: Cast, since: string): Promise<number> {
  const all = [...(await chat(hr)), ...(await inChannel(channelId))]
  return all.filter(({ from, at }) => from === 'bot' && at >= since).length
}

const erasure = async (personKey: string) => (await receipts(personKey)).find(({ kind }) => kind === 'person.erased')

/** By the way to its page, which no other card of the channel has. */
const hasReport = (cards: unknown): boolean => /Open the report|Abrir el informe/u.test(JSON.stringify(cards))

export const TRUST: readonly Step[] = [
  {
    title: 'HR’s report',
    does: 'HR has added the app to its channel and confirmed. A report comes every Monday.',
    look: 'Aggregates only, and what would tell somebody apart is blank with the reason. Exact numbers come as a chart with the same figures as a table; of few people there are bounds only.',
    person: 'hr',
    view: 'channel',
    run: async cast => {
      await confirmChannel(cast)
      await call(control.moveClock, { body: { kind: 'advance', ms: WEEK_MS } })
    },
    appeared: async ({ channelId }) => (await inChannel(channelId)).some(({ cards }) => hasReport(cards))
  },
  {
    title: 'Words of danger',
    does: `She writes “${CRY}”.`,
    look: 'A card that people wrote, with lines to call where she is; no engine is asked, and the coach rests until she says how she is.',
    person: 'newcomer',
    view: 'chat',
    run: async ({ newcomer }) => void (await say(newcomer, CRY)),
    appeared: async ({ newcomer }) => hasCard(newcomer, SERIOUS),
    proof: async cast => {
      const card = await lastWith(cast.newcomer, SERIOUS)
      const since = card?.at ?? ''
      const written = (await kept(cast.newcomer)).messages.findLast(({ from }) => from !== 'person')?.from
      const author = written === 'human' ? 'people' : 'the coach'
      return `The answer was written by ${author}. Messages to HR since then: ${await toldHr(cast, since)}.`
    }
  },
  {
    title: 'Everything taken back',
    does: 'She writes “borra mis datos”; the card says what goes and what stays, and she confirms.',
    look: 'The receipt stands in the card’s place and among her receipts. The key that her words were sealed with is destroyed, so that no copy or backup opens.',
    person: 'newcomer',
    view: 'chat',
    run: async ({ newcomer }) => {
      await say(newcomer, 'borra mis datos')
      await within(PATIENCE_MS, () => hasCard(newcomer, '"choice":"erase"'))
      await press(newcomer, 'erase', 1)
    },
    appeared: async ({ newcomer }) => (await erasure(newcomer)) !== undefined,
    proof: async ({ newcomer, timezone }) => {
      const [{ messages }, receipt] = await Promise.all([kept(newcomer), erasure(newcomer)])
      const when = receipt ? `“${receipt.title}”, ${localDate(receipt.at, timezone)}` : 'none yet'
      return `Messages of hers that CI keeps: ${messages.length}. Receipt: ${when}.`
    }
  },
  {
    title: 'She leaves',
    does: 'The directory deactivates her.',
    look: 'Her tokens are dead within seconds, and course access has ended; her receipts say so. “npm start -- --fresh” brings her back for another tour.',
    person: 'newcomer',
    view: 'receipts',
    run: async ({ newcomer }) =>
      void (await call(control.leave, { params: { personKey: newcomer }, body: { how: 'deactivate' } })),
    appeared: async ({ newcomer }) => (await receipts(newcomer)).some(({ kind }) => kind === 'course.ended')
  }
]
