/** XML of an archive's entry as events, a piece at a time, so that a long sheet does not hold up everybody else. */
import { setImmediate } from 'node:timers/promises'
import { Parser } from 'htmlparser2'
import { ArchiveError } from './archive.ts'

const PIECE = 256 * 1024
/** Far deeper than any program writes; the parser takes the longer for each tag the more are open. */
const MOST_OPEN = 1000

export type Reading = {
  /** Names without their prefix. */
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void
  readonly text?: (text: string) => void
  readonly close?: (name: string) => void
}

/** No entity beyond XML's own five is known, and nothing outside is ever read. @throws ArchiveError `damaged`. */
export async function readXml(bytes: Uint8Array, { open, text, close }: Reading): Promise<void> {
  let opened = 0
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        opened += 1
        if (opened > MOST_OPEN) throw new ArchiveError('damaged')
        open?.(local(name), attributes)
      },
      ontext: part => text?.(part),
      onclosetag: name => {
        opened -= 1
        close?.(local(name))
      }
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
