/** An experiment that is on, or was: what was registered, who takes part, when figures come, and how to end it. */
import { Badge, Card, MessageBar, MessageBarBody, Text, Title3, makeStyles } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { endExperimentEndpoint, type ExperimentView } from '../../../api/contract/experiments.ts'
import { ConfirmButton } from '../../confirm.tsx'
import { formatDay, useApp } from '../../context.ts'
import { usePress } from '../../press.tsx'
import { Look } from './look.tsx'
import { cellText } from './numbers.ts'

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', gap: '12px' },
  head: { display: 'flex', gap: '8px', alignItems: 'center', flexWrap: 'wrap' }
})

type Props = { readonly experiment: ExperimentView; readonly onEnded: () => void }

export function Known({ experiment, onEnded }: Props): ReactNode {
  const styles = useStyles()
  const app = useApp()
  const { session, words } = app
  const { experiments } = words
  const { busy, run, problem } = usePress()
  const { experimentId, primary, holdoutPercent, weeks, state } = experiment
  const end = (): void =>
    run(async () => {
      await session.call(endExperimentEndpoint, { params: { experimentId } })
      onEnded()
    })
  return (
    <div className={styles.list}>
      <Card>
        <div className={styles.head}>
          <Title3 as="h2">{experiments.outcomes[primary]}</Title3>
          <Badge appearance="tint" color={state === 'halted' ? 'danger' : 'informative'}>
            {experiments.states[state]}
          </Badge>
        </div>
        {state === 'halted' && (
          <MessageBar intent="warning" layout="multiline">
            <MessageBarBody>{experiments.haltedBody}</MessageBarBody>
          </MessageBar>
        )}
        <Text>{experiments.design(holdoutPercent, weeks)}.</Text>
        <Text>
          {timeOf(experiment, app)}. {experiments.takePart(cellText(experiment.people))}.
        </Text>
        {state === 'running' && <Text>{nextOf(experiment, app)}</Text>}
        {state !== 'ended' && (
          <div>
            <ConfirmButton
              label={experiments.end}
              title={experiments.endTitle}
              body={experiments.endBody}
              keep={experiments.keepOn}
              disabled={busy}
              onConfirm={end}
            />
          </div>
        )}
        {problem}
      </Card>
      {experiment.look ? (
        <Look experiment={experiment} look={experiment.look} />
      ) : (
        <Card>
          <Text weight="semibold">{state === 'running' ? experiments.noLook : experiments.verdicts.not_enough}</Text>
        </Card>
      )}
    </div>
  )
}

type App = ReturnType<typeof useApp>

function timeOf({ startedAt, endedAt }: ExperimentView, app: App): string {
  const { experiments } = app.words
  const from = formatDay(startedAt, app)
  return endedAt ? experiments.from(from, formatDay(endedAt, app)) : experiments.since(from)
}

function nextOf({ looksAt, look }: ExperimentView, app: App): string {
  const next = looksAt[look?.number ?? 0]
  const { experiments } = app.words
  return next ? experiments.nextLook(formatDay(next, app)) : experiments.lastLook
}
