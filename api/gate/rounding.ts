/**
 * Numbers that are told by chance as the multiple of the smallest group above or below. Pure. What is told holds for every number less than
 * a group away on either side, so that of two answers about people who differ by one neither says which.
 */
import { createHash } from 'node:crypto'
import type { PeopleCell } from '../contract/parts.ts'

export type Counts = Readonly<Record<string, number>>
export type Figure = { readonly people: number; readonly told: number }
/** Of each how many there were when it was told, and what was told. */
export type Figures = Readonly<Record<string, Figure>>

type Rounding = { readonly seed: string; readonly smallest: number; readonly before: Figures }

/** Draws of one whole until none of its parts can be worked out; with so many tries left out, it is blank. */
const MOST_DRAWS = 64

/** Those of which fewer people moved than a group stay as they were told; the others are drawn anew. */
export function roundAnew(now: Counts, { seed, smallest, before }: Rounding): Figures {
  const draw = (attempt: number): Figures =>
    Object.fromEntries(
      Object.entries(now).map(([name, people]): [string, Figure] => {
        const known = before[name]
        if (known && Math.abs(people - known.people) < smallest) return [name, known]
        return [name, { people, told: rounded(people, chance(`${seed}/${name}/${attempt}`), smallest) }]
      })
    )
  let figures = draw(0)
  for (let attempt = 1; attempt < MOST_DRAWS && !isHidden(Object.values(figures), smallest); attempt += 1)
    figures = draw(attempt)
  return figures
}

/** @param part of a group, from 0 up to 1. */
export const rounded = (people: number, part: number, smallest: number): number =>
  smallest * Math.floor((people + Math.floor(part * smallest)) / smallest)

const chance = (seed: string): number => createHash('sha256').update(seed).digest().readUInt32BE(0) / 2 ** 32

type Range = { readonly low: number; readonly high: number }

/** All that a figure told like this may be. */
export const rangeOf = (told: number, smallest: number): Range => ({
  low: Math.max(0, told - smallest + 1),
  high: told + smallest - 1
})

/** Whether each part may still be any of as many numbers as a group has people, for somebody who knows the whole to the person. */
export function isHidden(figures: readonly Figure[], smallest: number): boolean {
  if (figures.length === 1) return true
  const whole = figures.reduce((sum, { people }) => sum + people, 0)
  const ranges = figures.map(({ told }) => rangeOf(told, smallest))
  const lows = ranges.reduce((sum, { low }) => sum + low, 0)
  const highs = ranges.reduce((sum, { high }) => sum + high, 0)
  return ranges.every(({ low, high }) => {
    const least = Math.max(low, whole - (highs - high))
    const most = Math.min(high, whole - (lows - low))
    return most - least + 1 >= smallest
  })
}

/** Parts of one whole as they may be told. */
export function cellsOf(figures: readonly Figure[], smallest: number): readonly PeopleCell[] {
  if (isHidden(figures, smallest))
    return figures.map(({ told }) =>
      told === 0 ? { kind: 'fewer', than: smallest } : { kind: 'about', people: told, within: smallest - 1 }
    )
  const whole = figures.reduce((sum, { people }) => sum + people, 0)
  return figures.map(() => ({ kind: 'blank', why: whole < smallest ? 'small' : 'deduced', smallest }))
}
