/** Accounts that the site had before: compared with the company's people, watched, and decided by the admin where it is not certain. */
import {
  Card,
  MessageBar,
  MessageBarBody,
  Subtitle2,
  Text,
  Title3,
  makeStyles,
  tokens
} from '@fluentui/react-components'
import { useEffect, useState, type ReactNode } from 'react'
import { LEARNER_STATES } from '../../../api/contract/moving.ts'
import { useApp } from '../../context.ts'
import { Loading } from '../../load.tsx'
import { BasisForm } from './basis-form.tsx'
import { LearnerList, type Shown } from './learner-list.tsx'
import { LinkRun } from './link-run.tsx'
import { Together } from './together.tsx'
import { useMoving, type MovingView } from './use-moving.ts'

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', gap: '16px' },
  said: { overflowWrap: 'anywhere', whiteSpace: 'normal' },
  quiet: { color: tokens.colorNeutralForeground2 }
})

export function Moving(): ReactNode {
  const styles = useStyles()
  const { moving } = useApp().words
  const loaded = useMoving()
  return (
    <Card>
      <Title3 as="h2">{moving.title}</Title3>
      <Text>{moving.body}</Text>
      <Loading loaded={loaded}>
        {view =>
          view.site ? (
            <Standing view={view} reload={loaded.reload} />
          ) : (
            <Text className={styles.quiet}>{moving.noSite}</Text>
          )
        }
      </Loading>
    </Card>
  )
}

type Props = { readonly view: MovingView; readonly reload: () => void }

function Standing({ view, reload }: Props): ReactNode {
  const styles = useStyles()
  const { moving } = useApp().words
  const [shown, setShown] = useState<Shown>({ state: 'review' })
  const { run, counts } = view
  const open = run?.state === 'running' || run?.state === 'paused'
  const groups = view.together.filter(({ accounts }) => accounts > 1)
  // What a comparison found replaces what is shown when it ends.
  const [round, setRound] = useState(0)
  useEffect(() => setRound(before => before + 1), [run?.runId, run?.state, run?.stage])
  const decided = (): void => {
    reload()
    setRound(before => before + 1)
  }
  return (
    <div className={styles.column}>
      <Problem view={view} />
      {run && <LinkRun run={run} onDone={reload} />}
      {run ? (
        <Text>
          {LEARNER_STATES.filter(state => counts[state] > 0)
            .map(state => moving.count(counts[state], moving.states[state]))
            .join(' · ')}
        </Text>
      ) : (
        <Text className={styles.quiet}>{moving.never}</Text>
      )}
      {!open && <BasisForm before={run?.basis} onBegun={reload} />}
      {!open && groups.length > 0 && <Together groups={groups} onShow={setShown} onDone={decided} />}
      {run && <LearnerList key={round} shown={shown} onShow={setShown} onDone={decided} />}
    </div>
  )
}

function Problem({ view: { site } }: { readonly view: MovingView }): ReactNode {
  const styles = useStyles()
  const { enrollment } = useApp().words
  if (!site?.problem) return null
  const [title, remedy] = enrollment.problems[site.problem.kind] ?? [site.problem.kind, '']
  return (
    <MessageBar intent="error" layout="multiline">
      <MessageBarBody className={styles.said}>
        <Subtitle2 as="h3">{title}</Subtitle2>
        {` ${remedy} ${enrollment.nothingLost}`}
      </MessageBarBody>
    </MessageBar>
  )
}
