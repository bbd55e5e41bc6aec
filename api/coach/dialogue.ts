/** What an engine is told of a conversation. Pure. */
import type { EngineInput } from './port.ts'
import type { Seal } from './seal.ts'
import type { MessageRow } from './store-messages.ts'

export const REMEMBERED = 40

export type Dialogue = Pick<EngineInput, 'messages' | 'state'> & { readonly seal: Seal }

/** Without words of people, and without answers that are not there. */
export const wordsIn = (rows: readonly MessageRow[], seal: Seal): EngineInput['messages'] =>
  rows
    .flatMap(({ author, sealed }) => (author === 'human' ? [] : [{ from: author, text: seal.open(sealed) }]))
    .filter(({ text }) => text !== '')

export const notesIn = (seal: Seal, notes: Uint8Array | null | undefined): unknown =>
  notes ? JSON.parse(seal.open(notes)) : undefined
