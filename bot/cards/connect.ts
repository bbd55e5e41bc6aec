/** Joins an account that no directory names to its person: a page to sign in on, a code to bring back. */
import { card, heading, press, text, type Card, type Reader } from './card.ts'

export function connectCard(reader: Reader): Card {
  const words = reader.words.connect
  return card(reader, {
    fallbackText: words.body,
    body: [heading(words.title), text(words.body)],
    actions: [press(reader, { title: words.start, verb: 'connect', data: {}, look: 'positive' })]
  })
}

export type OpenLink = {
  readonly linkId: string
  readonly url: string
  readonly wrong?: 'wrong_code' | 'expired' | 'person_linked'
}

export function connectOpen(reader: Reader, { linkId, url, wrong }: OpenLink): Card {
  const words = reader.words.connect
  const open = wrong === undefined || wrong === 'wrong_code'
  const input = {
    type: 'Input.Text',
    id: 'code',
    label: words.code,
    maxLength: 12,
    isRequired: true,
    errorMessage: words.wrong_code
  }
  const alert = wrong ? [text(words[wrong], { color: 'Attention', weight: 'Bolder' })] : []
  const steps = words.steps.map((step, at) => text(`${at + 1}. ${step}`))
  const toPage = { type: 'Action.OpenUrl', title: words.open, url }
  const enter = press(reader, { title: words.enter, verb: 'connectCode', data: { linkId }, look: 'positive' })
  // Starting over must not wait for a code.
  const again = {
    ...press(reader, { title: words.again, verb: 'connect', data: {} }),
    associatedInputs: 'None'
  }
  return card(reader, {
    fallbackText: words.body,
    body: [heading(words.title), ...alert, ...(open ? [...steps, input] : [])],
    actions: open ? [toPage, enter, again] : [again]
  })
}

export const connectDone = (reader: Reader): Card =>
  card(reader, {
    fallbackText: reader.words.connect.done,
    body: [text(reader.words.connect.done, { weight: 'Bolder' })]
  })
