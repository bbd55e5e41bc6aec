/** A plan as an entry for any calendar (RFC 5545). Pure. */
import type { PlanView } from '../contract/coach.ts'
import { MINUTE } from '../platform/time.ts'
import { coachWords, type Locale } from './words.ts'

const LASTS_MS = 15 * MINUTE
/** Section 3.1: at most 75 octets a line, the first of a continuation is a space. */
const LINE_OCTETS = 75

export function calendarOf(
  plan: PlanView & { readonly cueAt: string },
  { now, locale }: { readonly now: Date; readonly locale: Locale }
): string {
  const words = coachWords(locale).calendar
  const begins = new Date(plan.cueAt)
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//ConsciousInsights//Coach//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    // The same plan again replaces its entry.
    `UID:${plan.planId}@consciousinsights`,
    `DTSTAMP:${utc(now)}`,
    `LAST-MODIFIED:${utc(now)}`,
    `SEQUENCE:${Math.floor(now.getTime() / MINUTE / 10)}`,
    `DTSTART:${utc(begins)}`,
    `DTEND:${utc(new Date(begins.getTime() + LASTS_MS))}`,
    `SUMMARY:${escape(words.title(plan.cue, plan.action))}`,
    `DESCRIPTION:${escape(words.body)}`,
    // Others see nothing of it, and it makes nobody look busy.
    'CLASS:PRIVATE',
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escape(words.title(plan.cue, plan.action))}`,
    'TRIGGER:PT0S',
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR'
  ]
  return lines.map(line => `${fold(line)}\r\n`).join('')
}

const utc = (at: Date): string => at.toISOString().replaceAll(/[-:]|\.\d{3}/gu, '')

/** Section 3.3.11; what controls a terminal or ends a line is no text. */
const escape = (text: string): string =>
  text
    .replaceAll(/[\\;,]/gu, found => `\\${found}`)
    .replaceAll(/\r\n|\r|\n/gu, '\\n')
    .replaceAll(/\p{Cc}/gu, '')

/** Never within a character. */
function fold(line: string): string {
  const lines: string[] = []
  let current = ''
  for (const letter of line) {
    if (Buffer.byteLength(current + letter) > LINE_OCTETS) {
      lines.push(current)
      current = ' '
    }
    current += letter
  }
  return [...lines, current].join('\r\n')
}
