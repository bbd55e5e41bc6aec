/** What changed in the register, version by version, newest last; part of the annex. docs/works-council.md has how to change it. */
import type { AnnexLanguage } from './annex-words.ts'

type Entry = {
  readonly version: string
  /** Lines as `npm run announce` tells them. */
  readonly added: readonly string[]
  readonly removed: readonly string[]
  readonly why: Readonly<Record<AnnexLanguage, string>>
}

export const REGISTER_LEDGER: readonly Entry[] = [
  {
    version: '1',
    added: [],
    removed: [],
    why: {
      de: 'Erste Fassung.',
      en: 'First version.',
      es: 'Primera versión.'
    }
  }
]
