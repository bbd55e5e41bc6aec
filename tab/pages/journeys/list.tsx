/** All journeys of the company, and the ways to a new one: empty, the example, a copy, a file. */
import {
  Button,
  Card,
  MessageBar,
  MessageBarBody,
  Subtitle2,
  Text,
  Title3,
  makeStyles,
  tokens
} from '@fluentui/react-components'
import { useRef, useState, type ReactNode } from 'react'
import type { z } from 'zod'
import { createJourney, getJourney, listJourneys, type JourneyContent } from '../../../api/contract/journeys.ts'
import { useApp } from '../../context.ts'
import { Loading, useLoaded } from '../../load.tsx'
import { usePress } from '../../press.tsx'
import { readFile, type JourneyFile } from './file.ts'

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', gap: '12px' },
  row: { display: 'flex', gap: '8px', flexWrap: 'wrap', alignItems: 'center' },
  text: { overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' }
})

type View = z.output<typeof listJourneys.answer>
type Props = { readonly onOpen: (journeyId: string) => void }

export function JourneyList({ onOpen }: Props): ReactNode {
  const styles = useStyles()
  const { session, words } = useApp()
  const { journeys } = words
  const loaded = useLoaded(() => session.call(listJourneys))
  const { busy, run, problem } = usePress()
  const make = (body: JourneyFile): void =>
    run(async () => onOpen((await session.call(createJourney, { body })).journeyId))
  const copy = (journeyId: string): void =>
    run(async () => {
      const { name, content } = await session.call(getJourney, { params: { journeyId } })
      const body = { name: journeys.copyOf(name).slice(0, 200), content }
      onOpen((await session.call(createJourney, { body })).journeyId)
    })
  return (
    <Card>
      <Title3 as="h2">{journeys.title}</Title3>
      <Text>{journeys.body}</Text>
      <Loading loaded={loaded}>
        {view => (
          <div className={styles.column}>
            {view.journeys.length === 0 && <Text>{journeys.none}</Text>}
            {view.journeys.map(journey => (
              <Line key={journey.journeyId} {...{ journey, busy, onOpen, copy }} />
            ))}
            <div className={styles.row}>
              <Button appearance="primary" disabled={busy} onClick={() => make(view.example)}>
                {journeys.copyExample}
              </Button>
              <Button disabled={busy} onClick={() => make(emptyOne(journeys.freshName, view.choices.language))}>
                {journeys.fresh}
              </Button>
              <FromFile busy={busy} onRead={make} />
            </div>
            <Text size={200} className={styles.quiet}>
              {journeys.example}
            </Text>
          </div>
        )}
      </Loading>
      {problem}
    </Card>
  )
}

const emptyOne = (name: string, language: string): JourneyFile => ({
  name,
  content: { title: {}, languages: [...new Set([language, 'en', 'es'])], steps: [] } satisfies JourneyContent
})

type LineProps = Props & {
  readonly journey: View['journeys'][number]
  readonly busy: boolean
  readonly copy: (journeyId: string) => void
}

function Line({ journey, busy, onOpen, copy }: LineProps): ReactNode {
  const styles = useStyles()
  const { journeys } = useApp().words
  const { journeyId, name, weeks, languages, version, changed, cohorts } = journey
  const state = version === null ? journeys.neverPublished : journeys.publishedAs(version, changed)
  const running = cohorts.length > 0 ? [journeys.runningFor(cohorts.join(', '))] : []
  return (
    <div>
      <Subtitle2 as="h3" className={styles.text}>
        {name}
      </Subtitle2>
      <Text block size={200} className={styles.quiet}>
        {[journeys.summary(weeks, languages.join(', ')), state, ...running].join(' · ')}
      </Text>
      <div className={styles.row}>
        <Button size="small" aria-label={journeys.open(name)} onClick={() => onOpen(journeyId)}>
          {journeys.openShort}
        </Button>
        <Button
          size="small"
          appearance="subtle"
          disabled={busy}
          aria-label={journeys.copy(name)}
          onClick={() => copy(journeyId)}
        >
          {journeys.copyShort}
        </Button>
      </div>
    </div>
  )
}

type FromFileProps = { readonly busy: boolean; readonly onRead: (file: JourneyFile) => void }

function FromFile({ busy, onRead }: FromFileProps): ReactNode {
  const { journeys } = useApp().words
  const input = useRef<HTMLInputElement>(null)
  const [bad, setBad] = useState(false)
  const take = async (file: File): Promise<void> => {
    const journey = readFile(await file.text())
    setBad(!journey)
    if (journey) onRead(journey)
  }
  return (
    <>
      <Button disabled={busy} onClick={() => input.current?.click()}>
        {journeys.fromFile}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept=".json,application/json"
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? []
          // The same file, corrected, can be chosen again.
          currentTarget.value = ''
          if (file) void take(file)
        }}
      />
      {bad && (
        <MessageBar intent="error" layout="multiline" role="alert">
          <MessageBarBody>{journeys.badFile}</MessageBarBody>
        </MessageBar>
      )}
    </>
  )
}
