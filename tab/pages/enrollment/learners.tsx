/** Learners of one state, a page at a time; a doubtful one is decided here. */
import { Button, Subtitle2, Text, makeStyles, tokens } from '@fluentui/react-components'
import { useState, type ReactNode } from 'react'
import type { z } from 'zod'
import { decideSignUp, listSignUps, type SignUpState } from '../../../api/contract/sign-ups.ts'
import { formatMoment, useApp } from '../../context.ts'
import { Loading, useLoaded } from '../../load.tsx'
import { usePress } from '../../press.tsx'
import { Receipts } from './receipts.tsx'

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', gap: '16px' },
  one: { display: 'flex', flexDirection: 'column', gap: '4px', overflowWrap: 'anywhere' },
  row: { display: 'flex', gap: '8px', flexWrap: 'wrap' },
  quiet: { color: tokens.colorNeutralForeground2 }
})

type Learner = z.output<typeof listSignUps.answer>['learners'][number]
type Props = { readonly state: SignUpState; readonly after?: string; readonly onDecided: () => void }

/** The next page appends itself. */
export function Learners({ state, after, onDecided }: Props): ReactNode {
  const styles = useStyles()
  const { session, words } = useApp()
  const [more, setMore] = useState(false)
  const loaded = useLoaded(() => session.call(listSignUps, { query: { state, ...(after ? { after } : {}) } }))
  const decided = (): void => {
    loaded.reload()
    onDecided()
  }
  return (
    <Loading loaded={loaded}>
      {({ learners, next }) => (
        <div className={styles.column}>
          {learners.length === 0 && !after && <Text className={styles.quiet}>{words.signUps.nobody}</Text>}
          {learners.map(learner => (
            <One key={learner.userId} learner={learner} onDecided={decided} />
          ))}
          {next && !more && (
            <div>
              <Button onClick={() => setMore(true)}>{words.signUps.next}</Button>
            </div>
          )}
          {next && more && <Learners state={state} after={next} onDecided={onDecided} />}
        </div>
      )}
    </Loading>
  )
}

type OneProps = { readonly learner: Learner; readonly onDecided: () => void }

function One({ learner, onDecided }: OneProps): ReactNode {
  const styles = useStyles()
  const app = useApp()
  const words = app.words.signUps
  const [open, setOpen] = useState(false)
  const { email, signedUpAt, heardBy, personId, mayBe } = learner
  const name = learner.name || email
  return (
    <div className={styles.one}>
      <Subtitle2 as="h3">{name}</Subtitle2>
      <Text size={200} className={styles.quiet}>
        {words.learner(email, formatMoment(signedUpAt, app), words.heard[heardBy])}
      </Text>
      {mayBe && <Decision learner={learner} name={name} other={mayBe.name} onDecided={onDecided} />}
      {personId && (
        <div>
          <Button
            size="small"
            aria-expanded={open}
            aria-label={open ? words.hideOf(name) : words.receiptsOf(name)}
            onClick={() => setOpen(!open)}
          >
            {open ? words.hide : words.receipts}
          </Button>
        </div>
      )}
      {personId && open && <Receipts personId={personId} />}
    </div>
  )
}

type DecisionProps = OneProps & { readonly name: string; readonly other: string }

function Decision({ learner: { userId }, name, other, onDecided }: DecisionProps): ReactNode {
  const styles = useStyles()
  const { session, words } = useApp()
  const { busy, run, problem } = usePress()
  const decide = (decision: 'same' | 'different') => (): void =>
    run(async () => {
      await session.call(decideSignUp, { params: { userId }, body: { decision } })
      onDecided()
    })
  return (
    <>
      <Text size={200}>{words.signUps.mayBe(other)}</Text>
      <div className={styles.row}>
        <Button size="small" disabled={busy} aria-label={words.signUps.sameAs(name, other)} onClick={decide('same')}>
          {words.signUps.same}
        </Button>
        <Button
          size="small"
          disabled={busy}
          aria-label={words.signUps.differentFrom(name, other)}
          onClick={decide('different')}
        >
          {words.signUps.different}
        </Button>
      </div>
      {problem}
    </>
  )
}
