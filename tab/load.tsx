/** Loads one endpoint for a page: loading, failed with a way on, or ready; `reload` keeps what is shown. */
import { Button, MessageBar, MessageBarActions, MessageBarBody, Spinner } from '@fluentui/react-components'
import { useCallback, useEffect, useState, type ReactNode } from 'react'
import { useApp } from './context.ts'
import { Failure } from './failure.tsx'
import { failureOf, type SessionError } from './session.ts'
import type { Words } from './words.ts'

export type Loaded<T> = {
  readonly value: T | undefined
  /** Of the last try; what was loaded before is still there. */
  readonly failure: SessionError | undefined
  readonly reload: () => void
}

export function useLoaded<T>(load: () => Promise<T>): Loaded<T> {
  const [value, setValue] = useState<T>()
  const [failure, setFailure] = useState<SessionError>()
  const [round, setRound] = useState(0)
  useEffect(() => {
    let stale = false
    load().then(
      loaded => {
        if (stale) return
        setValue(loaded)
        setFailure(undefined)
      },
      (error: unknown) => !stale && setFailure(failureOf(error))
    )
    return () => {
      stale = true
    }
  }, [round])
  return { value, failure, reload: useCallback(() => setRound(before => before + 1), []) }
}

type Props<T> = { readonly loaded: Loaded<T>; readonly children: (value: T) => ReactNode }

export function Loading<T>({ loaded, children }: Props<T>): ReactNode {
  const { words } = useApp()
  const { value, failure, reload } = loaded
  if (value === undefined)
    return failure ? <Failure failure={failure} words={words} onRetry={reload} /> : <Waiting words={words} />
  return (
    <>
      {failure && <Outdated {...{ failure, words, reload }} />}
      {children(value)}
    </>
  )
}

type OutdatedProps = { readonly failure: SessionError; readonly words: Words; readonly reload: () => void }

/** What is shown may be old: it says so, and tries by itself when the network is back. */
function Outdated({ failure, words, reload }: OutdatedProps): ReactNode {
  useEffect(() => {
    window.addEventListener('online', reload)
    return () => window.removeEventListener('online', reload)
  }, [reload])
  return (
    <MessageBar intent="warning" role="alert">
      <MessageBarBody>{failure.kind === 'offline' ? words.failures.offline[0] : words.outdated}</MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={reload}>
          {words.retry}
        </Button>
      </MessageBarActions>
    </MessageBar>
  )
}

/** Nothing for as long as people do not notice. */
export function Waiting({ words }: { readonly words: Words }): ReactNode {
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 300)
    return () => clearTimeout(timer)
  }, [])
  return late ? <Spinner label={words.loading} style={{ paddingTop: '20vh' }} /> : null
}
