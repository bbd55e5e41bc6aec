/** The first five minutes on one card: three questions at most, each answered or skipped with one tap, then a first plan. */
import { PLAN_WORDS, type Example } from '../../api/contract/first-plans.ts'
import { tellTime } from '../../api/contract/clock-time.ts'
import { FOCUS_NAMES } from '../../api/contract/focus-names.ts'
import { focusAreaSchema, type FocusArea, type NudgePreferences } from '../../api/contract/nudges.ts'
import { LOCALES } from '../words.ts'
import { card, decided, footer, heading, press, small, text, type Card, type Element, type Reader } from './card.ts'

export type HoursChoice = 'fits' | 'mornings' | 'afternoons' | 'skip'

type Asked = {
  readonly at: 1 | 2 | 3
  readonly ask: string
  readonly hints: readonly string[]
  readonly perRow?: number
}

const QUESTIONS = 3
/** As many as a phone shows side by side. */
const PER_ROW = 4
/** Areas have names of up to five words, which two in a row would cut off on a phone. */
const LONG_NAMES = 1

const question = (
  reader: Reader,
  { at, ask, hints, perRow = PER_ROW }: Asked,
  choices: readonly Element[],
  skip: Element
): Card =>
  card(reader, {
    fallbackText: ask,
    body: [
      small(reader.words.start.step(at, QUESTIONS)),
      heading(ask),
      ...hints.map(hint => text(hint, { isSubtle: true, spacing: 'Small' })),
      ...rowsOf(choices, perRow),
      footer(reader)
    ],
    actions: [skip]
  })

const rowsOf = (choices: readonly Element[], perRow: number): readonly Element[] =>
  Array.from({ length: Math.ceil(choices.length / perRow) }, (_, row) => ({
    type: 'ActionSet',
    spacing: row === 0 ? 'Medium' : 'Small',
    actions: choices.slice(row * perRow, (row + 1) * perRow)
  }))

const chooser =
  (reader: Reader, verb: string, to: string) =>
  (title: string, choice: string, look?: 'positive'): Element =>
    press(reader, { title, verb, data: { to, choice }, ...(look ? { look } : {}) })

type ToSettle = { readonly to: string; readonly known: NudgePreferences }

export function focusQuestion(reader: Reader, { to, known }: ToSettle): Card {
  const { focus, skip } = reader.words.start
  const choose = chooser(reader, 'focus', to)
  const isChosen = (area: FocusArea): boolean => known.focus.includes(area)
  const choices = focusAreaSchema.options.map(area =>
    choose(FOCUS_NAMES[reader.locale][area], area, isChosen(area) ? 'positive' : undefined)
  )
  return question(
    reader,
    { at: 1, ask: focus.ask, hints: [focus.hint], perRow: LONG_NAMES },
    choices,
    choose(skip, 'skip')
  )
}

const NOON = '12:00'

/** Half a day is offered only where the day has both halves. */
export function hoursQuestion(reader: Reader, { to, known }: ToSettle): Card {
  const { hours, skip } = reader.words.start
  const { start, end, days, source } = known.hours
  const choose = chooser(reader, 'hours', to)
  const told = { start: tellTime(reader.locale, start), end: tellTime(reader.locale, end) }
  const shown = { days: weekdays(reader, days), zone: cityOf(known.zone.timezone), ...told }
  const origin = source === 'person' ? source : known.zone.source
  const halves =
    start < NOON && end > NOON ? [choose(hours.mornings, 'mornings'), choose(hours.afternoons, 'afternoons')] : []
  return question(
    reader,
    { at: 2, ask: hours.ask, hints: [`${hours.known(shown)} ${hours.source[origin]}`] },
    [choose(hours.fits, 'fits', 'positive'), ...halves],
    choose(skip, 'skip')
  )
}

/** The half of the day that was chosen, within what held before. */
export const halfOf = (
  { start, end, days }: NudgePreferences['hours'],
  choice: 'mornings' | 'afternoons'
): { readonly start: string; readonly end: string; readonly days: number[] } =>
  choice === 'mornings' ? { start, end: NOON, days } : { start: NOON, end, days }

export function languageQuestion(reader: Reader, { to }: ToSettle): Card {
  const { language, skip } = reader.words.start
  const choose = chooser(reader, 'language', to)
  const choices = LOCALES.map(locale =>
    choose(language.names[locale], locale, locale === reader.locale ? 'positive' : undefined)
  )
  const hints = [language.now(language.names[reader.locale])]
  return question(reader, { at: 3, ask: language.ask, hints }, choices, choose(skip, 'skip'))
}

type Offered = { readonly to: string; readonly at: number; readonly example: Example }

export function firstPlanCard(reader: Reader, { to, at, example }: Offered): Card {
  const { plan } = reader.words.start
  const choose = (title: string, choice: 'take' | 'next' | 'own' | 'later') =>
    press(reader, {
      title,
      verb: 'firstPlan',
      data: { to, choice, at },
      ...(choice === 'take' ? { look: 'positive' as const } : {})
    })
  return card(reader, {
    fallbackText: plan.title,
    body: [
      heading(plan.title),
      text(plan.hint, { isSubtle: true, spacing: 'Small' }),
      { type: 'Container', style: 'emphasis', items: [text(reader.words.plan.text(example), { weight: 'Bolder' })] },
      footer(reader, 'plans')
    ],
    actions: [
      choose(plan.take, 'take'),
      choose(plan.next, 'next'),
      choose(plan.own, 'own'),
      choose(plan.later, 'later')
    ]
  })
}

type Draft = {
  readonly to: string
  readonly at: number
  readonly cue: string
  readonly action: string
  readonly incomplete: boolean
}

export function ownPlanCard(reader: Reader, { to, at, cue, action, incomplete }: Draft): Card {
  const { plan } = reader.words.start
  const input = (id: 'cue' | 'action', label: string, placeholder: string, value: string): Element => ({
    type: 'Input.Text',
    id,
    label,
    placeholder,
    value,
    maxLength: PLAN_WORDS.longest,
    isRequired: true,
    errorMessage: plan.incomplete
  })
  // Going back must not wait for words.
  const back = {
    ...press(reader, { title: plan.back, verb: 'firstPlan', data: { to, choice: 'back', at } }),
    associatedInputs: 'None'
  }
  return card(reader, {
    fallbackText: plan.title,
    body: [
      heading(plan.title),
      text(plan.ownHint, { isSubtle: true, spacing: 'Small' }),
      ...(incomplete ? [text(plan.incomplete, { color: 'Attention', weight: 'Bolder' })] : []),
      input('cue', reader.words.plan.cueLabel, plan.cueExample, cue),
      input('action', reader.words.plan.actionLabel, plan.actionExample, action),
      footer(reader, 'plans')
    ],
    actions: [press(reader, { title: plan.keep, verb: 'ownPlan', data: { to, at }, look: 'positive' }), back]
  })
}

export const startDone = (reader: Reader): Card =>
  decided(reader, reader.words.start.plan.title, reader.words.start.done, 'plans')

/** "Mon–Fri", or "Mon, Wed and Fri", in the reader's language. */
function weekdays({ locale }: Reader, days: readonly number[]): string {
  const name = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' })
  const sorted = days.toSorted((a, b) => a - b)
  // 1 January 2024 was a Monday.
  const names = sorted.map(day => name.format(new Date(Date.UTC(2024, 0, day))))
  const inRow = sorted.length > 2 && (sorted.at(-1) ?? 0) - (sorted[0] ?? 0) === sorted.length - 1
  return inRow ? `${names[0]}–${names.at(-1)}` : new Intl.ListFormat(locale, { type: 'conjunction' }).format(names)
}

const cityOf = (timezone: string): string => (timezone.split('/').at(-1) ?? timezone).replaceAll('_', ' ')
