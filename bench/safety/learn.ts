/** Logistic regression with three answers, by steps in an order that is always the same: the same sentences make the same weights on any machine. Pure. */
import { PLACES, type Features } from '../../api/coach/safety/learned-features.ts'

/** What the classifier tells apart. */
export const ANSWERS = ['none', 'acute', 'other'] as const
export type Answer = (typeof ANSWERS)[number]

export type Example = { readonly features: Features; readonly answer: Answer }
type Side = { readonly answer: Answer; readonly weights: Float64Array; readonly squares: Float64Array; bias: number }

const ROUNDS = 15
const STEP = 0.1
const STEP_OF_BIAS = 0.02
const SHRINK = 1e-5
/** Left out of a step by chance, so that no single word decides. */
const LEFT_OUT = 0.2

export type Learned = Readonly<Record<Answer, { readonly weights: Float64Array; readonly bias: number }>>

export function learn(examples: readonly Example[]): Learned {
  const sideOf = (answer: Answer): Side => ({
    answer,
    weights: new Float64Array(PLACES),
    squares: new Float64Array(PLACES).fill(1e-6),
    bias: 0
  })
  const sides = { none: sideOf('none'), acute: sideOf('acute'), other: sideOf('other') }
  const all = [sides.none, sides.acute, sides.other]
  const chance = chancesFrom(7)
  const order = [...examples]
  for (let round = 0; round < ROUNDS; round++) {
    shuffle(order, chance)
    for (const { features, answer } of order) {
      const counts = features.weights.map(weight => (chance() < LEFT_OUT ? 0 : weight))
      const told = sharesOf(all.map(side => side.bias + sumOf(side.weights, features.places, counts)))
      all.forEach((side, index) => {
        const off = (told[index] ?? 0) - (side.answer === answer ? 1 : 0)
        side.bias -= STEP_OF_BIAS * off
        step(side, { places: features.places, counts, off })
      })
    }
  }
  return sides
}

type Step = { readonly places: Int32Array; readonly counts: Float64Array; readonly off: number }

/** AdaGrad: what is rare moves as far as what is frequent. */
function step({ weights, squares }: Side, { places, counts, off }: Step): void {
  for (let at = 0; at < places.length; at++) {
    const count = counts[at] ?? 0
    if (count === 0) continue
    const place = places[at] ?? 0
    const weight = weights[place] ?? 0
    const slope = off * count + SHRINK * weight
    const square = (squares[place] ?? 0) + slope * slope
    squares[place] = square
    weights[place] = weight - (STEP * slope) / Math.sqrt(square)
  }
}

function sumOf(weights: Float64Array, places: Int32Array, counts: Float64Array): number {
  let sum = 0
  for (let at = 0; at < places.length; at++) sum += (weights[places[at] ?? 0] ?? 0) * (counts[at] ?? 0)
  return sum
}

/** Softmax without `Math.exp`, whose last digit is each engine's own. */
function sharesOf(scores: readonly number[]): readonly number[] {
  const most = Math.max(...scores)
  const grown = scores.map(score => power(Math.max(-40, score - most)))
  const all = grown.reduce((sum, each) => sum + each, 0)
  return grown.map(each => each / all)
}

/** (1 + x/1024)^1024, near enough to e^x. */
function power(x: number): number {
  let grown = 1 + x / 1024
  for (let doubled = 0; doubled < 10; doubled++) grown *= grown
  return grown
}

function shuffle<Item>(items: Item[], chance: () => number): void {
  for (let last = items.length - 1; last > 0; last--) {
    const other = Math.floor(chance() * (last + 1))
    const [one, two] = [items[last], items[other]]
    if (one === undefined || two === undefined) continue
    items[last] = two
    items[other] = one
  }
}

/** Mulberry32: the same sequence from the same seed. */
export function chancesFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
