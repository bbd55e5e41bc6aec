/** Many people left at once: what waits, and the admin's answer. */
import {
  Button,
  Card,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  Text,
  Title3,
  makeStyles,
  tokens
} from '@fluentui/react-components'
import { useState, type ReactNode } from 'react'
import { getBrake, type BrakeView } from '../../api/contract/brake.ts'
import { formatMoment, useApp } from '../context.ts'
import { useLoaded } from '../load.tsx'
import { DecideBrake } from './brake-decision.tsx'

const useStyles = makeStyles({
  bar: { flexShrink: 0 },
  wrap: { whiteSpace: 'normal', overflowWrap: 'anywhere' },
  list: { margin: 0, paddingLeft: '20px' },
  row: { display: 'flex', gap: '8px', flexWrap: 'wrap' },
  quiet: { color: tokens.colorNeutralForeground2 }
})

/** On every page but the set-up: somebody has to decide. */
export function BrakeNotice({ onOpen }: { readonly onOpen: () => void }): ReactNode {
  const styles = useStyles()
  const { session, words } = useApp()
  const { value } = useLoaded(() => session.call(getBrake))
  if (value?.brake?.state !== 'set') return null
  return (
    <MessageBar intent="warning" layout="multiline" role="alert" className={styles.bar}>
      <MessageBarBody className={styles.wrap}>{words.brake.notice(value.brake.held)}</MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={onOpen}>
          {words.brake.open}
        </Button>
      </MessageBarActions>
    </MessageBar>
  )
}

/** Nothing while nothing waits. */
export function Brake(): ReactNode {
  const { session, words } = useApp()
  const { value, reload } = useLoaded(() => session.call(getBrake))
  const [done, setDone] = useState<string>()
  const onDecided = (decision: 'ended' | 'kept', people: number): void => {
    setDone(decision === 'ended' ? words.brake.ended(people) : words.brake.wasKept)
    reload()
  }
  const brake = value?.brake
  if (!brake && !done) return null
  return (
    <Card>
      <Title3 as="h2">{words.brake.title}</Title3>
      {brake && <Waiting brake={brake} onDecided={onDecided} onStale={reload} />}
      <output>
        {done && (
          <MessageBar intent="success">
            <MessageBarBody>{done}</MessageBarBody>
          </MessageBar>
        )}
      </output>
    </Card>
  )
}

type WaitingProps = {
  readonly brake: BrakeView
  readonly onDecided: (decision: 'ended' | 'kept', people: number) => void
  readonly onStale: () => void
}

function Waiting({ brake, onDecided, onStale }: WaitingProps): ReactNode {
  const styles = useStyles()
  const app = useApp()
  const { words } = app
  const { decided, held, gone, state } = brake
  return (
    <>
      <Text>
        {words.brake.what({
          left: brake.peopleLeft,
          before: brake.peopleBefore,
          at: formatMoment(brake.setAt, app)
        })}
      </Text>
      {decided && state === 'kept' && (
        <Text>{words.brake.kept(decided.by ?? words.brake.operator, formatMoment(decided.at, app), decided.why)}</Text>
      )}
      <Text weight="semibold">
        {held === 0 ? words.brake.none : state === 'kept' ? words.brake.still(gone, held) : words.brake.waits(held)}
      </Text>
      <ul className={styles.list}>
        {brake.reasons.map(({ reason, people }) => (
          <li key={reason}>
            <Text>{words.brake.reasons[reason]?.(people) ?? `${people}: ${reason}`}</Text>
          </li>
        ))}
      </ul>
      <Sample brake={brake} />
      <div className={styles.row}>
        {held > 0 && <DecideBrake brake={brake} decision="ended" {...{ onDecided, onStale }} />}
        {state === 'set' && <DecideBrake brake={brake} decision="kept" {...{ onDecided, onStale }} />}
      </div>
    </>
  )
}

function Sample({ brake: { sample, held } }: { readonly brake: BrakeView }): ReactNode {
  const styles = useStyles()
  const { words } = useApp()
  if (sample.length === 0) return null
  const names = sample.map(({ name, gone }) => {
    const shown = name ?? words.brake.noName
    return gone ? shown : words.brake.back(shown)
  })
  const more = held - sample.length
  return (
    <Text size={200} className={styles.quiet}>
      {`${words.brake.who}: ${[...names, ...(more > 0 ? [words.brake.more(more)] : [])].join(', ')}`}
    </Text>
  )
}
