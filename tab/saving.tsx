/** Below a form with a draft: save it, what became of it, who saved last, and what to do when somebody else was faster. */
import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  Text,
  makeStyles,
  tokens
} from '@fluentui/react-components'
import { useState, type ReactNode } from 'react'
import { ConfirmButton } from './confirm.tsx'
import { formatMoment, useApp } from './context.ts'
import { usePress } from './press.tsx'
import type { Desk } from './use-desk.ts'

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', gap: '12px' },
  row: { display: 'flex', gap: '8px', flexWrap: 'wrap', alignItems: 'center' },
  text: { overflowWrap: 'anywhere', whiteSpace: 'normal' },
  quiet: { color: tokens.colorNeutralForeground2 }
})

type SavingWords = {
  readonly save: string
  readonly saved: string
  readonly unsaved: string
  readonly lastSaved: (who: string, when: string) => string
  readonly conflictTitle: string
  readonly conflictBody: string
  readonly loadTheirs: string
}

type Props<View, Draft> = {
  readonly desk: Desk<View, Draft>
  readonly said: SavingWords
  readonly last: { readonly by: string; readonly at: string }
  readonly mayBeSaved: boolean
  readonly look?: 'primary' | 'secondary'
  /** How to keep one's own draft when somebody else was faster. */
  readonly keep?: ReactNode
  /** Beside the button. */
  readonly children?: ReactNode
}

export function Saving<View, Draft>(props: Props<View, Draft>): ReactNode {
  const { desk, said, last, mayBeSaved, look = 'secondary', keep, children } = props
  const styles = useStyles()
  const app = useApp()
  const { busy, run, problem } = usePress()
  const [saved, setSaved] = useState(false)
  const save = (): void =>
    run(async () => {
      setSaved(false)
      setSaved(await desk.save())
    })
  const loadTheirs = (): void => {
    desk.change(undefined)
    desk.loaded.reload()
  }
  return (
    <div className={styles.column}>
      {desk.conflict && (
        <MessageBar intent="warning" layout="multiline" role="alert">
          <MessageBarBody className={styles.text}>
            <MessageBarTitle>{said.conflictTitle}</MessageBarTitle>
            {` ${said.conflictBody}`}
          </MessageBarBody>
          <MessageBarActions>
            {keep}
            <Button size="small" onClick={loadTheirs}>
              {said.loadTheirs}
            </Button>
          </MessageBarActions>
        </MessageBar>
      )}
      <div className={styles.row}>
        <Button appearance={look} disabled={busy || !mayBeSaved} onClick={save}>
          {said.save}
        </Button>
        {children}
        <output>{desk.draft ? said.unsaved : saved ? said.saved : ''}</output>
      </div>
      <Text size={200} className={styles.quiet}>
        {said.lastSaved(last.by, formatMoment(last.at, app))}
      </Text>
      {problem}
    </div>
  )
}

type BackWords = {
  readonly back: string
  readonly backAsk: string
  readonly backBody: string
  readonly backYes: string
  readonly stay: string
}

type BackProps = { readonly unsaved: boolean; readonly said: BackWords; readonly onBack: () => void }

/** Asks only when something would be lost. */
export const Back = ({ unsaved, said, onBack }: BackProps): ReactNode =>
  unsaved ? (
    <ConfirmButton
      label={said.back}
      title={said.backAsk}
      body={said.backBody}
      confirm={said.backYes}
      keep={said.stay}
      onConfirm={onBack}
    />
  ) : (
    <Button onClick={onBack}>{said.back}</Button>
  )
