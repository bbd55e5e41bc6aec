/** Each way it can fail has its own words, a next step and a reference to copy. */
import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react'
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

/** Who can change it, where the page itself cannot. */
const HELPER: Readonly<Partial<Record<FailureKind, 'it' | 'hr'>>> = {
  unknown_tenant: 'it',
  unlinked: 'it',
  superseded: 'it',
  consent_required: 'it',
  cookies_blocked: 'it',
  failed: 'it',
  no_access: 'hr'
}

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
      {HELPER[kind] && (
        <Text>
          {words.helpers[HELPER[kind]]} {failure.reference && words.sendReference}
        </Text>
      )}
      {failure.reference && <Reference id={failure.reference} words={words} />}
    </div>
  )
}

/** What finds the log lines; whoever is asked for help wants it in writing. */
function Reference({ id, words }: { readonly id: string; readonly words: CoreWords }): ReactNode {
  const [copied, setCopied] = useState(false)
  const copy = (): void => {
    // Some hosts forbid it inside a frame; the text beside it can still be chosen.
    navigator.clipboard?.writeText(id).then(
      () => setCopied(true),
      () => undefined
    )
  }
  return (
    <div className="ci-row">
      <Text size={200} className="ci-reference">
        {words.reference(id)}
      </Text>
      <Button size="small" onClick={copy}>
        {words.copy}
      </Button>
      <output>{copied ? words.copied : ''}</output>
    </div>
  )
}
