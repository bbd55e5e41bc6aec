import { randomFillSync } from 'node:crypto'
import { PREFIXES, type NewId } from '../contract/ids.ts'

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const TIME_CHARS = 10
const COUNT_CHARS = 2
const RANDOM_CHARS = 14
const MOST_A_MILLISECOND = ALPHABET.length ** COUNT_CHARS

/** Sorted by real time, so that rows written together lie together on disk, and by the order in which a process made them. */
export function createNewId(realNow: () => Date): NewId {
  let last = { ms: 0, count: 0 }
  const next = (): typeof last => {
    const ms = Math.max(realNow().getTime(), last.ms)
    const count = ms === last.ms ? last.count + 1 : 0
    return count < MOST_A_MILLISECOND ? { ms, count } : { ms: ms + 1, count: 0 }
  }
  return kind => {
    last = next()
    return `${PREFIXES[kind]}_${inLetters(last.ms, TIME_CHARS)}${inLetters(last.count, COUNT_CHARS)}${randomPart()}`
  }
}

function inLetters(value: number, length: number): string {
  let rest = value
  let text = ''
  for (let place = 0; place < length; place++) {
    text = ALPHABET.charAt(rest % 32) + text
    rest = Math.floor(rest / 32)
  }
  return text
}

const randomPart = (): string =>
  [...randomFillSync(new Uint8Array(RANDOM_CHARS))].map(byte => ALPHABET.charAt(byte % 32)).join('')
