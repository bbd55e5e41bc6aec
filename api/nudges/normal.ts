/** The standard normal distribution. Pure. */

const density = (z: number): number => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)

/** From here on the series would lose its digits to subtraction, and the continued fraction converges fast. */
const FAR = 3
const DEPTH = 200

/** Chance of a value above `z`; relative error under 1e-9 for |z| up to 30 (series and Laplace's continued fraction). */
export function upperTail(z: number): number {
  if (z < 0) return 1 - upperTail(-z)
  return z < FAR ? 0.5 - density(z) * series(z) : density(z) / fraction(z)
}

/** z + z³/3 + z⁵/15 + z⁷/105 … */
function series(z: number): number {
  let term = z
  let sum = z
  for (let odd = 3; Math.abs(term) > sum * 1e-17; odd += 2) {
    term *= (z * z) / odd
    sum += term
  }
  return sum
}

/** z + 1/(z + 2/(z + 3/(z + …))) */
function fraction(z: number): number {
  let value = z
  for (let level = DEPTH; level > 0; level -= 1) value = z + level / value
  return value
}

/** The `z` with chance `tail` above it, for 0 < tail < 1. */
export function upperQuantile(tail: number): number {
  if (tail > 0.5) return -upperQuantile(1 - tail)
  let low = 0
  let high = 40
  for (let step = 0; step < 100; step += 1) {
    const middle = (low + high) / 2
    if (upperTail(middle) > tail) low = middle
    else high = middle
  }
  return (low + high) / 2
}
