import { MessageBar, MessageBarBody } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { useMaterialStyles } from './styles.ts'

/** Why a file was not taken, and what to do; nothing while all is well. */
export function Refused({ said }: { readonly said: string }): ReactNode {
  const styles = useMaterialStyles()
  return said ? (
    <MessageBar intent="error" layout="multiline" role="alert">
      <MessageBarBody className={styles.text}>{said}</MessageBarBody>
    </MessageBar>
  ) : null
}
