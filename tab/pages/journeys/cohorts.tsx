/** For whom the journey is under way, and how it begins for others. */
import { Card, Field, Input, Select, Text, Title3, makeStyles } from '@fluentui/react-components'
import { useState, type ReactNode } from 'react'
import { startJourney, stopJourney, type Start } from '../../../api/contract/journeys.ts'
import { ConfirmButton } from '../../confirm.tsx'
import { useApp } from '../../context.ts'
import { tellPeople } from '../../people-cell.ts'
import { usePress } from '../../press.tsx'
import type { Choices, JourneyView } from './use-journey.ts'

const useStyles = makeStyles({
  list: {
    margin: 0,
    paddingLeft: '20px',
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    overflowWrap: 'anywhere'
  },
  row: { display: 'flex', gap: '8px', flexWrap: 'wrap', alignItems: 'end' },
  field: { gridTemplateColumns: 'minmax(0, 1fr)' }
})

type Props = { readonly view: JourneyView; readonly choices: Choices; readonly onDone: () => void }

export function Cohorts({ view, choices, onDone }: Props): ReactNode {
  const styles = useStyles()
  const { session, words, locale } = useApp()
  const { journeys } = words
  const { busy, run, problem } = usePress()
  const { journeyId } = view
  const day = (on: string): string =>
    new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(on))
  const startsOf = (starts: Start): string =>
    starts.kind === 'date' ? journeys.fromDay(day(starts.on)) : journeys.fromJoining
  const end = (cohort: string) => (): void =>
    run(async () => {
      await session.call(stopJourney, { params: { journeyId, cohort } })
      onDone()
    })
  return (
    <Card>
      <Title3 as="h2">{journeys.cohorts}</Title3>
      <Text>{journeys.cohortsBody}</Text>
      {view.running.length === 0 && <Text>{journeys.noCohorts}</Text>}
      <ul className={styles.list}>
        {view.running.map(({ cohort, starts, people }) => (
          <li key={cohort}>
            <Text block>{journeys.running(cohort, tellPeople(people, words), startsOf(starts))}</Text>
            <ConfirmButton
              size="small"
              disabled={busy}
              label={journeys.endShort}
              ariaLabel={journeys.end(cohort)}
              title={journeys.endAsk(cohort)}
              body={journeys.endBody}
              keep={journeys.keep}
              onConfirm={end(cohort)}
            />
          </li>
        ))}
      </ul>
      {view.versions.length === 0 ? (
        <Text>{journeys.publishFirst}</Text>
      ) : (
        <StartForm view={view} choices={choices} onDone={onDone} />
      )}
      {problem}
    </Card>
  )
}

function StartForm({ view, choices, onDone }: Props): ReactNode {
  const styles = useStyles()
  const { session, words } = useApp()
  const { journeys } = words
  const { busy, run, problem } = usePress()
  const open = choices.cohorts.filter(name => !view.running.some(({ cohort }) => cohort === name))
  const [chosen, setCohort] = useState('')
  const [kind, setKind] = useState<Start['kind']>('joining')
  const [on, setOn] = useState('')
  const cohort = open.includes(chosen) ? chosen : ''
  const start = (): void =>
    run(async () => {
      const starts: Start = kind === 'date' ? { kind, on } : { kind }
      await session.call(startJourney, { params: { journeyId: view.journeyId, cohort }, body: { starts } })
      onDone()
    })
  return (
    <>
      <div className={styles.row}>
        <Field label={journeys.cohort} className={styles.field}>
          <Select value={cohort} onChange={(_event, { value }) => setCohort(value)}>
            <option value="">{journeys.choose}</option>
            {open.map(name => (
              <option key={name}>{name}</option>
            ))}
          </Select>
        </Field>
        <Field label={journeys.starts} className={styles.field}>
          <Select value={kind} onChange={(_event, { value }) => setKind(value === 'date' ? 'date' : 'joining')}>
            <option value="joining">{journeys.startKinds.joining}</option>
            <option value="date">{journeys.startKinds.date}</option>
          </Select>
        </Field>
        {kind === 'date' && (
          <Field label={journeys.startOn}>
            <Input type="date" value={on} onChange={(_event, { value }) => setOn(value)} />
          </Field>
        )}
      </div>
      <div>
        <ConfirmButton
          disabled={busy || !cohort || (kind === 'date' && !on)}
          label={journeys.startDo}
          title={journeys.startAsk(cohort)}
          body={journeys.startAskBody}
          keep={journeys.notYet}
          onConfirm={start}
        />
      </div>
      {problem}
    </>
  )
}
