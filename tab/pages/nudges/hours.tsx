/** When messages may come: saved together, because each time alone may make no sense. */
import { Button, Field, Input, Text, makeStyles, tokens } from '@fluentui/react-components'
import { useEffect, useState, type ReactNode } from 'react'
import { tellTime } from '../../../api/contract/clock-time.ts'
import { useApp } from '../../context.ts'
import { tellSpan } from '../../span.ts'
import { Weekdays } from '../../weekdays.tsx'
import type { ChoiceProps } from './choices.tsx'
import { Group } from './group.tsx'

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', gap: '12px', alignItems: 'flex-end' },
  wrong: { color: tokens.colorPaletteRedForeground1 }
})

/** By the law of where they work, or by their company's agreement. */
const isNarrow = ({ start, end }: ChoiceProps['value']['frame']): boolean => start > '00:00' || end < '24:00'

/** A frame that came later than the hours were chosen may leave none of them. */
const leavesNothing = ({ hours, frame }: ChoiceProps['value']): boolean =>
  hours.start >= frame.end || frame.start >= hours.end

export function Hours({ value, preferences }: ChoiceProps): ReactNode {
  const styles = useStyles()
  const { words, locale } = useApp()
  const said = words.ownNudges
  const { source, ...stored } = value.hours
  const [draft, setDraft] = useState(stored)
  const key = JSON.stringify(stored)
  useEffect(() => setDraft(stored), [key])
  const wrong = draft.days.length === 0 ? said.oneDay : draft.start < draft.end ? '' : said.hoursOrder
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
      <Weekdays legend={said.days} days={draft.days} onChange={days => setDraft(before => ({ ...before, days }))} />
      {isNarrow(value.frame) && (
        <Text size={200}>
          {said.frame(tellTime(locale, value.frame.start), tellTime(locale, value.frame.end), {
            law: value.frame.law,
            agreement: value.frame.agreement
          })}
        </Text>
      )}
      {leavesNothing(value) && <Text weight="semibold">{said.hoursOutside}</Text>}
      <Quiet {...value.quiet} />
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

/** Days on which nothing comes to anybody of the company. */
function Quiet({ publicHolidays, next }: ChoiceProps['value']['quiet']): ReactNode {
  const { words, locale } = useApp()
  const said = words.ownNudges
  const days = new Intl.ListFormat(locale).format(next.map(span => tellSpan(span, locale)))
  return (
    <>
      {publicHolidays && <Text size={200}>{said.publicHolidays}</Text>}
      {next.length > 0 && <Text size={200}>{said.quietDays(days)}</Text>}
    </>
  )
}
