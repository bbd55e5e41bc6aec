/** Closed weeks and months in a company's own time zone. Pure. */
import { Temporal } from 'temporal-polyfill'
import type { ReportKind } from '../contract/reports.ts'

export type Period = {
  readonly kind: ReportKind
  /** Names it among all periods of a company: `w2026-11-16` by its Monday, `m2026-11`. */
  readonly key: string
  readonly from: Date
  /** The moment after its end. */
  readonly to: Date
}

/** The last that was over at `at`. */
export function lastClosed(kind: ReportKind, at: Date, timezone: string): Period {
  const day = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timezone).toPlainDate()
  if (kind === 'weekly') {
    const end = day.subtract({ days: day.dayOfWeek - 1 })
    return periodOf(kind, { start: end.subtract({ days: 7 }), end, timezone })
  }
  const end = day.with({ day: 1 })
  return periodOf(kind, { start: end.subtract({ months: 1 }), end, timezone })
}

type Days = { readonly start: Temporal.PlainDate; readonly end: Temporal.PlainDate; readonly timezone: string }

function periodOf(kind: ReportKind, { start, end, timezone }: Days): Period {
  const at = (day: Temporal.PlainDate): Date => new Date(day.toZonedDateTime(timezone).epochMilliseconds)
  const key = kind === 'weekly' ? `w${start.toString()}` : `m${start.toString().slice(0, 'YYYY-MM'.length)}`
  return { kind, key, from: at(start), to: at(end) }
}
