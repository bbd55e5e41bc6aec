/** What a page shows when only an older state of it could be had. */
import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components'
import { useEffect, type ReactNode } from 'react'
import type { CoreWords } from './words.ts'

type OutdatedProps = { readonly said: string; readonly words: CoreWords; readonly reload: () => void }

/** What is shown may be old: it says so, and tries by itself when the network is back. */
export function Outdated({ said, words, reload }: OutdatedProps): ReactNode {
  useEffect(() => {
    window.addEventListener('online', reload)
    return () => window.removeEventListener('online', reload)
  }, [reload])
  return (
    <MessageBar intent="warning" role="alert">
      <MessageBarBody>{said}</MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={reload}>
          {words.retry}
        </Button>
      </MessageBarActions>
    </MessageBar>
  )
}
