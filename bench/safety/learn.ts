/** Logistic regression with three answers, by steps in an order that is always the same: the same sentences make the same weights on any machine. Pure. */
import { PLACES, type Features } from '../../api/coach/safety/learned-features.ts'

/** What the classifier tells apart. */
export const ANSWERS = ['none', 'acute', 'other'] as const
export type Answer = (typeof ANSWERS)[number]

export type Example = { readonly features: Features; readonly answer: Answer }

const ROUNDS = 4
const STEP = 0.1
const STEP_OF_BIAS = 0.02
const SHRINK = 1e-5
/** Left out of a step by chance, so that no single word decides. */
const LEFT_OUT = 0.2
/** What fewer texts have says nothing about others. */
const FEWEST_TEXTS = 2

export type Learned = Readonly<Record<Answer, { readonly weights: Float64Array; readonly bias: number }>>

const SIDES = ANSWERS.length
/** Of each place the weights of the answers, then their squares, side by side: they are read and written together. */
const WIDTH = 2 * SIDES

type State = { readonly places: Float32Array; readonly biases: Float64Array }
/** Places as the state counts them: only those that are learned have room in it. */
type Task = { readonly answer: number; readonly places: Int32Array; readonly weights: Float64Array }

export function learn(examples: readonly Example[]): Learned {
  const { tasks, places } = withoutRare(examples)
  const state: State = {
    places: Float32Array.from({ length: places.length * WIDTH }, (_, at) => (at % WIDTH < SIDES ? 0 : 1e-6)),
    biases: new Float64Array(SIDES)
  }
  const chance = chancesFrom(7)
  for (let round = 0; round < ROUNDS; round++) {
    shuffle(tasks, chance)
    for (const task of tasks) step(state, task, chance)
  }
  const sideOf = (side: number): Learned[Answer] => {
    const weights = new Float64Array(PLACES)
    places.forEach((place, at) => (weights[place] = state.places[at * WIDTH + side] ?? 0))
    return { weights, bias: state.biases[side] ?? 0 }
  }
  return { none: sideOf(0), acute: sideOf(1), other: sideOf(2) }
}

function withoutRare(examples: readonly Example[]): { tasks: Task[]; places: readonly number[] } {
  const texts = new Int32Array(PLACES)
  for (const { features } of examples) for (const place of features.places) texts[place] = (texts[place] ?? 0) + 1
  const places = [...texts.keys()].filter(place => (texts[place] ?? 0) >= FEWEST_TEXTS)
  const numbers = new Int32Array(PLACES).fill(-1)
  places.forEach((place, at) => (numbers[place] = at))
  const numberOf = (place: number): number => numbers[place] ?? -1
  const tasks = examples.map(({ features, answer }) => ({
    answer: ANSWERS.indexOf(answer),
    places: features.places.map(numberOf).filter(at => at >= 0),
    weights: features.weights.filter((_, at) => numberOf(features.places[at] ?? 0) >= 0)
  }))
  return { tasks, places }
}

/** AdaGrad: what is rare moves as far as what is frequent. */
function step({ places: all, biases }: State, { answer, places, weights }: Task, chance: () => number): void {
  const counts = weights.map(weight => (chance() < LEFT_OUT ? 0 : weight))
  const scores = [...biases]
  for (let at = 0; at < places.length; at++)
    for (let side = 0; side < SIDES; side++)
      scores[side] = (scores[side] ?? 0) + (all[(places[at] ?? 0) * WIDTH + side] ?? 0) * (counts[at] ?? 0)
  const off = sharesOf(scores).map((share, side) => share - (side === answer ? 1 : 0))
  for (let side = 0; side < SIDES; side++) biases[side] = (biases[side] ?? 0) - STEP_OF_BIAS * (off[side] ?? 0)
  for (let at = 0; at < places.length; at++) {
    const count = counts[at] ?? 0
    if (count === 0) continue
    for (let side = 0; side < SIDES; side++) {
      const place = (places[at] ?? 0) * WIDTH + side
      const weight = all[place] ?? 0
      const slope = (off[side] ?? 0) * count + SHRINK * weight
      const square = (all[place + SIDES] ?? 0) + slope * slope
      all[place + SIDES] = square
      all[place] = weight - (STEP * slope) / Math.sqrt(square)
    }
  }
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
