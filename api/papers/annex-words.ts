/** The words of the works-council annex, in the languages that councils read. */
import type { ContextFact } from '../contract/memory.ts'
import type { Basis, Purpose, Viewer } from '../contract/register.ts'
import type { Role } from '../contract/roles.ts'
import type { KeptReason, PersonalSection } from '../contract/personal-sections.ts'
import type { Retained } from '../platform/personal-data.ts'
import { annexDe } from './annex-words-de.ts'
import { annexEn } from './annex-words-en.ts'
import { annexEs } from './annex-words-es.ts'

export const ANNEX_LANGUAGES = ['de', 'en', 'es'] as const
export type AnnexLanguage = (typeof ANNEX_LANGUAGES)[number]

export type AnnexWords = {
  readonly title: string
  readonly about: (company: string, version: number) => string
  readonly demo: string
  readonly draft: string
  readonly scope: { readonly title: string; readonly texts: readonly string[] }
  readonly never: { readonly title: string; readonly items: readonly string[] }
  readonly kinds: {
    readonly title: string
    readonly intro: string
    readonly head: readonly [kind: string, purpose: string, basis: string, kept: string, seen: string]
    readonly names: Readonly<Record<PersonalSection, string>>
    readonly self: string
  }
  readonly purposes: Readonly<Record<Purpose, string>>
  readonly bases: Readonly<Record<Basis, string>>
  readonly basesNote: string
  readonly viewers: Readonly<Record<Viewer, string>>
  readonly kept: {
    readonly erased: string
    readonly until: (days: number) => string
    readonly reasons: Readonly<Record<KeptReason, string>>
  }
  readonly retention: {
    readonly title: string
    readonly intro: string
    readonly head: readonly [what: string, set: string, least: string, most: string]
    readonly names: Readonly<Record<Retained, string>>
    readonly days: (count: number) => string
  }
  readonly roles: {
    readonly title: string
    readonly intro: string
    readonly head: readonly [role: string, sees: string]
    readonly sees: Readonly<
      Record<Role | 'employee' | 'keys' | 'operator' | 'staff', readonly [role: string, sees: string]>
    >
    readonly viewsIntro: (count: number) => string
    readonly viewsHead: readonly [door: string, shows: string, openTo: string]
    readonly nobodysData: string
  }
  readonly thresholds: { readonly title: string; readonly items: (t: Thresholds) => readonly string[] }
  readonly coach: { readonly title: string; readonly items: (c: CoachFacts) => readonly string[] }
  readonly context: {
    readonly title: string
    readonly intro: string
    readonly names: Readonly<Record<ContextFact, string>>
  }
  readonly permissions: { readonly title: string; readonly items: (p: PermissionFacts) => readonly string[] }
  readonly rights: { readonly title: string; readonly items: (days: number) => readonly string[] }
  readonly fields: { readonly title: string; readonly intro: string; readonly head: readonly [string, string, string] }
  readonly sealed: string
  readonly nothingTold: string
  readonly ledger: {
    readonly title: string
    readonly intro: string
    readonly head: readonly [version: string, why: string, added: string, removed: string]
    readonly none: string
  }
  readonly proof: { readonly title: string; readonly texts: (fingerprint: string) => readonly string[] }
}

export type Thresholds = { readonly group: number; readonly part: number; readonly reachDays: number }
export type CoachFacts = {
  /** The service of the company's own language model; undefined while the scripted coach answers. */
  readonly model: string | undefined
  readonly memories: number
  readonly staff: { readonly least: number; readonly most: number; readonly turns: number }
}
export type PermissionFacts = { readonly level: number; readonly ownEntry: boolean }

export const ANNEX_WORDS: Readonly<Record<AnnexLanguage, AnnexWords>> = { de: annexDe, en: annexEn, es: annexEs }
