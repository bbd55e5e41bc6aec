/** The bot of one person, installed, blocked or removed. */
import { Button, Text } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import * as control from '../control/contract.ts'
import { call } from './api.ts'
import { useWork } from './use-work.ts'

type Props = { readonly person: control.SandboxPerson; readonly onChanged: () => void }

export function Installed({ person, onChanged }: Props): ReactNode {
  const { busy, problem, run } = useWork()
  const params = { personKey: person.key }
  const after = (work: () => Promise<unknown>): void => void run(work).then(onChanged)
  if (person.left) return null
  return (
    <>
      {problem && <Text role="alert">{problem}</Text>}
      {person.installed ? (
        <>
          <Button
            size="small"
            disabledFocusable={busy}
            onClick={() => after(() => call(control.setBlocked, { params, body: { blocked: !person.blocked } }))}
          >
            {person.blocked ? 'Unblock the bot' : 'Block the bot'}
          </Button>
          <Button
            size="small"
            disabledFocusable={busy}
            onClick={() => after(() => call(control.uninstallBot, { params }))}
          >
            Uninstall the bot
          </Button>
        </>
      ) : (
        <Button size="small" disabledFocusable={busy} onClick={() => after(() => call(control.installBot, { params }))}>
          Install the bot
        </Button>
      )}
    </>
  )
}
