/** What the tour's steps do and look up, as the people they are about. */
import type { SandboxMessage } from '../control/contract.ts'
import * as control from '../control/contract.ts'
import { call } from './api.ts'

export const chat = async (personKey: string): Promise<readonly SandboxMessage[]> =>
  (await call(control.getChat, { params: { personKey } })).messages
export const receipts = async (personKey: string) =>
  (await call(control.getSandboxReceipts, { params: { personKey } })).receipts
export const kept = (personKey: string) => call(control.getKept, { params: { personKey } })

const holds = ({ cards }: SandboxMessage, word: string): boolean => JSON.stringify(cards).includes(word)
export const hasCard = async (personKey: string, word: string): Promise<boolean> =>
  (await chat(personKey)).some(message => holds(message, word))
/** The newest message whose card holds this word. */
export const lastWith = async (personKey: string, word: string): Promise<SandboxMessage | undefined> =>
  (await chat(personKey)).findLast(message => holds(message, word))

export const say = (personKey: string, text: string) => call(control.say, { params: { personKey }, body: { text } })
const toWork = (personKey: string) => call(control.moveClock, { body: { kind: 'nextWorkingHour', personKey } })

/** Presses the button at this place among those with the verb, on the newest card that has them. */
export async function press(personKey: string, verb: string, index: number): Promise<void> {
  const message = await lastWith(personKey, `"verb":"${verb}"`)
  if (!message) return
  const titles = [
    ...JSON.stringify(message.cards).matchAll(/"title":"([^"]+)","verb":"|"verb":"[^"]+"[^{}]*?"title":"([^"]+)"/gu)
  ].map(match => match[1] ?? match[2])
  const title = titles[index]
  await call(control.press, {
    params: { personKey },
    body: { messageId: message.id, verb, ...(title ? { title } : {}) }
  })
}

/** How long what a step did may take to be seen before the visitor is told that it is late. */
export const PATIENCE_MS = 20_000
const LOOK_EVERY_MS = 150

/** Looks until it is so, or for as long as is worth waiting. @returns whether it came true. */
export async function within(ms: number, look: () => Promise<boolean>): Promise<boolean> {
  const end = performance.now() + ms
  for (;;) {
    if (await look()) return true
    if (performance.now() > end) return false
    await new Promise(resolve => setTimeout(resolve, LOOK_EVERY_MS))
  }
}

const DAYS = 6
const SOON_MS = 3000

/** From one thing that is planned for the person to the next, until a card holds this word. @param at chooses the moment from what is due. */
export async function untilCard(
  personKey: string,
  word: string,
  at: (dueAt: string) => string = due => due
): Promise<void> {
  for (let day = 0; day < DAYS && !(await hasCard(personKey, word)); day++) {
    const next = await firstComing(personKey)
    await (next ? call(control.moveClock, { body: { kind: 'to', at: at(next) } }) : toWork(personKey))
    await within(SOON_MS, () => hasCard(personKey, word))
  }
}

/** Soon after whatever plans for the person has been told. */
export const untilPlanned = (personKey: string): Promise<boolean> =>
  within(SOON_MS, async () => (await firstComing(personKey)) !== undefined)

/** Undefined where nothing has its turn. */
async function firstComing(personKey: string): Promise<string | undefined> {
  const { now } = await call(control.getState)
  const { nudges } = await call(control.getComing, { params: { personKey } })
  return nudges
    .map(({ dueAt }) => dueAt)
    .filter(dueAt => dueAt > now)
    .toSorted()[0]
}
