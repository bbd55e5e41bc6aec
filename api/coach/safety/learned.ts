/** How much a text sounds like danger of one's own or a worry about somebody, by what was learned from sentences. The weights are read once. */
import { readFileSync } from 'node:fs'
import type { Plain } from './normalize.ts'
import { featuresIn, PLACES, type Features } from './learned-features.ts'
import { signalsIn, type Signal } from './signals.ts'

/** Log odds against ordinary talk: 0 is as likely as not. `loudest` is how acute the most alarming sentence is by itself, whatever stands around it. */
export type Leaning = { readonly acute: number; readonly other: number; readonly loudest: number }

const HEARD = ['acute', 'other'] as const
type Side = { readonly scale: number; readonly bias: number; readonly weights: Int8Array }
export type Weights = Readonly<Record<(typeof HEARD)[number], Side>>

/** Scale and bias of each side, then a byte for each place. */
const HEADER = HEARD.length * 16

export function pack(weights: Weights): Buffer {
  const bytes = Buffer.alloc(HEADER + HEARD.length * PLACES)
  HEARD.forEach((name, index) => {
    const side = weights[name]
    bytes.writeDoubleLE(side.scale, index * 16)
    bytes.writeDoubleLE(side.bias, index * 16 + 8)
    bytes.set(new Uint8Array(side.weights.buffer), HEADER + index * PLACES)
  })
  return bytes
}

/** @throws when the file is not of this shape. */
export function unpack(bytes: Buffer): Weights {
  if (bytes.length !== HEADER + HEARD.length * PLACES) throw new Error('The weights of the classifier are not whole')
  const sideAt = (index: number): Side => ({
    scale: bytes.readDoubleLE(index * 16),
    bias: bytes.readDoubleLE(index * 16 + 8),
    weights: new Int8Array(bytes.subarray(HEADER + index * PLACES, HEADER + (index + 1) * PLACES))
  })
  return { acute: sideAt(0), other: sideAt(1) }
}

export const WEIGHTS_FILE = new URL('learned.bin', import.meta.url)
let read: Weights | undefined
const weightsRead = (): Weights => (read ??= unpack(readFileSync(WEIGHTS_FILE)))

export function scoreOf({ places, weights: counts }: Features, { scale, bias, weights }: Side): number {
  let sum = 0
  for (let at = 0; at < places.length; at++) sum += (weights[places[at] ?? 0] ?? 0) * (counts[at] ?? 0)
  return sum * scale + bias
}

/** Sentences heard as one; a longer text is heard piece by piece, so that nothing drowns in it. */
const TOGETHER = 3
/** The more is said, the more often something sounds like danger by chance. */
const PER_DOUBLING = 1

/** A sentence is heard less by itself than with those around it; one that is very loud is heard all the same. */
const BY_ITSELF = 2

/** What is most alarming in it. */
export function leaningOf(
  plain: Plain,
  signals: readonly Signal[] = signalsIn(plain),
  weights: Weights = weightsRead()
): Leaning {
  const { sentences, passages } = featuresIn(plain, signals, TOGETHER)
  const allowance = PER_DOUBLING * Math.log2(passages.length)
  const most = (those: readonly Features[], side: Side): number =>
    Math.max(...those.map(features => scoreOf(features, side)))
  const loudest = most(sentences, weights.acute)
  return {
    acute: Math.max(most(passages, weights.acute), loudest - BY_ITSELF) - allowance,
    other: most(passages, weights.other) - allowance,
    loudest
  }
}
