/** What a person is told of their company's experiment, and their own yes or no; nothing while there is none. */
import { Button, Card, Text, Title3, makeStyles } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { decideMyExperiment, getMyExperiment } from '../../../api/contract/experiments.ts'
import { useApp } from '../../context.ts'
import { useLoaded } from '../../load.tsx'
import { usePress } from '../../press.tsx'

const useStyles = makeStyles({ row: { display: 'flex', gap: '8px', flexWrap: 'wrap' } })

export function OwnExperiment(): ReactNode {
  const styles = useStyles()
  const { session, words } = useApp()
  const { own } = words.experiments
  const { value, reload } = useLoaded(() => session.call(getMyExperiment))
  const { busy, run, problem } = usePress()
  // The page's own list says when it could not be loaded; this part is shown only where it is known.
  const experiment = value?.experiment
  if (!experiment) return null
  const decide = (choice: 'in' | 'out'): void =>
    run(async () => {
      await session.call(decideMyExperiment, { body: { experimentId: experiment.experimentId, choice } })
      reload()
    })
  return (
    <Card>
      <Title3 as="h2">{own.title}</Title3>
      <Text>{experiment.disclosure}</Text>
      <output>
        <Text weight="semibold">{own[experiment.choice]}</Text>
      </output>
      <div className={styles.row}>
        {experiment.choice !== 'in' && (
          <Button disabled={busy} onClick={() => decide('in')}>
            {own.join}
          </Button>
        )}
        {experiment.choice !== 'out' && (
          <Button disabled={busy} onClick={() => decide('out')}>
            {experiment.choice === 'in' ? own.leave : own.stay}
          </Button>
        )}
      </div>
      {problem}
    </Card>
  )
}
