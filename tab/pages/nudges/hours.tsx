/** When messages may come: saved together, because each time alone may make no sense. */
import { Button, Checkbox, Field, Input, Text, makeStyles, tokens } from '@fluentui/react-components'
import { useEffect, useState, type ReactNode } from 'react'
import { tellTime } from '../../../api/contract/clock-time.ts'
import { useApp } from '../../context.ts'
import type { ChoiceProps } from './choices.tsx'
import { Group } from './group.tsx'

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', gap: '12px', alignItems: 'flex-end' },
  days: { border: 0, margin: 0, padding: 0, minInlineSize: 0 },
  wrong: { color: tokens.colorPaletteRedForeground1 }
})

const DAYS = [1, 2, 3, 4, 5, 6, 7]
/** A Monday. */
const SOME_MONDAY = Date.UTC(2026, 10, 23)
const DAY_MS = 86_400_000

const dayName = (day: number, locale: string): string =>
  new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' }).format(SOME_MONDAY + (day - 1) * DAY_MS)

/** By the law of where they work, or by their company's agreement. */
const isNarrow = ({ start, end }: ChoiceProps['value']['frame']): boolean => start > '00:00' || end < '24:00'

export function Hours({ value, preferences }: ChoiceProps): ReactNode {
  const styles = useStyles()
  const { words, locale } = useApp()
  const said = words.ownNudges
  const { source, ...stored } = value.hours
  const [draft, setDraft] = useState(stored)
  const key = JSON.stringify(stored)
  useEffect(() => setDraft(stored), [key])
  const wrong = draft.days.length === 0 ? said.oneDay : draft.start < draft.end ? '' : said.hoursOrder
  const toggle = (day: number, on: boolean): void =>
    setDraft(before => ({ ...before, days: DAYS.filter(each => (each === day ? on : before.days.includes(each))) }))
  return (
    <Group name="hours" title={said.hours} body={said.sources[source]} preferences={preferences}>
      <div className={styles.row}>
        {(['start', 'end'] as const).map(end => (
          <Field key={end} label={end === 'start' ? said.from : said.to}>
            <Input
              type="time"
              value={draft[end]}
              onChange={(_event, { value: time }) => setDraft(before => ({ ...before, [end]: time }))}
            />
          </Field>
        ))}
      </div>
      <fieldset className={styles.days}>
        <legend>{said.days}</legend>
        {DAYS.map(day => (
          <Checkbox
            key={day}
            label={dayName(day, locale)}
            checked={draft.days.includes(day)}
            onChange={(_event, { checked }) => toggle(day, checked === true)}
          />
        ))}
      </fieldset>
      {isNarrow(value.frame) && (
        <Text size={200}>
          {said.frame(tellTime(locale, value.frame.start), tellTime(locale, value.frame.end), value.frame.law)}
        </Text>
      )}
      <Text role="alert" className={styles.wrong}>
        {wrong}
      </Text>
      <div className={styles.row}>
        <Button
          disabledFocusable={wrong !== '' || JSON.stringify(draft) === key}
          onClick={() => preferences.wish({ group: 'hours', change: { hours: draft } })}
        >
          {said.save}
        </Button>
        {source === 'person' && (
          <Button appearance="subtle" onClick={() => preferences.wish({ group: 'hours', change: { hours: null } })}>
            {said.companyHours}
          </Button>
        )}
      </div>
    </Group>
  )
}
