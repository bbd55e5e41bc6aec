/** How long a typed pause lasts: "two weeks", "until Monday", "hasta el 8 de diciembre". Pure; reads plain lower case. */
import { Temporal } from 'temporal-polyfill'

export type Pause =
  | { readonly kind: 'usual' }
  | { readonly kind: 'days'; readonly days: number }
  /** 1 is Monday: the next one after today. */
  | { readonly kind: 'weekday'; readonly weekday: number }
  | { readonly kind: 'month' }
  | { readonly kind: 'date'; readonly day: number; readonly month: number; readonly year: number | undefined }

const NUMBERS: Readonly<Record<string, number>> = Object.fromEntries(
  [
    ['a', 'an', 'one', 'un', 'una'],
    ['two', 'dos'],
    ['three', 'tres'],
    ['four', 'cuatro'],
    ['five', 'cinco'],
    ['six', 'seis'],
    ['seven', 'siete'],
    ['eight', 'ocho'],
    ['nine', 'nueve'],
    ['ten', 'diez'],
    ['eleven', 'once'],
    ['twelve', 'doce']
  ].flatMap((words, index) => words.map((word): [string, number] => [word, index + 1]))
)
const UNITS: Readonly<Record<string, number>> = {
  day: 1,
  days: 1,
  dia: 1,
  dias: 1,
  week: 7,
  weeks: 7,
  semana: 7,
  semanas: 7,
  month: 30,
  months: 30,
  mes: 30,
  meses: 30
}

const named = (...languages: readonly (readonly string[])[]): Readonly<Record<string, number>> =>
  Object.fromEntries(languages.flatMap(words => words.map((word, index): [string, number] => [word, index + 1])))

const WEEKDAYS = named(
  ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'],
  ['lunes', 'martes', 'miercoles', 'jueves', 'viernes', 'sabado', 'domingo']
)
const MONTHS = named(
  'january february march april may june july august september october november december'.split(' '),
  'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(' ')
)

/** @param words what stands after "pause"; '' is the usual length. @returns undefined when it names no length. */
export function readPause(words: string): Pause | undefined {
  if (words === '' || /^(?:for )?(?:a while|a bit|un tiempo|por un tiempo)$/u.test(words)) return { kind: 'usual' }
  const until = /^(?:until|till|til|hasta) (?<when>.+)$/u.exec(words)?.groups?.['when']
  return until ? readUntil(until) : readLength(words)
}

function readLength(words: string): Pause | undefined {
  if (/^(?:for )?(?:today|hoy|por hoy)$/u.test(words)) return { kind: 'days', days: 1 }
  if (/^(?:for |por )?(?:this week|esta semana)$/u.test(words)) return { kind: 'weekday', weekday: 1 }
  const { count = '', unit = '' } =
    /^(?:for |durante |por |de )?(?<count>\d{1,3}|[a-z]+) (?<unit>[a-z]+)$/u.exec(words)?.groups ?? {}
  const [many, length] = [/^\d/u.test(count) ? Number(count) : NUMBERS[count], UNITS[unit]]
  return many && length ? { kind: 'days', days: many * length } : undefined
}

function readUntil(words: string): Pause | undefined {
  const when = words.replace(/^(?:the |el |la )/u, '').replace(/^(?:next |proximo |proxima )/u, '')
  if (/^(?:tomorrow|manana)$/u.test(when)) return { kind: 'days', days: 1 }
  if (/^(?:week|semana|semana que viene|semana proxima)$/u.test(when)) return { kind: 'weekday', weekday: 1 }
  if (/^(?:month|mes|mes que viene|mes proximo)$/u.test(when)) return { kind: 'month' }
  const weekday = WEEKDAYS[when.replace(/ (?:que viene|proximo)$/u, '')]
  return weekday ? { kind: 'weekday', weekday } : readDate(when)
}

const DATES: readonly RegExp[] = [
  /^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})$/u,
  /^(?<day>\d{1,2})(?:st|nd|rd|th)? (?:of |de )?(?<month>[a-z]+)(?:,? (?:de |del )?(?<year>\d{4}))?$/u,
  /^(?<month>[a-z]+) (?<day>\d{1,2})(?:st|nd|rd|th)?(?:,? (?<year>\d{4}))?$/u
]

function readDate(when: string): Pause | undefined {
  const found = DATES.map(pattern => pattern.exec(when)?.groups).find(Boolean)
  if (!found) return undefined
  const { day = '', month = '', year } = found
  const number = /^\d/u.test(month) ? Number(month) : MONTHS[month]
  return number ? { kind: 'date', day: Number(day), month: number, year: year ? Number(year) : undefined } : undefined
}

/** The moment messages may come again: a local midnight, or after so many days. Undefined for a day that no calendar has. */
export function endOfPause(
  pause: Exclude<Pause, { readonly kind: 'usual' }>,
  now: Date,
  timezone: string
): Date | undefined {
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timezone).toPlainDate()
  const day = dayAfter(pause, today)
  return day && new Date(day.toZonedDateTime({ timeZone: timezone }).epochMilliseconds)
}

function dayAfter(
  pause: Exclude<Pause, { readonly kind: 'usual' }>,
  today: Temporal.PlainDate
): Temporal.PlainDate | undefined {
  switch (pause.kind) {
    case 'days':
      return today.add({ days: pause.days })
    case 'weekday':
      return today.add({ days: ((pause.weekday - today.dayOfWeek + 6) % 7) + 1 })
    case 'month':
      return today.with({ day: 1 }).add({ months: 1 })
    case 'date':
      return dateAfter(pause, today)
  }
}

/** Without a year the next one to come. */
function dateAfter(
  { day, month, year }: Extract<Pause, { readonly kind: 'date' }>,
  today: Temporal.PlainDate
): Temporal.PlainDate | undefined {
  try {
    const date = Temporal.PlainDate.from({ day, month, year: year ?? today.year }, { overflow: 'reject' })
    const over = Temporal.PlainDate.compare(date, today) <= 0
    return over ? (year ? undefined : date.add({ years: 1 })) : date
  } catch {
    return undefined
  }
}
