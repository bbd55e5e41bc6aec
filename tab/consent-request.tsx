/** Where Teams may not say who is there yet: the press that asks, and what to do when it came to nothing. */
import { useState, type ReactNode } from 'react'
import { prepareConsent, type ConsentEnd } from './consent.ts'
import { Button, Text } from './parts.tsx'
import type { CoreWords } from './words.ts'

type Phase = 'idle' | 'open' | Exclude<ConsentEnd, 'given'>
type Props = { readonly words: CoreWords; readonly onGiven: () => void }

function prepare(): ReturnType<typeof prepareConsent> {
  const prepared = prepareConsent()
  // The press hears of its failure.
  prepared.catch(() => undefined)
  return prepared
}

export function ConsentRequest({ words, onGiven }: Props): ReactNode {
  const [prepared, setPrepared] = useState(prepare)
  const [phase, setPhase] = useState<Phase>('idle')
  const start = (): void => {
    setPhase('open')
    prepared
      .then(ask => ask())
      .then(
        end => (end === 'given' ? onGiven() : setPhase(end)),
        () => {
          setPrepared(prepare())
          setPhase('failed')
        }
      )
  }
  const said = words.consent
  return (
    <>
      <Button appearance="primary" disabled={phase === 'open'} onClick={start}>
        {said.start}
      </Button>
      {phase === 'open' && <output>{words.embed.open}</output>}
      {phase !== 'open' && phase !== 'idle' && <Text role="alert">{said[phase]}</Text>}
    </>
  )
}
