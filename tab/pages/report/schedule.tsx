/** When HR's reports come, and when the next one does. */
import { Button, Card, Field, Input, Text, Title3, makeStyles, tokens } from '@fluentui/react-components'
import { useState, type ReactNode } from 'react'
import {
  getReportSchedule,
  putReportSchedule,
  reportScheduleSchema,
  type ReportSchedule,
  type ScheduleView
} from '../../../api/contract/report-schedule.ts'
import { formatMoment, useApp } from '../../context.ts'
import { Loading, useLoaded } from '../../load.tsx'
import { usePress } from '../../press.tsx'
import { Choice } from './choice.tsx'

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 220px), 1fr))',
    gap: '12px',
    alignItems: 'end'
  },
  field: { minWidth: 0, maxWidth: '100%' },
  quiet: { color: tokens.colorNeutralForeground2 }
})

export function Schedule(): ReactNode {
  const styles = useStyles()
  const { session, words } = useApp()
  const said = words.hrChannels.schedule
  const loaded = useLoaded(() => session.call(getReportSchedule))
  return (
    <Card>
      <Title3 as="h2">{said.title}</Title3>
      <Text className={styles.quiet}>{said.body}</Text>
      <Loading loaded={loaded}>{view => <ScheduleForm view={view} />}</Loading>
    </Card>
  )
}

const EVERY = reportScheduleSchema.shape.every.options
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7]
const ZONES = Intl.supportedValuesOf('timeZone')
/** A Monday. */
const MONDAY = Date.UTC(2026, 0, 5)
const DAY_MS = 86_400_000

function ScheduleForm({ view }: { readonly view: ScheduleView }): ReactNode {
  const styles = useStyles()
  const app = useApp()
  const said = app.words.hrChannels.schedule
  const [draft, setDraft] = useState<ReportSchedule>(view.schedule)
  const [known, setKnown] = useState(view)
  const [told, setTold] = useState('')
  const { busy, run, problem } = usePress()
  const change = (part: Partial<ReportSchedule>): void => {
    setDraft({ ...draft, ...part })
    setTold('')
  }
  const save = (): void =>
    run(async () => {
      setKnown(await app.session.call(putReportSchedule, { body: draft }))
      setTold(said.saved)
    })
  const weekday = new Intl.DateTimeFormat(app.locale, { weekday: 'long', timeZone: 'UTC' })
  const dayName = (day: number): string => {
    const name = weekday.format(MONDAY + (day - 1) * DAY_MS)
    return draft.every === 'month' ? said.first(name) : name
  }
  const isOff = draft.every === 'never'
  const zones = ZONES.includes(draft.timezone) ? ZONES : [draft.timezone, ...ZONES]
  return (
    <>
      <div className={styles.row}>
        <Choice
          label={said.every}
          value={draft.every}
          options={EVERY.map(each => [each, said.everyWhat[each]])}
          onChoose={value => change({ every: EVERY.find(each => each === value) ?? draft.every })}
        />
        <Choice
          label={said.weekday}
          value={String(draft.weekday)}
          disabled={isOff}
          options={WEEKDAYS.map(day => [String(day), dayName(day)])}
          onChoose={value => change({ weekday: Number(value) })}
        />
        <Field label={said.time} className={styles.field}>
          <Input
            type="time"
            value={draft.time}
            disabled={isOff}
            onChange={(_event, { value }) => change({ time: value })}
          />
        </Field>
        <Choice
          label={said.zone}
          value={draft.timezone}
          disabled={isOff}
          options={zones.map(each => [each, each])}
          onChoose={timezone => change({ timezone })}
        />
        <Button disabled={busy || !reportScheduleSchema.safeParse(draft).success} onClick={save}>
          {said.save}
        </Button>
      </div>
      <Text>
        {known.nextAt
          ? said.next(formatMoment(known.nextAt, { ...app, timezone: known.schedule.timezone }))
          : said.never}
      </Text>
      <output>{told}</output>
      {problem}
    </>
  )
}
