/** Each way it can fail has its own words, a next step and a reference to copy. */
import { Button, Text, Title3, makeStyles, tokens } from '@fluentui/react-components'
import { lazy, Suspense, useEffect, type ReactNode } from 'react'
import type { SessionError } from './session.ts'
import type { Words } from './words.ts'

const useStyles = makeStyles({
  box: {
    display: 'flex',
    flexDirection: 'column',
    gap: '12px',
    alignItems: 'flex-start',
    maxWidth: '520px',
    margin: '0 auto',
    padding: '15vh 24px 24px'
  },
  small: { color: tokens.colorNeutralForeground2, userSelect: 'all' }
})

/** Of Teams accounts only: a browser loads nothing of Teams. */
const Connect = lazy(async () => ({ default: (await import('./connect.tsx')).Connect }))

/** A full load of the page, which sends the browser to sign in. */
const SIGN_IN = '/tab/'

type Props = { readonly failure: SessionError; readonly words: Words; readonly onRetry: () => void }

export function Failure({ failure, words, onRetry }: Props): ReactNode {
  const styles = useStyles()
  const [title, body] = words.failures[failure.kind]
  const waiting = failure.kind === 'offline'
  useEffect(() => {
    if (!waiting) return undefined
    window.addEventListener('online', onRetry)
    return () => window.removeEventListener('online', onRetry)
  }, [waiting, onRetry])
  const unlinked = failure.kind === 'unlinked'
  return (
    <div className={styles.box}>
      <div role="alert">
        <Title3 as="h1" block>
          {title}
        </Title3>
        <Text block>{body}</Text>
      </div>
      {failure.kind === 'signed_out' && (
        <Button appearance="primary" as="a" href={SIGN_IN}>
          {words.signIn}
        </Button>
      )}
      {unlinked && (
        <Suspense>
          <Connect words={words} onConnected={onRetry} />
        </Suspense>
      )}
      {!unlinked && failure.kind !== 'signed_out' && (
        <Button appearance="primary" onClick={onRetry}>
          {words.retry}
        </Button>
      )}
      {failure.reference && (
        <Text size={200} className={styles.small}>
          {words.reference(failure.reference)}
        </Text>
      )}
    </div>
  )
}
