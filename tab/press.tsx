/** A pressed button that asks the server: busy while it does, and its failure is said where it was pressed. */
import { MessageBar, MessageBarBody } from '@fluentui/react-components'
import { useState, type ReactNode } from 'react'
import { CallError } from '../api/contract/client.ts'
import { useApp } from './context.ts'
import { failureOf } from './session.ts'

export type Press = {
  readonly busy: boolean
  readonly run: (work: () => Promise<unknown>) => void
  /** Shown beside the buttons; nothing while all is well. */
  readonly problem: ReactNode
}

export function usePress(): Press {
  const { words } = useApp()
  const [busy, setBusy] = useState(false)
  const [said, setSaid] = useState('')
  const run = (work: () => Promise<unknown>): void => {
    setBusy(true)
    setSaid('')
    work()
      .catch((error: unknown) => {
        const refused = error instanceof CallError && error.status < 500
        setSaid(
          refused ? error.problem.message : words.notDone[failureOf(error).kind === 'offline' ? 'offline' : 'failed']
        )
      })
      .finally(() => setBusy(false))
  }
  const problem = said ? (
    <MessageBar intent="error" role="alert">
      <MessageBarBody>{said}</MessageBarBody>
    </MessageBar>
  ) : null
  return { busy, run, problem }
}
