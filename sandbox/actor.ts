/** Presses a button of a card by its verb and place, as somebody who reads the card from the top. */
import type { Sandbox } from './sandbox.ts'
import type { KnownPerson } from './seed.ts'

export type Person = {
  readonly box: Sandbox
  readonly person: KnownPerson
  readonly messageId: string
  /** The card as JSON. */
  readonly card: string
  readonly conversationId?: string
}

/** @param index 0 is the first button with this verb. A card without it is left alone. */
export async function press(
  { box, person, messageId, card, conversationId }: Person,
  verb: string,
  index: number
): Promise<void> {
  const titles = buttonsOf(JSON.parse(card), verb)
  const title = titles[Math.min(index, titles.length - 1)]
  if (title === undefined) return
  await box.world.teams.pressAction(person, messageId, { verb, title }, conversationId ? { conversationId } : {})
}

/** Titles of the buttons with this verb, in reading order. */
export function buttonsOf(node: unknown, verb: string): readonly string[] {
  if (Array.isArray(node)) return node.flatMap(each => buttonsOf(each, verb))
  if (typeof node !== 'object' || node === null) return []
  const own =
    'verb' in node && node.verb === verb && 'title' in node && typeof node.title === 'string' ? [node.title] : []
  return [...own, ...Object.values(node).flatMap(each => buttonsOf(each, verb))]
}
