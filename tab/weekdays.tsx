/** Days of the week to choose from, Monday first: 1 is Monday. */
import { Checkbox, makeStyles } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { useApp } from './context.ts'

const useStyles = makeStyles({ days: { border: 0, margin: 0, padding: 0, minInlineSize: 0 } })

const DAYS = [1, 2, 3, 4, 5, 6, 7]
/** A Monday. */
const SOME_MONDAY = Date.UTC(2026, 10, 23)
const DAY_MS = 86_400_000

const dayName = (day: number, locale: string): string =>
  new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' }).format(SOME_MONDAY + (day - 1) * DAY_MS)

type Props = {
  readonly legend: string
  readonly days: readonly number[]
  readonly onChange: (days: number[]) => void
}

export function Weekdays({ legend, days, onChange }: Props): ReactNode {
  const styles = useStyles()
  const { locale } = useApp()
  const toggle = (day: number, on: boolean): void =>
    onChange(DAYS.filter(each => (each === day ? on : days.includes(each))))
  return (
    <fieldset className={styles.days}>
      <legend>{legend}</legend>
      {DAYS.map(day => (
        <Checkbox
          key={day}
          label={dayName(day, locale)}
          checked={days.includes(day)}
          onChange={(_event, { checked }) => toggle(day, checked === true)}
        />
      ))}
    </fieldset>
  )
}
