/** Every version that was published, to look back at and to begin from again. */
import { Button, Card, Text, Title3, makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { getJourneyVersion, type JourneyContent } from '../../../api/contract/journeys.ts'
import { formatMoment, useApp } from '../../context.ts'
import { usePress } from '../../press.tsx'
import type { JourneyView } from './use-journey.ts'

const useStyles = makeStyles({
  list: {
    margin: 0,
    paddingLeft: '20px',
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    overflowWrap: 'anywhere'
  },
  quiet: { color: tokens.colorNeutralForeground2 }
})

type Props = { readonly view: JourneyView; readonly onDraft: (content: JourneyContent) => void }

export function Versions({ view, onDraft }: Props): ReactNode {
  const styles = useStyles()
  const app = useApp()
  const { session } = app
  const { journeys } = app.words
  const { busy, run, problem } = usePress()
  const { journeyId } = view
  const take = (version: number) => (): void =>
    run(async () => onDraft((await session.call(getJourneyVersion, { params: { journeyId, version } })).content))
  return (
    <Card>
      <Title3 as="h2">{journeys.versions}</Title3>
      {view.versions.length === 0 && <Text>{journeys.noVersions}</Text>}
      <ul className={styles.list}>
        {view.versions.map(({ version, by, at, note, reach }) => (
          <li key={version}>
            <Text block>{journeys.version(version, by, formatMoment(at, app))}</Text>
            <Text block size={200} className={styles.quiet}>
              {[note, journeys.reaches[reach]].filter(Boolean).join(' · ')}
            </Text>
            <Button
              size="small"
              appearance="subtle"
              disabled={busy}
              aria-label={journeys.toDraft(version)}
              onClick={take(version)}
            >
              {journeys.toDraftShort}
            </Button>
          </li>
        ))}
      </ul>
      {problem}
    </Card>
  )
}
