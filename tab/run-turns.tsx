/** Pausing, resuming and ending of long work. */
import { Button, makeStyles } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { ConfirmButton } from './confirm.tsx'
import { usePress } from './press.tsx'

const useStyles = makeStyles({ row: { display: 'flex', gap: '8px', flexWrap: 'wrap' } })

type Turn = 'pause' | 'resume' | 'cancel'
type Props = {
  readonly words: Readonly<Record<Turn | 'cancelTitle' | 'cancelBody' | 'keep', string>>
  readonly paused: boolean
  readonly turn: (to: Turn) => Promise<void>
}

export function RunTurns({ words, paused, turn }: Props): ReactNode {
  const styles = useStyles()
  const press = usePress()
  const to = (wanted: Turn) => (): void => press.run(() => turn(wanted))
  return (
    <div className={styles.row}>
      <Button size="small" disabled={press.busy} onClick={to(paused ? 'resume' : 'pause')}>
        {paused ? words.resume : words.pause}
      </Button>
      <ConfirmButton
        size="small"
        disabled={press.busy}
        label={words.cancel}
        title={words.cancelTitle}
        body={words.cancelBody}
        keep={words.keep}
        onConfirm={to('cancel')}
      />
      {press.problem}
    </div>
  )
}
