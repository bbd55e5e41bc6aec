/** A person's nudges: what comes, what came, and everything about them that is theirs to decide. */
import { Button, Card, Text, Title3, makeStyles, tokens } from '@fluentui/react-components'
import { useState, type ReactNode } from 'react'
import { getReach } from '../../../api/contract/channels.ts'
import type { NudgePreferences, NudgeView } from '../../../api/contract/nudges.ts'
import { formatDay, useApp, useGoing } from '../../context.ts'
import { Loading, useLoaded } from '../../load.tsx'
import { NotHere } from '../../not-here.tsx'
import { NudgeCard } from './card.tsx'
import { OwnExperiment } from './experiment.tsx'
import { MyMail } from './mail.tsx'
import { Pulse } from './pulse.tsx'
import { Settings } from './settings.tsx'
import { useNudges, type Nudges } from './use-nudges.ts'
import { usePreferences } from './use-preferences.ts'

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: '32px' },
  group: { display: 'flex', flexDirection: 'column', gap: '12px' },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '12px' },
  quiet: { color: tokens.colorNeutralForeground2 },
  more: { alignSelf: 'flex-start' }
})

export function NudgesPage(): ReactNode {
  const styles = useStyles()
  const nudges = useNudges()
  const preferences = usePreferences(nudges.reload)
  const chosen = preferences.loaded.value
  return (
    <div className={styles.page}>
      <Loading loaded={nudges.loaded}>{() => <Lists nudges={nudges} chosen={chosen} />}</Loading>
      <Pulse answered={nudges.reload} />
      <OwnExperiment />
      <Settings preferences={preferences} />
      <MyMail />
    </div>
  )
}

type ListsProps = { readonly nudges: Nudges; readonly chosen: NudgePreferences | undefined }

const AT_FIRST = 10

function Lists({ nudges, chosen }: ListsProps): ReactNode {
  const styles = useStyles()
  const said = useApp().words.ownNudges
  const { item } = useGoing()
  const { coming, came, answered } = nudges
  const place = came.findIndex(({ nudgeId }) => nudgeId === item)
  const [pressed, setPressed] = useState(false)
  const all = pressed || place >= AT_FIRST
  const isHere = place >= 0 || coming.some(({ nudgeId }) => nudgeId === item)
  const older = all ? 0 : came.length - AT_FIRST
  const cards = (list: readonly NudgeView[]): ReactNode => (
    <ul className={styles.list}>
      {list.map(nudge => (
        <li key={nudge.nudgeId}>
          <NudgeCard nudge={nudge} zone={chosen?.zone} linked={nudge.nudgeId === item} onAnswered={answered} />
        </li>
      ))}
    </ul>
  )
  return (
    <>
      {item && !isHere && <NotHere item={item} said={said.notHere} />}
      <section className={styles.group} aria-labelledby="nudges-coming">
        <Title3 as="h2" id="nudges-coming">
          {said.coming}
        </Title3>
        <Silenced chosen={chosen} />
        {coming.length > 0 ? cards(coming) : <Text>{said.nothingComing}</Text>}
      </section>
      <section className={styles.group} aria-labelledby="nudges-came">
        <Title3 as="h2" id="nudges-came">
          {said.came}
        </Title3>
        {came.length === 0 ? <Nothing /> : cards(all ? came : came.slice(0, AT_FIRST))}
        {older > 0 && (
          <Button className={styles.more} onClick={() => setPressed(true)}>
            {said.older(older)}
          </Button>
        )}
      </section>
    </>
  )
}

/** Why nothing comes, where the person said so themselves. */
function Silenced({ chosen }: { readonly chosen: NudgePreferences | undefined }): ReactNode {
  const app = useApp()
  const said = app.words.ownNudges
  if (!chosen) return null
  const { stopped, pausedUntil, awayUntil, perWeek, zone } = chosen
  const lines = stopped
    ? [said.stopped]
    : [
        pausedUntil && said.paused(formatDay(pausedUntil, { ...app, timezone: zone.timezone })),
        awayUntil && said.isAway(formatDay(awayUntil, { ...app, timezone: 'UTC' })),
        perWeek === 0 && said.perWeek(0)
      ].filter(line => typeof line === 'string')
  return lines.map(line => (
    <Text key={line} weight="semibold">
      {line}
    </Text>
  ))
}

/** What has to come first where nothing can come yet, and by one example what will. */
function Nothing(): ReactNode {
  const styles = useStyles()
  const { session, words } = useApp()
  const said = words.ownNudges
  const { value: reach } = useLoaded(() => session.call(getReach))
  const first = reach && (reach.agreement === 'given' ? !reach.teams && said.noTeams : said.noYes[reach.agreement])
  return (
    <Card>
      <Text weight="semibold">{said.nothingCame[0]}</Text>
      {first && <Text>{first}</Text>}
      <Text>{said.nothingCame[1]}</Text>
      <Text size={200} className={styles.quiet}>
        {said.example}:
      </Text>
      <Text italic>{said.exampleAction}</Text>
      <Text>{said.exampleWhy}</Text>
    </Card>
  )
}
