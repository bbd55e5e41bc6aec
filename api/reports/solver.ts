/** What an adversary can work out: whether whole numbers within bounds, with sums within bounds, can be so or so. */
type Sum = { readonly of: readonly number[]; readonly low: number; readonly high: number }
type Bounds = { readonly low: number; readonly high: number }

/** @returns whether there is any solution. Complete: it tries every value that is not excluded already. */
export function isPossible(variables: readonly Bounds[], sums: readonly Sum[]): boolean {
  const bounds = tighten(
    variables.map(each => ({ ...each })),
    sums
  )
  if (!bounds) return false
  const open = bounds.findIndex(({ low, high }) => low < high)
  const at = bounds[open]
  if (!at) return true
  const half = Math.floor((at.low + at.high) / 2)
  const halves = [
    { low: at.low, high: half },
    { low: half + 1, high: at.high }
  ]
  return halves.some(part =>
    isPossible(
      bounds.map((each, index) => (index === open ? part : each)),
      sums
    )
  )
}

function tighten(start: readonly Bounds[], sums: readonly Sum[]): readonly Bounds[] | undefined {
  const bounds = start.map(each => ({ ...each }))
  for (let isNew = true; isNew;) {
    isNew = false
    for (const { of, low, high } of sums) {
      const lows = of.reduce((sum, index) => sum + (bounds[index]?.low ?? 0), 0)
      const highs = of.reduce((sum, index) => sum + (bounds[index]?.high ?? 0), 0)
      if (lows > high || highs < low) return undefined
      for (const index of of) {
        const own = bounds[index]
        if (!own) continue
        const next = {
          low: Math.max(own.low, low - (highs - own.high)),
          high: Math.min(own.high, high - (lows - own.low))
        }
        if (next.low > next.high) return undefined
        if (next.low !== own.low || next.high !== own.high) {
          bounds[index] = next
          isNew = true
        }
      }
      if (isNew) break
    }
  }
  return bounds
}
