/** What changed in what the app asks for, release by release, newest last. `npm run announce` refuses a release that is not told here. */
export type Announced = {
  /** Of package.json, or of the register. */
  readonly version: string
  readonly added: readonly string[]
  readonly removed: readonly string[]
  readonly why: string
}

export const PERMISSION_LEDGER: readonly Announced[] = [
  {
    version: '0.1.0',
    added: [],
    removed: [],
    why: 'The first release: level 0, and three steps that an admin may allow.'
  }
]
