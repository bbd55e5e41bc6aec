/** The "Connect" card's buttons, pressed by an account that no person is joined to yet. */
import { beginConnecting, finishConnecting, type Reference } from '../api/channels/channels.ts'
import type { Card, Reader } from './cards/card.ts'
import { connectDone, connectOpen } from './cards/connect.ts'
import type { World } from './reader.ts'

export type ConnectPress =
  | { readonly verb: 'connect' }
  | { readonly verb: 'connectCode'; readonly data: { readonly linkId: string; readonly code: string } }

/** `name`: as the account calls itself. */
type Pressed = { readonly reader: Reader; readonly reference: Reference; readonly name: string }

/** @returns the card to show instead; undefined when there is nothing to connect. */
export async function answerConnect(
  { deps }: World,
  { reader, reference, name }: Pressed,
  press: ConnectPress
): Promise<Card | undefined> {
  if (press.verb === 'connect') {
    const begun = await beginConnecting(deps, reference, name)
    return begun && connectOpen(reader, begun)
  }
  const outcome = await finishConnecting(deps, reference, press.data)
  if (!outcome) return undefined
  return outcome.kind === 'connected' ? connectDone(reader) : connectOpen(reader, { ...outcome, wrong: outcome.kind })
}
