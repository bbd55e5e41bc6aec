import { randomFillSync } from 'node:crypto'
import { PREFIXES, type NewId } from '../contract/ids.ts'

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const TIME_CHARS = 10
const RANDOM_CHARS = 16

/** Sorted by real time, so that rows written together lie together on disk. */
export const createNewId =
  (realNow: () => Date): NewId =>
  kind =>
    `${PREFIXES[kind]}_${timePart(realNow().getTime())}${randomPart()}`

function timePart(ms: number): string {
  let rest = ms
  let text = ''
  for (let place = 0; place < TIME_CHARS; place++) {
    text = ALPHABET.charAt(rest % 32) + text
    rest = Math.floor(rest / 32)
  }
  return text
}

const randomPart = (): string =>
  [...randomFillSync(new Uint8Array(RANDOM_CHARS))].map(byte => ALPHABET.charAt(byte % 32)).join('')
