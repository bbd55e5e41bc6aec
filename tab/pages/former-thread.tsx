/** What was brought from the person's former coach: to be read once they agreed, and to be erased at any time. */
import {
  Button,
  Card,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  Text,
  Title3,
  makeStyles,
  mergeClasses,
  tokens
} from '@fluentui/react-components'
import { useState, type ReactNode } from 'react'
import { eraseFormerThread, getFormerThread, type FormerTurn } from '../../api/contract/former-coach.ts'
import { formatDay, useApp } from '../context.ts'
import { useLoaded } from '../load.tsx'
import { usePress } from '../press.tsx'

const useStyles = makeStyles({
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: '10px'
  },
  turn: {
    maxWidth: '85%',
    display: 'flex',
    flexDirection: 'column',
    gap: '4px',
    padding: '10px 14px',
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere'
  },
  mine: { alignSelf: 'flex-end' },
  theirs: { alignSelf: 'flex-start' },
  note: { color: tokens.colorNeutralForeground2 },
  row: { display: 'flex', gap: '8px', flexWrap: 'wrap' }
})

type Props = { readonly agreed: boolean }

/** Nothing at all where nothing was brought. */
export function FormerThread({ agreed }: Props): ReactNode {
  const { session, words } = useApp()
  const { former } = words
  const loaded = useLoaded(() => session.call(getFormerThread))
  const { value, failure, reload } = loaded
  if (!value && failure)
    return (
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>{former.notLoaded}</MessageBarBody>
        <MessageBarActions>
          <Button size="small" onClick={reload}>
            {words.retry}
          </Button>
        </MessageBarActions>
      </MessageBar>
    )
  if (!value || value.messages === 0) return null
  return (
    <Card>
      <Title3 as="h2">{former.title}</Title3>
      <Text>{former.body(value.messages)}</Text>
      {agreed ? <Turns first={value.turns} more={value.more} /> : <Text>{former.afterAgreement}</Text>}
      <Erase onErased={reload} />
    </Card>
  )
}

type TurnsProps = { readonly first: readonly FormerTurn[]; readonly more: boolean }

function Turns({ first, more }: TurnsProps): ReactNode {
  const styles = useStyles()
  const { session, words } = useApp()
  const { former } = words
  const { busy, run, problem } = usePress()
  const [shown, setShown] = useState<TurnsProps>()
  const { first: turns, more: older } = shown ?? { first, more }
  const load = (): void =>
    run(async () => {
      const [oldest] = turns
      if (!oldest) return
      const page = await session.call(getFormerThread, { query: { before: oldest.messageId } })
      setShown({ first: [...page.turns, ...turns], more: page.more })
    })
  if (!shown)
    return (
      <div>
        <Button aria-expanded={false} onClick={() => setShown({ first, more })}>
          {former.show}
        </Button>
      </div>
    )
  return (
    <>
      <div className={styles.row}>
        <Button aria-expanded onClick={() => setShown(undefined)}>
          {former.hide}
        </Button>
        {older && (
          <Button disabled={busy} onClick={load}>
            {former.older}
          </Button>
        )}
      </div>
      {problem}
      <ol className={styles.list} aria-label={former.title}>
        {turns.map(turn => (
          <OneTurn key={turn.messageId} turn={turn} />
        ))}
      </ol>
    </>
  )
}

function OneTurn({ turn }: { readonly turn: FormerTurn }): ReactNode {
  const styles = useStyles()
  const app = useApp()
  const { former } = app.words
  return (
    <li className={mergeClasses(styles.turn, turn.from === 'person' ? styles.mine : styles.theirs)}>
      <Text>{turn.text}</Text>
      <Text size={100} className={styles.note}>
        {former.said[turn.from](formatDay(turn.at, app))}
      </Text>
    </li>
  )
}

function Erase({ onErased }: { readonly onErased: () => void }): ReactNode {
  const styles = useStyles()
  const { session, words } = useApp()
  const { former } = words
  const { busy, run, problem } = usePress()
  const [asking, setAsking] = useState(false)
  const erase = (): void =>
    run(async () => {
      await session.call(eraseFormerThread)
      onErased()
    })
  return (
    <>
      {asking && <Text>{former.eraseBody}</Text>}
      <div className={styles.row}>
        {asking ? (
          <>
            <Button appearance="primary" disabled={busy} onClick={erase}>
              {former.eraseYes}
            </Button>
            <Button disabled={busy} onClick={() => setAsking(false)}>
              {former.eraseNo}
            </Button>
          </>
        ) : (
          <Button onClick={() => setAsking(true)}>{former.erase}</Button>
        )}
      </div>
      {problem}
    </>
  )
}
