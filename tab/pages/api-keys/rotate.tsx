/** A new secret for a key, and for how long the one before works beside it. */
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
  Select,
  Text
} from '@fluentui/react-components'
import { useState, type ReactNode } from 'react'
import { KEY_DAYS, OVERLAP_HOURS, rotateApiKey, type ApiKeyView } from '../../../api/contract/api-keys.ts'
import { useApp } from '../../context.ts'
import { usePress } from '../../press.tsx'
import { Days } from './days.tsx'
import type { Shown } from './secret.tsx'
import { useStyles } from './styles.ts'

type Overlap = (typeof OVERLAP_HOURS)[number]
type Props = { readonly apiKey: ApiKeyView; readonly onMade: (shown: Shown) => void }

export function Rotate({ apiKey: { keyId, name }, onMade }: Props): ReactNode {
  const styles = useStyles()
  const { session, words } = useApp()
  const said = words.apiKeys
  const [open, setOpen] = useState(false)
  const [days, setDays] = useState<number>(KEY_DAYS.atFirst)
  const [overlapHours, setOverlap] = useState<Overlap>(24)
  const { busy, run, problem } = usePress(said.refused)
  const rotate = (): void =>
    run(async () => {
      const { secret } = await session.call(rotateApiKey, { params: { keyId }, body: { days, overlapHours } })
      setOpen(false)
      onMade({ name, secret })
    })
  return (
    <Dialog open={open} onOpenChange={(_event, { open: wanted }) => setOpen(wanted)}>
      <DialogTrigger disableButtonEnhancement>
        <Button size="small" aria-label={said.rotateOf(name)}>
          {said.rotate}
        </Button>
      </DialogTrigger>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{said.rotateTitle(name)}</DialogTitle>
          <DialogContent className={styles.column}>
            <Text>{said.rotateBody}</Text>
            <Field label={said.overlap} className={styles.field}>
              <Select
                value={String(overlapHours)}
                onChange={(_event, { value }) =>
                  setOverlap(OVERLAP_HOURS.find(hours => String(hours) === value) ?? overlapHours)
                }
              >
                {OVERLAP_HOURS.map(hours => (
                  <option key={hours} value={hours}>
                    {said.overlaps[hours]}
                  </option>
                ))}
              </Select>
            </Field>
            <Days days={days} onChange={setDays} />
            {problem}
          </DialogContent>
          <DialogActions>
            <DialogTrigger disableButtonEnhancement>
              <Button>{said.keep}</Button>
            </DialogTrigger>
            <Button appearance="primary" disabled={busy} onClick={rotate}>
              {said.rotateIt}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
