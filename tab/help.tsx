/** Who can help where the page itself cannot, and the reference that they want in writing. */
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { openedIn } from './hosts/kind.ts'
import { Button, Text, TextArea } from './parts.tsx'
import type { SessionError } from './session.ts'
import type { CoreWords, FailureKind } from './words.ts'

const HELPER: Readonly<Record<FailureKind, keyof CoreWords['helpers']>> = {
  unknown_tenant: 'it',
  unlinked: 'it',
  superseded: 'it',
  consent_required: 'it',
  not_in_teams: 'it',
  signed_out: 'it',
  embed_signed_out: 'it',
  cookies_blocked: 'it',
  offline: 'it',
  failed: 'it',
  guest: 'own',
  no_access: 'hr'
}

/** No company that we know stands behind these, or it is not about the company. */
const OURS: readonly FailureKind[] = ['unknown_tenant', 'guest', 'not_in_teams', 'cookies_blocked', 'failed']

/** Whoever runs CI named it; it came with the page, so that it is there when nothing can be loaded. */
const supportContact = (): string | undefined =>
  document.querySelector<HTMLMetaElement>('meta[name="ci-support"]')?.content

type Props = { readonly failure: SessionError; readonly words: CoreWords }

export function Help({ failure, words }: Props): ReactNode {
  const support = OURS.includes(failure.kind) ? supportContact() : undefined
  return (
    <>
      <Text>
        {words.helpers[HELPER[failure.kind]]}{' '}
        {support && (
          <>
            {words.support} <SupportLink support={support} subject={`ConsciousInsights · ${failure.reference}`} />.{' '}
          </>
        )}
        {words.sendReference}
      </Text>
      <Reference failure={failure} words={words} />
    </>
  )
}

type LinkProps = { readonly support: string; readonly subject: string }

const SupportLink = ({ support, subject }: LinkProps): ReactNode => (
  <a
    className="ci-link"
    href={support.startsWith('https:') ? support : `mailto:${support}?subject=${encodeURIComponent(subject)}`}
    target="_blank"
    rel="noopener"
  >
    {support.replace('https://', '')}
  </a>
)

/** The title says which page; of the address only the path, because the rest may hold the code of a sign-in. */
const detailsOf = ({ reference, at, kind }: SessionError, { details }: CoreWords): string =>
  [
    `ConsciousInsights · ${reference}`,
    `${details.time}: ${at.toISOString()}`,
    `${details.page}: ${document.title} (${location.pathname})`,
    `${details.host}: ${openedIn()}`,
    `${details.code}: ${kind}`
  ].join('\n')

/** What finds the log lines, where a server has some; whoever is asked for help wants it in writing. */
function Reference({ failure, words }: Props): ReactNode {
  const [said, setSaid] = useState('')
  const [uncopied, setUncopied] = useState('')
  const shown = useRef<HTMLTextAreaElement>(null)
  // Chosen as soon as it is there.
  useEffect(() => shown.current?.focus(), [uncopied])
  const copy = (): void => {
    const details = detailsOf(failure, words)
    // A frame that may not copy has no clipboard at all in some browsers.
    const copying = navigator.clipboard?.writeText(details) ?? Promise.reject(new Error('no clipboard'))
    copying.then(
      () => setSaid(words.copied),
      () => {
        setSaid(words.notCopied)
        setUncopied(details)
      }
    )
  }
  return (
    <>
      <div className="ci-row">
        <Text size={200} className="ci-reference">
          {words.reference(failure.reference)}
        </Text>
        <Button size="small" onClick={copy}>
          {words.copy}
        </Button>
      </div>
      <output className="ci-text-200">{said}</output>
      {uncopied && (
        <TextArea
          ref={shown}
          className="ci-details"
          aria-label={words.details.title}
          readOnly
          rows={8}
          value={uncopied}
          onFocus={({ currentTarget }) => currentTarget.select()}
        />
      )}
    </>
  )
}
