/** When messages may come, as an admin changes it and before it is saved. Pure. */
import type { Company, CompanyChange } from '../../../api/contract/company.ts'
import { LONGEST_BLACKOUT, tryMessageTimes, type MessageTimes } from '../../../api/contract/message-times.ts'
import type { Span } from '../../span.ts'

export const timesOf = (company: Company): MessageTimes => {
  const { workingHours, holidays, publicHolidays, region, blackouts, disconnect } = company
  return { workingHours, holidays, publicHolidays, region, blackouts, disconnect }
}

/** Undefined while something is not as it has to be. */
export const validIn = (draft: MessageTimes): MessageTimes | undefined => tryMessageTimes.body.safeParse(draft).data

const textOf = (value: unknown): string =>
  JSON.stringify(Array.isArray(value) ? value.map(each => JSON.stringify(each)).toSorted() : value)

/** Only what differs, in whatever order, so that what another admin changed meanwhile stays. */
export function changeIn(draft: MessageTimes, kept: MessageTimes): CompanyChange {
  const differs = (name: keyof MessageTimes): boolean => textOf(draft[name]) !== textOf(kept[name])
  return {
    ...(differs('workingHours') ? { workingHours: draft.workingHours } : {}),
    ...(differs('holidays') ? { holidays: draft.holidays } : {}),
    ...(differs('publicHolidays') ? { publicHolidays: draft.publicHolidays } : {}),
    ...(differs('region') ? { region: draft.region } : {}),
    ...(differs('blackouts') ? { blackouts: draft.blackouts } : {}),
    ...(differs('disconnect') ? { disconnect: draft.disconnect } : {})
  }
}

/** Whether the agreement leaves none of the working hours; the law of a country may leave less. */
export const leavesNothing = ({ workingHours, disconnect }: MessageTimes): boolean =>
  disconnect !== null && (disconnect.start >= workingHours.end || workingHours.start >= disconnect.end)

/** What is typed and not in the list yet; empty where nothing is. */
export type Entry = Span
export const NO_ENTRY: Entry = { from: '', to: '' }

export type WhyNot = 'incomplete' | 'order' | 'long' | 'twice' | 'many'
type Added =
  | { readonly kind: 'added'; readonly spans: readonly Span[] }
  | { readonly kind: 'refused'; readonly why: WhyNot }

const DAY_MS = 86_400_000

export function addTo(spans: readonly Span[], entry: Entry, most: number): Added {
  const why = whyNot(spans, entry, most)
  return why ? { kind: 'refused', why } : { kind: 'added', spans: [...spans, entry].toSorted(byDay) }
}

function whyNot(spans: readonly Span[], { from, to }: Entry, most: number): WhyNot | undefined {
  if (from === '' || to === '') return 'incomplete'
  if (from > to) return 'order'
  if (Date.parse(to) - Date.parse(from) > LONGEST_BLACKOUT * DAY_MS) return 'long'
  if (spans.some(span => span.from === from && span.to === to)) return 'twice'
  return spans.length >= most ? 'many' : undefined
}

const byDay = (a: Span, b: Span): number => (a.from === b.from ? (a.to < b.to ? -1 : 1) : a.from < b.from ? -1 : 1)

export type Line = Span & { readonly state: 'kept' | 'new' | 'gone' }

/** What is kept, what is new and what goes when it is saved, by day. */
export function linesOf(kept: readonly Span[], now: readonly Span[]): readonly Line[] {
  const isIn = (spans: readonly Span[], { from, to }: Span): boolean =>
    spans.some(span => span.from === from && span.to === to)
  return [
    ...now.map(span => ({ ...span, state: isIn(kept, span) ? ('kept' as const) : ('new' as const) })),
    ...kept.filter(span => !isIn(now, span)).map(span => ({ ...span, state: 'gone' as const }))
  ].toSorted(byDay)
}

export const spansOf = (days: readonly string[]): readonly Span[] => days.map(day => ({ from: day, to: day }))
