/** The dialog in which an admin decides: why, and to end courses also for how many. */
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DialogTrigger,
  Field,
  Input,
  Textarea,
  makeStyles
} from '@fluentui/react-components'
import { useState, type ReactNode } from 'react'
import { decideBrake, type BrakeView } from '../../api/contract/brake.ts'
import { CallError } from '../../api/contract/client.ts'
import { useApp } from '../context.ts'
import { usePress } from '../press.tsx'

const SHORTEST_WHY = 3

const useStyles = makeStyles({ form: { display: 'flex', flexDirection: 'column', gap: '12px' } })

type Props = {
  readonly brake: BrakeView
  readonly decision: 'ended' | 'kept'
  readonly onDecided: (decision: 'ended' | 'kept', people: number) => void
  /** Somebody else was faster, or more people have left. */
  readonly onStale: () => void
}

export function DecideBrake({ brake, decision, onDecided, onStale }: Props): ReactNode {
  const styles = useStyles()
  const { session, words } = useApp()
  const { busy, run, problem } = usePress()
  const [open, setOpen] = useState(false)
  const [why, setWhy] = useState('')
  const [number, setNumber] = useState('')
  const { brakeId, held } = brake
  const ends = decision === 'ended'
  const ready = why.trim().length >= SHORTEST_WHY && (!ends || number.trim() === String(held))
  const decide = (): void =>
    run(async () => {
      try {
        await session.call(decideBrake, { body: { brakeId, decision, people: held, why: why.trim() } })
        setOpen(false)
        onDecided(decision, held)
      } catch (error) {
        if (error instanceof CallError && error.status === 409) onStale()
        throw error
      }
    })
  return (
    <Dialog modalType="alert" open={open} onOpenChange={(_event, change) => setOpen(change.open)}>
      <DialogTrigger disableButtonEnhancement>
        <Button>{ends ? words.brake.end : words.brake.keep}</Button>
      </DialogTrigger>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{ends ? words.brake.endTitle(held) : words.brake.keepTitle}</DialogTitle>
          <DialogContent className={styles.form}>
            {ends ? words.brake.endBody : words.brake.keepBody}
            {ends && (
              <Field label={words.brake.number(held)} required>
                <Input inputMode="numeric" value={number} onChange={(_event, { value }) => setNumber(value)} />
              </Field>
            )}
            <Field label={words.brake.why} required>
              <Textarea maxLength={500} value={why} onChange={(_event, { value }) => setWhy(value)} />
            </Field>
            {problem}
          </DialogContent>
          <DialogActions fluid>
            <DialogTrigger disableButtonEnhancement>
              <Button>{words.brake.cancel}</Button>
            </DialogTrigger>
            <Button appearance="primary" disabled={busy || !ready} onClick={decide}>
              {ends ? words.brake.confirmEnd : words.brake.confirmKeep}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
