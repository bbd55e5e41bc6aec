import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Badge,
  Card,
  Text,
  makeStyles,
  tokens
} from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { getNudges, type NudgeView } from '../../api/contract/nudges.ts'
import { formatMoment, useApp } from '../context.ts'
import { Loading, useLoaded } from '../load.tsx'

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', gap: '12px' },
  head: { display: 'flex', justifyContent: 'space-between', gap: '8px', flexWrap: 'wrap' },
  quiet: { color: tokens.colorNeutralForeground2 }
})

export function NudgesPage(): ReactNode {
  const styles = useStyles()
  const app = useApp()
  const { session, words } = app
  const loaded = useLoaded(() => session.call(getNudges))
  return (
    <Loading loaded={loaded}>
      {({ nudges, budget }) => (
        <div className={styles.list}>
          <Text>
            {budget.stopped ? words.stopped : words.budget(budget.perWeek)}{' '}
            {budget.pausedUntil && words.paused(formatMoment(budget.pausedUntil, app))}
          </Text>
          {nudges.length === 0 && <Text>{words.noNudges}</Text>}
          {nudges.map(nudge => (
            <NudgeCard key={nudge.nudgeId} nudge={nudge} />
          ))}
        </div>
      )}
    </Loading>
  )
}

function NudgeCard({ nudge }: { readonly nudge: NudgeView }): ReactNode {
  const styles = useStyles()
  const app = useApp()
  const { words } = app
  return (
    <Card>
      <div className={styles.head}>
        <Text weight="semibold">{nudge.action}</Text>
        <Badge appearance="tint" color="informative">
          {words.nudgeStates[nudge.state]}
        </Badge>
      </div>
      <Text size={200} className={styles.quiet}>
        {formatMoment(nudge.sentAt ?? nudge.dueAt, app)}
      </Text>
      <Accordion collapsible>
        <AccordionItem value="why">
          <AccordionHeader size="small">{words.whyThis}</AccordionHeader>
          <AccordionPanel>
            <Text block>{[nudge.whyYou, nudge.whyNow].filter(Boolean).join(' ')}</Text>
            {nudge.evidence && <Text block>{nudge.evidence}</Text>}
            {nudge.dataUsed.length > 0 && (
              <Text block size={200} className={styles.quiet}>
                {words.dataUsed(nudge.dataUsed.join(', '))}
              </Text>
            )}
          </AccordionPanel>
        </AccordionItem>
      </Accordion>
    </Card>
  )
}
