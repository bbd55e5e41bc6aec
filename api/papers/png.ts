/** Whether a PNG can be an icon of the app: read in full, pixel by pixel, and written anew without whatever else lay in the file. Pure. */
import { crc32, inflateSync } from 'node:zlib'
import { ICONS, type IconKind, type IconProblem } from '../contract/branding.ts'

export type IconVerdict =
  | { readonly kind: 'taken'; readonly png: Uint8Array }
  | {
      readonly kind: 'refused'
      readonly problem: IconProblem
      readonly found: { readonly width: number; readonly height: number } | null
    }

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
/** What a picture consists of; texts, places and other programs' data are left out. */
const KEPT = ['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND']

type Chunk = { readonly type: string; readonly data: Buffer; readonly whole: Buffer }
type Header = {
  readonly width: number
  readonly height: number
  readonly depth: number
  readonly colors: number
  readonly interlaced: boolean
}
/** Red, green, blue, opacity. */
type Pixel = readonly [number, number, number, number]

/** Samples of a pixel, by PNG's kinds of color. */
const SAMPLES: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }

/** Of the one color that is meant to be seen through, by PNG's kinds of color. */
const TRANSPARENT_BYTES: Readonly<Record<number, number>> = { 0: 2, 2: 6 }

export function judgeIcon(kind: IconKind, bytes: Uint8Array): IconVerdict {
  const file = Buffer.from(bytes)
  if (!file.subarray(0, 8).equals(SIGNATURE)) return refuse('not_png')
  const chunks = readChunks(file)
  const header = chunks && headerOf(chunks)
  if (!chunks || !header) return refuse('damaged')
  const { width, height } = header
  const wanted = ICONS[kind]
  // Before anything is inflated.
  if (width !== wanted || height !== wanted) return { kind: 'refused', problem: 'size', found: { width, height } }
  if (header.depth !== 8 || header.interlaced || !(header.colors in SAMPLES)) return refuse('unsupported')
  const pixels = readPixels(chunks, header)
  if (!pixels) return refuse('damaged')
  const problem = kind === 'color' ? problemOfColor(pixels) : problemOfOutline(pixels)
  if (problem) return refuse(problem)
  const kept = chunks.filter(({ type }) => KEPT.includes(type)).map(({ whole }) => whole)
  return { kind: 'taken', png: Buffer.concat([SIGNATURE, ...kept]) }
}

const refuse = (problem: IconProblem): IconVerdict => ({ kind: 'refused', problem, found: null })

/** Teams rounds the corners itself: the square is to be filled. */
const problemOfColor = (pixels: readonly Pixel[]): IconProblem | undefined =>
  pixels.some(([, , , opacity]) => opacity < 255) ? 'not_square_filled' : undefined

/** Teams colors the shape itself: white, and nothing around it. */
function problemOfOutline(pixels: readonly Pixel[]): IconProblem | undefined {
  const seen = pixels.filter(([, , , opacity]) => opacity > 0)
  if (seen.length === 0) return 'empty'
  if (seen.length === pixels.length) return 'no_transparency'
  return seen.some(([red, green, blue]) => Math.min(red, green, blue) < 250) ? 'not_white' : undefined
}

/** Undefined when a length or a checksum does not hold, or something is missing or follows. */
function readChunks(file: Buffer): readonly Chunk[] | undefined {
  const chunks: Chunk[] = []
  let at = 8
  while (at + 12 <= file.length) {
    const length = file.readUInt32BE(at)
    const end = at + 12 + length
    if (end > file.length) return undefined
    const type = file.toString('latin1', at + 4, at + 8)
    if (crc32(file.subarray(at + 4, end - 4)) !== file.readUInt32BE(end - 4)) return undefined
    chunks.push({ type, data: file.subarray(at + 8, end - 4), whole: file.subarray(at, end) })
    at = end
    if (type === 'IEND') break
  }
  const isWhole = chunks[0]?.type === 'IHDR' && chunks.at(-1)?.type === 'IEND'
  return isWhole && chunks.filter(({ type }) => type === 'IHDR').length === 1 ? chunks : undefined
}

function headerOf([first]: readonly Chunk[]): Header | undefined {
  if (first?.data.length !== 13) return undefined
  const { data } = first
  return {
    width: data.readUInt32BE(0),
    height: data.readUInt32BE(4),
    depth: data.readUInt8(8),
    colors: data.readUInt8(9),
    interlaced: data.readUInt8(12) !== 0
  }
}

function readPixels(chunks: readonly Chunk[], { width, height, colors }: Header): readonly Pixel[] | undefined {
  const samples = SAMPLES[colors] ?? 4
  const lineBytes = width * samples
  const packed = Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data))
  const raw = inflated(packed, (lineBytes + 1) * height)
  const lines = raw && unfiltered(raw, { lineBytes, samples, height })
  if (!lines) return undefined
  const dataOf = (name: string): Buffer | undefined => chunks.find(({ type }) => type === name)?.data
  const palette = { colors: dataOf('PLTE'), opacity: dataOf('tRNS') }
  // A gray, or a color, of two bytes a sample: shorter cannot be read.
  if (palette.opacity && palette.opacity.length < (TRANSPARENT_BYTES[colors] ?? 0)) return undefined
  const pixels: Pixel[] = []
  for (let at = 0; at < lines.length; at += samples) {
    const pixel = pixelAt(lines.subarray(at, at + samples), colors, palette)
    if (!pixel) return undefined
    pixels.push(pixel)
  }
  return pixels
}

function inflated(packed: Buffer, size: number): Buffer | undefined {
  try {
    const raw = inflateSync(packed, { maxOutputLength: size })
    return raw.length === size ? raw : undefined
  } catch {
    return undefined
  }
}

type Lines = { readonly lineBytes: number; readonly samples: number; readonly height: number }

/** Each line is written as its difference from what stands left and above, in one of five ways. */
function unfiltered(raw: Buffer, { lineBytes, samples, height }: Lines): Buffer | undefined {
  const out = Buffer.alloc(lineBytes * height)
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (lineBytes + 1)] ?? 0
    if (filter > 4) return undefined
    for (let x = 0; x < lineBytes; x++) {
      const here = y * lineBytes + x
      const left = x >= samples ? (out[here - samples] ?? 0) : 0
      const above = y > 0 ? (out[here - lineBytes] ?? 0) : 0
      const corner = x >= samples && y > 0 ? (out[here - lineBytes - samples] ?? 0) : 0
      out[here] = (raw[y * (lineBytes + 1) + 1 + x] ?? 0) + predicted(filter, { left, above, corner })
    }
  }
  return out
}

function predicted(filter: number, { left, above, corner }: Readonly<Record<'left' | 'above' | 'corner', number>>) {
  if (filter === 0) return 0
  if (filter === 1) return left
  if (filter === 2) return above
  if (filter === 3) return (left + above) >> 1
  const guess = left + above - corner
  const [byLeft, byAbove, byCorner] = [Math.abs(guess - left), Math.abs(guess - above), Math.abs(guess - corner)]
  if (byLeft <= byAbove && byLeft <= byCorner) return left
  return byAbove <= byCorner ? above : corner
}

type Palette = { readonly colors: Buffer | undefined; readonly opacity: Buffer | undefined }

function pixelAt(samples: Buffer, colors: number, palette: Palette): Pixel | undefined {
  const [a = 0, b = 0, c = 0, d = 255] = samples
  switch (colors) {
    case 0:
      return [a, a, a, palette.opacity?.readUInt16BE(0) === a ? 0 : 255]
    case 2: {
      const hidden = palette.opacity && [0, 2, 4].map(at => palette.opacity?.readUInt16BE(at))
      return [a, b, c, hidden?.[0] === a && hidden[1] === b && hidden[2] === c ? 0 : 255]
    }
    case 3: {
      const [red, green, blue] = palette.colors?.subarray(a * 3, a * 3 + 3) ?? []
      if (red === undefined || green === undefined || blue === undefined) return undefined
      return [red, green, blue, palette.opacity?.[a] ?? 255]
    }
    case 4:
      return [a, a, a, b]
    default:
      return [a, b, c, d]
  }
}
