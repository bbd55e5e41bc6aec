/** Inside a learning system: the press that opens the sign-in window, and what to do where the browser does not let it open. */
import { Button, Spinner, Text, makeStyles } from '@fluentui/react-components'
import { useEffect, useState, type ReactNode } from 'react'
import { beginSignIn, finishSignIn, prepareSignIn, type Prepared } from './embed.ts'
import { Help } from './help.tsx'
import { failureOf, SessionError } from './session.ts'
import type { CoreWords } from './words.ts'

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', gap: '12px', alignItems: 'flex-start' }
})

type Phase = 'idle' | 'open' | 'blocked' | 'closed' | 'refused'

type Props = { readonly words: CoreWords; readonly onSignedIn: () => void }

export function EmbedSignIn({ words, onSignedIn }: Props): ReactNode {
  const styles = useStyles()
  const [prepared, setPrepared] = useState<Prepared>()
  const [phase, setPhase] = useState<Phase>('idle')
  const [trouble, setTrouble] = useState<SessionError>()
  // A code serves one window: each try has its own.
  useEffect(() => {
    if (phase !== 'open') void prepareSignIn().then(setPrepared)
  }, [phase])
  const end = (ended: 'blocked' | 'closed' | 'refused', why?: SessionError): void => {
    setTrouble(why ?? new SessionError('embed_signed_out'))
    setPhase(ended)
  }
  const start = (): void => {
    const begun = prepared && beginSignIn(prepared)
    if (!begun) return end('blocked')
    setTrouble(undefined)
    setPhase('open')
    finishSignIn(begun).then(
      ended => (ended === 'signed_in' ? onSignedIn() : end(ended)),
      (error: unknown) => end('refused', failureOf(error))
    )
  }
  const said = words.embed
  return (
    <div className={styles.column}>
      <Button appearance="primary" disabled={!prepared || phase === 'open'} onClick={start}>
        {words.signIn}
      </Button>
      {phase === 'open' && <Spinner size="tiny" labelPosition="after" label={said.open} />}
      {(phase === 'blocked' || phase === 'closed' || phase === 'refused') && <Text role="alert">{said[phase]}</Text>}
      {trouble && <Help failure={trouble} words={words} />}
    </div>
  )
}
