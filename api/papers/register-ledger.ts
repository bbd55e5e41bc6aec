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
  },
  {
    version: '2',
    added: ['table agreements agreement: erased; decided_at version model_service decision surface'],
    removed: ['table agreements agreement: erased; decided_at version decision surface'],
    why: {
      de: 'Eine Zustimmung hält fest, welchen Dienst eines Sprachmodells der zugestimmte Text nannte, falls einen.',
      en: 'A yes says which service of a language model the text named that it was given to, if any.',
      es: 'Un sí dice qué servicio de un modelo de lenguaje nombraba el texto al que se dio, si nombraba alguno.'
    }
  }
]
