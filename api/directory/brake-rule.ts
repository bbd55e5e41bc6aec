/** When so many leave at once that it is more likely a mistake. Pure. */
export type BrakeRule = {
  /** A brake needs at least so many leavers, however small the company is. */
  readonly atLeast: number
  /** More than this share of those who had access. */
  readonly share: number
  /** More than so many people, however large the company is. */
  readonly people: number
  /** How long leavers are counted together, in minutes of product time. */
  readonly minutes: number
}

export type Leaving = {
  /** Within the window, none of them decided upon. */
  readonly left: number
  /** How many had access before the first of them left. */
  readonly before: number
}

export const isTooMany = ({ atLeast, share, people }: BrakeRule, { left, before }: Leaving): boolean =>
  left >= atLeast && (left > people || left > share * before)
