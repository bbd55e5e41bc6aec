/** Each way it can fail has its own words, a next step and a reference to copy. */
import { lazy, Suspense, useEffect, type ReactNode } from 'react'
import { Help } from './help.tsx'
import { inFluent } from './later.tsx'
import { Button, LinkButton, Text, Title } from './parts.tsx'
import type { SessionError } from './session.ts'
import type { CoreWords, FailureKind } from './words.ts'

/** Of Teams accounts only: a browser loads nothing of Teams. */
const Connect = lazy(async () => ({ default: await inFluent(async () => (await import('./connect.tsx')).Connect) }))

const EmbedSignIn = lazy(async () => ({
  default: await inFluent(async () => (await import('./embed-sign-in.tsx')).EmbedSignIn)
}))

const ConsentRequest = lazy(async () => ({ default: (await import('./consent-request.tsx')).ConsentRequest }))

/** A full load of the page, which sends the browser to sign in. */
const SIGN_IN = '/tab/'

/** Where a sign-out ends. */
const SIGNED_OUT = '/tab/signed-out'

/** Nothing failed: whoever has not signed in yet stands here, or has just signed out. */
const isDoor = (kind: FailureKind): boolean =>
  kind === 'embed_signed_out' || (kind === 'signed_out' && location.pathname === SIGNED_OUT)

type Props = { readonly failure: SessionError; readonly words: CoreWords; readonly onRetry: () => void }

export function Failure({ failure, words, onRetry }: Props): ReactNode {
  const [title, body] = words.failures[failure.kind]
  const waiting = failure.kind === 'offline'
  useEffect(() => {
    if (!waiting) return undefined
    window.addEventListener('online', onRetry)
    return () => window.removeEventListener('online', onRetry)
  }, [waiting, onRetry])
  useEffect(() => {
    let left = false
    failure.until?.then(
      () => left || onRetry(),
      () => undefined
    )
    return () => {
      left = true
    }
  }, [failure, onRetry])
  const { kind } = failure
  // Each of these has a step of its own.
  const stepless = kind !== 'unlinked' && kind !== 'signed_out' && kind !== 'embed_signed_out'
  return (
    <div className="ci-failure">
      <div role="alert">
        <Title as="h1">{title}</Title>
        <Text block>{body}</Text>
      </div>
      {kind === 'signed_out' && <LinkButton href={SIGN_IN}>{words.signIn}</LinkButton>}
      <Suspense>
        {kind === 'unlinked' && <Connect words={words} onConnected={onRetry} />}
        {kind === 'consent_required' && <ConsentRequest words={words} onGiven={onRetry} />}
        {kind === 'embed_signed_out' && <EmbedSignIn words={words} onSignedIn={onRetry} />}
      </Suspense>
      {stepless && (
        <Button {...(kind === 'consent_required' ? {} : { appearance: 'primary' })} onClick={onRetry}>
          {words.retry}
        </Button>
      )}
      {!isDoor(kind) && <Help failure={failure} words={words} />}
    </div>
  )
}
