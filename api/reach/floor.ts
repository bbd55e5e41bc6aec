/** Numbers about groups so small that they would point at someone are not said, nor what tells them by subtraction. Pure. */
import { FLOOR } from '../contract/parts.ts'
import type { Count } from '../contract/reach.ts'

export const floored = (count: number): Count => (count < FLOOR ? { kind: 'few' } : { kind: 'exact', count })

/**
 * Parts of one published whole. Fewer than eight are `few`. Until at least two parts with eight people together are hidden, the
 * smallest part that is shown goes blank with them.
 */
export function flooredParts<Key extends string>(parts: Readonly<Record<Key, number>>): Readonly<Record<Key, Count>> {
  const entries = Object.entries<number>(parts).toSorted(([, a], [, b]) => a - b)
  const small = entries.filter(([, count]) => count < FLOOR)
  let hidden = small.reduce((sum, [, count]) => sum + count, 0)
  let covered = small.length
  const blank = new Set<string>()
  for (const [key, count] of entries.slice(small.length)) {
    if (covered === 0 || (covered > 1 && hidden >= FLOOR)) break
    blank.add(key)
    hidden += count
    covered += 1
  }
  const shown = entries.map(([key, count]): [string, Count] => [
    key,
    blank.has(key) ? { kind: 'blank' } : floored(count)
  ])
  return Object.fromEntries(shown) as Record<Key, Count>
}
