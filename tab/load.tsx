/** Loads one endpoint for a page: loading, failed with a way on, or ready; `reload` keeps what is shown. */
import { Spinner } from '@fluentui/react-components'
import { useCallback, useEffect, useState, type ReactNode } from 'react'
import { useApp } from './context.ts'
import { Failure } from './failure.tsx'
import { failureOf, type SessionError } from './session.ts'

export type Loaded<T> = {
  readonly value: T | undefined
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
  if (loaded.value !== undefined) return children(loaded.value)
  if (loaded.failure) return <Failure failure={loaded.failure} words={words} onRetry={loaded.reload} />
  return <Spinner label={words.loading} />
}
