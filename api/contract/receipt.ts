/** A receipt in words, the same wherever it is opened: what it is about, and the lines that say it. Pure. */
import { tellTime } from './clock-time.ts'
import type { NudgeReceipt, NudgeView } from './nudges.ts'
import { RECEIPT_WORDS, type Locale } from './receipt-words.ts'

export type ReceiptLine = { readonly term: string; readonly said: readonly string[] }

/** What a view says by itself, before the record behind it is there. */
export function tellGrounds(
  { whyYou, whyNow, evidence, dataUsed }: NudgeView,
  language: string
): readonly ReceiptLine[] {
  const words = RECEIPT_WORDS[localeOf(language)]
  return lines([
    [words.whyYou, whyYou],
    [words.whyNow, whyNow],
    [words.evidence, evidence],
    [words.data, dataUsed.join(' · ')]
  ])
}

/** The record: rule, moment and whose clock, hours, the week's count, what else was considered and why it did not come. */
export function tellRecord(receipt: NudgeReceipt, language: string): readonly ReceiptLine[] {
  const locale = localeOf(language)
  const words = RECEIPT_WORDS[locale]
  const { rule, nudge, zone, window, budget, whyNotSent } = receipt
  const moment = momentIn(locale, zone.timezone)
  const considered = receipt.considered.map(
    ({ kind, whyNot, dueAt }) =>
      `${words.kinds[kind] || words.otherTip}: ${words.whyNot[whyNot](dueAt ? moment(dueAt) : '')}`
  )
  return lines([
    [words.rule, words.rules[rule] ?? words.kinds[nudge.kind]],
    [words.when, `${words.at(moment(nudge.dueAt), placeOf(zone.timezone))}. ${words.sources[zone.source]}`],
    [words.hours, words.window(tellTime(locale, window.start), tellTime(locale, window.end))],
    [
      words.count,
      [words.counted(budget.sentInWeek, budget.perWeek), words.paces[budget.pace]].filter(Boolean).join(' ')
    ],
    [words.considered, ...new Set(considered)],
    [words.notSent, whyNotSent ? words.whyNotSent[whyNotSent] : '']
  ])
}

/** When it was decided. */
export const tellDecided = ({ decidedAt, zone }: NudgeReceipt, language: string): string => {
  const locale = localeOf(language)
  return RECEIPT_WORDS[locale].decided(momentIn(locale, zone.timezone)(decidedAt))
}

const localeOf = (language: string): Locale => (language.toLowerCase().startsWith('es') ? 'es' : 'en')

const lines = (all: readonly (readonly [term: string, ...said: readonly string[]])[]): readonly ReceiptLine[] =>
  all.map(([term, ...said]) => ({ term, said: said.filter(Boolean) })).filter(({ said }) => said.length > 0)

const placeOf = (zone: string): string => zone.replaceAll('_', ' ')

/** Kept, for making one takes longer than a card; there are as many as languages times zones. */
const formats = new Map<string, Intl.DateTimeFormat>()

function momentIn(locale: Locale, timeZone: string): (iso: string) => string {
  const key = `${locale} ${timeZone}`
  const made = formats.get(key) ?? new Intl.DateTimeFormat(locale, { ...MOMENT, timeZone })
  formats.set(key, made)
  return iso => made.format(new Date(iso))
}

const MOMENT = { weekday: 'short', month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit' } as const
