/** A button that asks before it acts. */
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
import type { ReactNode } from 'react'

type Props = {
  readonly label: string
  /** Where the label alone would be the same for several. */
  readonly ariaLabel?: string | undefined
  readonly title: string
  readonly body: string
  /** Leaves everything as it is. */
  readonly keep: string
  /** The label, where not said. */
  readonly confirm?: string
  readonly size?: 'small' | 'medium'
  readonly disabled?: boolean
  readonly onConfirm: () => void
}

export function ConfirmButton({
  label,
  ariaLabel,
  title,
  body,
  keep,
  confirm = label,
  size = 'medium',
  disabled = false,
  onConfirm
}: Props): ReactNode {
  return (
    <Dialog modalType="alert">
      <DialogTrigger disableButtonEnhancement>
        <Button size={size} disabled={disabled} {...(ariaLabel ? { 'aria-label': ariaLabel } : {})}>
          {label}
        </Button>
      </DialogTrigger>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent>{body}</DialogContent>
          <DialogActions>
            <DialogTrigger disableButtonEnhancement>
              <Button>{keep}</Button>
            </DialogTrigger>
            <DialogTrigger disableButtonEnhancement>
              <Button appearance="primary" onClick={onConfirm}>
                {confirm}
              </Button>
            </DialogTrigger>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
