import {
  KEPT_REASONS,
  PERSONAL_SECTIONS,
  type KeptReason,
  type PersonalSection
} from '../../api/contract/personal-sections.ts'
import type { ErasurePreview, Gone } from '../../api/contract/privacy.ts'
import { bullets, card, decided, footer, heading, moment, press, small, text, type Card, type Reader } from './card.ts'

type Asked = { readonly to: string; readonly erasureId: string; readonly preview: ErasurePreview }

/** Says what goes and what stays before anything is erased. */
export function eraseCard(reader: Reader, { to, erasureId, preview }: Asked): Card {
  const words = reader.words.erase
  const decide = (title: string, choice: 'erase' | 'keep'): ReturnType<typeof press> => ({
    ...press(reader, { title, verb: 'erase', data: { to, choice, erasureId } }),
    ...(choice === 'erase' ? { style: 'destructive' } : {})
  })
  return card(reader, {
    fallbackText: words.title,
    body: [
      heading(words.title),
      text(words.goes),
      bullets([...counted(reader, preview.goes), words.key]),
      text(words.stays, { spacing: 'Medium' }),
      bullets([...reasons(reader, preview.stays), words.teams]),
      small(words.afterwards),
      footer(reader, 'known')
    ],
    actions: [decide(words.keep, 'keep'), decide(words.confirm, 'erase')]
  })
}

const titleOf = ({ locale }: Reader, section: PersonalSection): string => PERSONAL_SECTIONS[locale][section]

const counted = (reader: Reader, gone: readonly Gone[]): readonly string[] =>
  gone.map(({ section, count }) => `${titleOf(reader, section)}: ${count}`)

/** One line a reason, however much stays for it. */
function reasons(reader: Reader, stays: ErasurePreview['stays']): readonly string[] {
  const titled = (all: ErasurePreview['stays']): string =>
    [...new Set(all.map(({ section }) => titleOf(reader, section)))].join(' · ')
  return [...Map.groupBy(stays, ({ because }) => because)].map(
    ([because, all]: readonly [KeptReason, ErasurePreview['stays']]) =>
      `${titled(all)}. ${KEPT_REASONS[reader.locale][because]}`
  )
}

export type EraseOutcome =
  | { readonly kind: 'kept' }
  /** Pressed once more. */
  | { readonly kind: 'before' }
  | { readonly kind: 'erased'; readonly erasureId: string; readonly at: Date; readonly gone: readonly Gone[] }

/** The receipt, where something was erased. */
export function eraseDecided(reader: Reader, outcome: EraseOutcome): Card {
  const words = reader.words.erase
  if (outcome.kind !== 'erased') return decided(reader, words.title, words[outcome.kind], 'known')
  const { erasureId, at, gone } = outcome
  const done = words.erased(moment(reader, at.toISOString()))
  return card(reader, {
    fallbackText: done,
    body: [
      { type: 'Container', style: 'emphasis', items: [text(done, { weight: 'Bolder' })] },
      bullets([...counted(reader, gone), words.keyGone]),
      text(words.afterwards),
      small(words.receipt(erasureId)),
      footer(reader, 'known')
    ]
  })
}
