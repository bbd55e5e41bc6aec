/** Accounts that have the same for and against them, decided in one press. */
import { Button, Subtitle2, Text, makeStyles, tokens } from '@fluentui/react-components'
import { useState, type ReactNode } from 'react'
import { decideLearners, type Doubt, type Ground } from '../../../api/contract/moving.ts'
import { ConfirmButton } from '../../confirm.tsx'
import { useApp } from '../../context.ts'
import { usePress } from '../../press.tsx'
import type { Shown } from './learner-list.tsx'
import type { MovingView } from './use-moving.ts'

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyle: 'none', display: 'flex', flexDirection: 'column', gap: '16px' },
  one: { display: 'flex', flexDirection: 'column', gap: '4px', overflowWrap: 'anywhere' },
  row: { display: 'flex', gap: '8px', flexWrap: 'wrap' },
  quiet: { color: tokens.colorNeutralForeground2 }
})

type Group = MovingView['together'][number]
type Acting = { readonly onShow: (shown: Shown) => void; readonly onDone: () => void }
type Decision = 'accept' | 'refuse' | 'postpone'

export function Together({ groups, ...acting }: Acting & { readonly groups: readonly Group[] }): ReactNode {
  const styles = useStyles()
  const { moving } = useApp().words
  const [said, setSaid] = useState('')
  return (
    <section className={styles.one}>
      <Subtitle2 as="h3">{moving.together}</Subtitle2>
      <Text size={200} className={styles.quiet}>
        {moving.togetherBody}
      </Text>
      <output>{said}</output>
      <ul className={styles.list}>
        {groups.map(group => (
          <li key={`${group.state} ${group.evidence}`}>
            <One group={group} onSaid={setSaid} {...acting} />
          </li>
        ))}
      </ul>
    </section>
  )
}

type OneProps = Acting & { readonly group: Group; readonly onSaid: (said: string) => void }

function One({ group, onShow, onDone, onSaid }: OneProps): ReactNode {
  const styles = useStyles()
  const { session, words } = useApp()
  const { moving } = words
  const { busy, run, problem } = usePress()
  const { accounts, evidence, state } = group
  const decide = (decision: Decision) => (): void => {
    if (state !== 'certain' && state !== 'review' && state !== 'postponed') return
    run(async () => {
      const body = { what: 'together', decision, state, evidence, accounts } as const
      const { done, left } = await session.call(decideLearners, { body })
      onSaid(moving.done(done, left))
      onDone()
    })
  }
  return (
    <div className={styles.one}>
      <Text weight="semibold">{moving.group(accounts, moving.states[state])}</Text>
      <Evidence grounds={group.grounds} doubts={group.doubts} />
      <div className={styles.row}>
        {group.mayAccept ? (
          <Sure accounts={accounts} disabled={busy} onAccept={decide('accept')} />
        ) : (
          <Text size={200}>{moving.oneByOne}</Text>
        )}
        <Button size="small" disabled={busy} onClick={() => onShow({ state, evidence })}>
          {moving.show}
        </Button>
        {state !== 'postponed' && (
          <Button size="small" disabled={busy} onClick={decide('postpone')}>
            {moving.laterAll(accounts)}
          </Button>
        )}
        <Button size="small" disabled={busy} onClick={decide('refuse')}>
          {moving.refuseAll(accounts)}
        </Button>
      </div>
      {problem}
    </div>
  )
}

type SureProps = { readonly accounts: number; readonly disabled: boolean; readonly onAccept: () => void }

function Sure({ accounts, disabled, onAccept }: SureProps): ReactNode {
  const { moving } = useApp().words
  return (
    <ConfirmButton
      size="small"
      disabled={disabled}
      label={moving.acceptAll(accounts)}
      title={moving.sure(accounts)}
      body={moving.sureBody}
      keep={moving.notYet}
      onConfirm={onAccept}
    />
  )
}

type EvidenceProps = { readonly grounds: readonly Ground[]; readonly doubts: readonly Doubt[] }

/** For and against, in words: nothing by color alone. */
export function Evidence({ grounds, doubts }: EvidenceProps): ReactNode {
  const { moving } = useApp().words
  const said = (texts: readonly string[]): string => (texts.length > 0 ? texts.join(', ') : moving.nothing)
  return (
    <>
      <Text size={200}>{`${moving.same}: ${said(grounds.map(each => moving.grounds[each]))}`}</Text>
      <Text size={200}>{`${moving.against}: ${said(doubts.map(each => moving.doubts[each]))}`}</Text>
    </>
  )
}
