/** A button of the Coach page and what it opens over it. What is inside is asked for each time it opens. */
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DialogTrigger
} from '@fluentui/react-components'
import { useState, type ReactNode } from 'react'

type Props = {
  readonly label: string
  readonly title: string
  readonly close: string
  readonly children: (shut: () => void) => ReactNode
}

export function Sheet({ label, title, close, children }: Props): ReactNode {
  const [shown, setShown] = useState(false)
  return (
    <Dialog open={shown} onOpenChange={(_event, { open }) => setShown(open)}>
      <DialogTrigger disableButtonEnhancement>
        <Button size="small">{label}</Button>
      </DialogTrigger>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent>{shown && children(() => setShown(false))}</DialogContent>
          <DialogActions>
            <DialogTrigger disableButtonEnhancement>
              <Button>{close}</Button>
            </DialogTrigger>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
