/** A ZIP archive whose entries lie deflated in pieces already: lengths are known before the first byte. Pure but for the pieces. */
import { promisify } from 'node:util'
import { constants, crc32, deflateRaw } from 'node:zlib'

const deflate = promisify(deflateRaw)

export type Packed = { readonly name: string; readonly crc: number; readonly size: number; readonly packed: number }

/** Ends a stream of pieces, each of which ends at a whole byte. */
const LAST_BLOCK = Buffer.from([0x03, 0x00])

export const emptyEntry = (name: string): Packed => ({ name, crc: 0, size: 0, packed: LAST_BLOCK.length })

/** One more piece of an entry. */
export async function pack(entry: Packed, text: string): Promise<{ readonly entry: Packed; readonly piece: Buffer }> {
  const plain = Buffer.from(text, 'utf8')
  const piece = await deflate(plain, { finishFlush: constants.Z_SYNC_FLUSH })
  const crc = crc32(plain, entry.crc)
  return { entry: { ...entry, crc, size: entry.size + plain.length, packed: entry.packed + piece.length }, piece }
}

const MOST = 0xff_ff_ff_ff
const needs64 = (...numbers: readonly number[]): boolean => numbers.some(each => each >= MOST)

/** The zip format's numbers are little-endian: `[bytes, value]`. */
function fields(...all: readonly (readonly [2 | 4 | 8, number])[]): Buffer {
  const made = Buffer.alloc(all.reduce((sum, [bytes]) => sum + bytes, 0))
  let at = 0
  for (const [bytes, value] of all) {
    if (bytes === 8) made.writeBigUInt64LE(BigInt(value), at)
    else made.writeUIntLE(value, at, bytes)
    at += bytes
  }
  return made
}

/** 1980-01-01: when it was made is in the manifest. */
const DATE = 0x00_21
const UTF8_NAME = 0x08_00
const DEFLATED = 8

function localHead(entry: Packed): Buffer {
  const name = Buffer.from(entry.name)
  const large = needs64(entry.size, entry.packed)
  const extra = large ? fields([2, 1], [2, 16], [8, entry.size], [8, entry.packed]) : Buffer.alloc(0)
  return Buffer.concat([
    fields(
      [4, 0x04_03_4b_50],
      [2, large ? 45 : 20],
      [2, UTF8_NAME],
      [2, DEFLATED],
      [2, 0],
      [2, DATE],
      [4, entry.crc],
      [4, large ? MOST : entry.packed],
      [4, large ? MOST : entry.size],
      [2, name.length],
      [2, extra.length]
    ),
    name,
    extra
  ])
}

function centralHead(entry: Packed, offset: number): Buffer {
  const name = Buffer.from(entry.name)
  const large = needs64(entry.size, entry.packed, offset)
  const extra = large ? fields([2, 1], [2, 24], [8, entry.size], [8, entry.packed], [8, offset]) : Buffer.alloc(0)
  return Buffer.concat([
    fields(
      [4, 0x02_01_4b_50],
      [2, large ? 45 : 20],
      [2, large ? 45 : 20],
      [2, UTF8_NAME],
      [2, DEFLATED],
      [2, 0],
      [2, DATE],
      [4, entry.crc],
      [4, large ? MOST : entry.packed],
      [4, large ? MOST : entry.size],
      [2, name.length],
      [2, extra.length],
      [2, 0],
      [2, 0],
      [2, 0],
      [4, 0],
      [4, large ? MOST : offset]
    ),
    name,
    extra
  ])
}

function ending(count: number, central: { readonly at: number; readonly length: number }): Buffer {
  const large = needs64(central.at, central.length)
  const end = fields(
    [4, 0x06_05_4b_50],
    [2, 0],
    [2, 0],
    [2, count],
    [2, count],
    [4, large ? MOST : central.length],
    [4, large ? MOST : central.at],
    [2, 0]
  )
  if (!large) return end
  const record = fields(
    [4, 0x06_06_4b_50],
    [8, 44],
    [2, 45],
    [2, 45],
    [4, 0],
    [4, 0],
    [8, count],
    [8, count],
    [8, central.length],
    [8, central.at]
  )
  const locator = fields([4, 0x07_06_4b_50], [4, 0], [8, central.at + central.length], [4, 1])
  return Buffer.concat([record, locator, end])
}

/** Of the whole archive, in bytes. */
export function lengthOf(entries: readonly Packed[]): number {
  let at = 0
  let central = 0
  for (const entry of entries) {
    central += centralHead(entry, at).length
    at += localHead(entry).length + entry.packed
  }
  return at + central + ending(entries.length, { at, length: central }).length
}

/** @param piecesOf the pieces of an entry in their order. */
export async function* archive(
  entries: readonly Packed[],
  piecesOf: (entry: Packed) => AsyncIterable<Uint8Array>
): AsyncGenerator<Uint8Array> {
  let at = 0
  const central: Buffer[] = []
  for (const entry of entries) {
    const head = localHead(entry)
    central.push(centralHead(entry, at))
    yield head
    yield* piecesOf(entry)
    yield LAST_BLOCK
    at += head.length + entry.packed
  }
  const directory = Buffer.concat(central)
  yield directory
  yield ending(entries.length, { at, length: directory.length })
}
