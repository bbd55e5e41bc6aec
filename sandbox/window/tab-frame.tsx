/** Plays the Teams client for the unmodified tab: same origin, the documented messages of teams-js. */
import { Button, Spinner, Text, makeStyles, tokens } from '@fluentui/react-components'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { z } from 'zod'
import type * as control from '../control/contract.ts'
import { answerTab } from './tab-host.ts'
import type { ThemeName } from './theme.ts'

const requestSchema = z.object({
  id: z.number().optional(),
  uuidAsString: z.string().optional(),
  func: z.string()
})

const PATIENCE_MS = 12_000

const useStyles = makeStyles({
  place: { position: 'relative', height: '100%' },
  frame: { border: 0, width: '100%', height: '100%', display: 'block' },
  note: {
    position: 'absolute',
    inset: 'auto 0 0 0',
    display: 'flex',
    gap: '12px',
    alignItems: 'center',
    flexWrap: 'wrap',
    padding: '8px 16px',
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`
  }
})

type Phase = 'opening' | 'late' | 'told'

type Props = {
  readonly url: string
  readonly person: control.SandboxPerson
  readonly theme: ThemeName
  /** Where the link that was followed leads. */
  readonly place: string
  /** Called with its frame when the tab tells Teams that it is ready, with nothing when it is closed. */
  readonly onTab: (frame: HTMLIFrameElement | undefined) => void
}

export function TabFrame({ url, person, theme, place, onTab }: Props): ReactNode {
  const styles = useStyles()
  const frame = useRef<HTMLIFrameElement>(null)
  const [attempt, setAttempt] = useState(0)
  const [phase, setPhase] = useState<Phase>('opening')
  useEffect(() => {
    const onMessage = async ({ source, origin, data }: MessageEvent): Promise<void> => {
      if (source !== frame.current?.contentWindow || origin !== window.location.origin) return
      const request = requestSchema.safeParse(data)
      if (!request.success) return
      const { id, uuidAsString, func } = request.data
      if (func === 'appInitialization.success' || func === 'appInitialization.failure') setPhase('told')
      if (func === 'appInitialization.success') onTab(frame.current ?? undefined)
      const args = await answerTab(func, { person, theme, place })
      if (args) frame.current?.contentWindow?.postMessage({ id, uuidAsString, args }, origin)
    }
    const listener = (event: MessageEvent): void => void onMessage(event)
    window.addEventListener('message', listener)
    return () => window.removeEventListener('message', listener)
  }, [person, theme, place, onTab])
  useEffect(() => {
    frame.current?.contentWindow?.postMessage({ func: 'themeChange', args: [theme] }, window.location.origin)
  }, [theme])
  useEffect(() => {
    setPhase('opening')
    const timer = setTimeout(() => setPhase(now => (now === 'opening' ? 'late' : now)), PATIENCE_MS)
    return () => {
      clearTimeout(timer)
      onTab(undefined)
    }
  }, [person.key, attempt, onTab])
  return (
    <div className={styles.place}>
      <iframe
        key={`${person.key} ${attempt}`}
        ref={frame}
        className={styles.frame}
        src={url}
        title={`ConsciousInsights tab of ${person.name}`}
      />
      {phase === 'opening' && (
        <output className={styles.note}>
          <Spinner size="tiny" labelPosition="after" label="The tab is opening …" />
        </output>
      )}
      {phase === 'late' && (
        <div className={styles.note} role="alert">
          <Text>The tab has not opened yet. Is a vendor broken on the right?</Text>
          <Button size="small" onClick={() => setAttempt(attempt + 1)}>
            Open it again
          </Button>
        </div>
      )}
    </div>
  )
}
