/** Logistic regression with three answers, by steps in an order that is always the same: the same sentences make the same weights on any machine. Pure. */
import { PLACES, type Features } from '../../api/coach/safety/learned-features.ts'

/** What the classifier tells apart. */
export const ANSWERS = ['none', 'acute', 'other'] as const
export type Answer = (typeof ANSWERS)[number]

export type Example = { readonly features: Features; readonly answer: Answer }

const ROUNDS = 5
const STEP = 0.1
const STEP_OF_BIAS = 0.02
const SHRINK = 1e-5
/** Left out of a step by chance, so that no single word decides. */
const LEFT_OUT = 0.2
/** What fewer texts have says nothing about others. */
const FEWEST_TEXTS = 2

export type Learned = Readonly<Record<Answer, { readonly weights: Float64Array; readonly bias: number }>>

/** Weights and squares of the three answers stand side by side for each place: they are read together. */
type State = { readonly weights: Float64Array; readonly squares: Float64Array; readonly biases: Float64Array }

export function learn(examples: readonly Example[]): Learned {
  const size = PLACES * ANSWERS.length
  const state: State = {
    weights: new Float64Array(size),
    squares: new Float64Array(size).fill(1e-6),
    biases: new Float64Array(ANSWERS.length)
  }
  const chance = chancesFrom(7)
  const order = withoutRare(examples)
  for (let round = 0; round < ROUNDS; round++) {
    shuffle(order, chance)
    for (const example of order) step(state, example, chance)
  }
  const sideOf = (at: number): Learned[Answer] => ({
    weights: Float64Array.from({ length: PLACES }, (_, place) => state.weights[place * ANSWERS.length + at] ?? 0),
    bias: state.biases[at] ?? 0
  })
  return { none: sideOf(0), acute: sideOf(1), other: sideOf(2) }
}

function withoutRare(examples: readonly Example[]): Example[] {
  const texts = new Int32Array(PLACES)
  for (const { features } of examples) for (const place of features.places) texts[place] = (texts[place] ?? 0) + 1
  return examples.map(({ features: { places, weights }, answer }) => {
    const isKept = (place: number): boolean => (texts[place] ?? 0) >= FEWEST_TEXTS
    return {
      answer,
      features: {
        places: places.filter(isKept),
        weights: weights.filter((_, at) => isKept(places[at] ?? 0))
      }
    }
  })
}

/** AdaGrad: what is rare moves as far as what is frequent. */
function step({ weights, squares, biases }: State, { features, answer }: Example, chance: () => number): void {
  const { places } = features
  const counts = features.weights.map(weight => (chance() < LEFT_OUT ? 0 : weight))
  const scores = ANSWERS.map((_, index) => {
    let sum = biases[index] ?? 0
    for (let at = 0; at < places.length; at++)
      sum += (weights[(places[at] ?? 0) * ANSWERS.length + index] ?? 0) * (counts[at] ?? 0)
    return sum
  })
  const told = sharesOf(scores)
  ANSWERS.forEach((one, index) => {
    const off = (told[index] ?? 0) - (one === answer ? 1 : 0)
    biases[index] = (biases[index] ?? 0) - STEP_OF_BIAS * off
    for (let at = 0; at < places.length; at++) {
      const count = counts[at] ?? 0
      if (count === 0) continue
      const place = (places[at] ?? 0) * ANSWERS.length + index
      const weight = weights[place] ?? 0
      const slope = off * count + SHRINK * weight
      const square = (squares[place] ?? 0) + slope * slope
      squares[place] = square
      weights[place] = weight - (STEP * slope) / Math.sqrt(square)
    }
  })
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
