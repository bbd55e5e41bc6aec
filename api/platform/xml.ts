/** XML of an archive's entry as events, a piece at a time, so that a long sheet does not hold up everybody else. */
import { setImmediate } from 'node:timers/promises'
import { Parser } from 'htmlparser2'

const PIECE = 256 * 1024

export type Reading = {
  /** Names without their prefix. */
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void
  readonly text?: (text: string) => void
  readonly close?: (name: string) => void
}

/** No entity beyond XML's own five is known, and nothing outside is ever read. */
export async function readXml(bytes: Uint8Array, { open, text, close }: Reading): Promise<void> {
  const parser = new Parser(
    {
      onopentag: (name, attributes) => open?.(local(name), attributes),
      ontext: part => text?.(part),
      onclosetag: name => close?.(local(name))
    },
    { xmlMode: true }
  )
  const decoder = new TextDecoder(encodingOf(bytes))
  for (let at = 0; at < bytes.length; at += PIECE) {
    parser.write(decoder.decode(bytes.subarray(at, at + PIECE), { stream: true }))
    await setImmediate()
  }
  parser.end(decoder.decode())
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1)

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
}
