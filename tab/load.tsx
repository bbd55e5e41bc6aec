/** Loads one endpoint for a page: loading, failed with a way on, or ready; `reload` keeps what is shown. */
import { lazy, Suspense, useCallback, useEffect, useRef, useState, type ReactNode } from 'react'
import { Boundary } from './boundary.tsx'
import { useApp } from './context.ts'
import { Failure } from './failure.tsx'
import { inFluent } from './later.tsx'
import { failureOf, type SessionError } from './session.ts'
import type { CoreWords } from './words.ts'

/** Seldom needed, and then no moment too late. */
const Outdated = lazy(async () => ({ default: await inFluent(async () => (await import('./outdated.tsx')).Outdated) }))

export type Loaded<T> = {
  readonly value: T | undefined
  /** Of the last try; what was loaded before is still there. */
  readonly failure: SessionError | undefined
  readonly reload: () => void
  /** Newer than what is still on its way. */
  readonly put: (value: T) => void
}

export function useLoaded<T>(load: () => Promise<T>): Loaded<T> {
  const [value, setValue] = useState<T>()
  const [failure, setFailure] = useState<SessionError>()
  const [round, setRound] = useState(0)
  const newest = useRef(0)
  const put = useCallback((next: T): void => {
    newest.current += 1
    setValue(next)
    setFailure(undefined)
  }, [])
  useEffect(() => {
    newest.current += 1
    const own = newest.current
    const isNewest = (): boolean => own === newest.current
    load().then(
      loaded => isNewest() && put(loaded),
      (error: unknown) => isNewest() && setFailure(failureOf(error))
    )
    return () => {
      newest.current += 1
    }
  }, [round])
  return { value, failure, reload: useCallback(() => setRound(before => before + 1), []), put }
}

/** Looks again so long after each answer, however late that was: a look that overtook the one before would never see any. */
export function useLookAgain({ value, failure, reload }: Omit<Loaded<unknown>, 'put'>, ms: number | undefined): void {
  useEffect(() => {
    if (ms === undefined) return undefined
    const timer = setTimeout(reload, ms)
    return () => clearTimeout(timer)
  }, [value, failure, reload, ms])
}

type Props<T> = { readonly loaded: Loaded<T>; readonly children: (value: T) => ReactNode }

export function Loading<T>({ loaded, children }: Props<T>): ReactNode {
  const { words } = useApp()
  const { value, failure, reload } = loaded
  if (value === undefined)
    return failure ? <Failure failure={failure} words={words} onRetry={reload} /> : <Waiting words={words} />
  const said = failure?.kind === 'offline' ? `${words.failures.offline[0]}. ${words.outdated}` : words.outdated
  return (
    <>
      {failure && (
        <Boundary fallback={<p role="alert">{said}</p>}>
          <Suspense>
            <Outdated {...{ said, words, reload }} />
          </Suspense>
        </Boundary>
      )}
      {children(value)}
    </>
  )
}

/** Nothing for as long as people do not notice. */
export function Waiting({ words }: { readonly words: CoreWords }): ReactNode {
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 300)
    return () => clearTimeout(timer)
  }, [])
  return late ? <div className="ci-busy">{words.loading}</div> : null
}
