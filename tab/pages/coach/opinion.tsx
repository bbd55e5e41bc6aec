/** What the person thought of an answer: a button at once, and its choices when it is pressed. */
import { Suspense, useState, type ReactNode } from 'react'
import { Boundary } from '../../boundary.tsx'
import { useApp } from '../../context.ts'
import { afterwards } from '../../later.tsx'
import { Button } from '../../parts.tsx'
import type { OpinionProps } from './opinion-menu.tsx'

const OpinionMenu = afterwards(async () => (await import('./opinion-menu.tsx')).OpinionMenu)

export function Opinion(props: OpinionProps): ReactNode {
  const { words } = useApp()
  const [pressed, setPressed] = useState(false)
  const { turn, busy } = props
  const { marked, opinion } = words.coachPage
  const button = (
    <Button size="small" appearance="subtle" aria-haspopup="menu" disabled={busy} onClick={() => setPressed(true)}>
      {turn.mark ? marked[turn.mark] : opinion}
    </Button>
  )
  if (!pressed) return button
  return (
    <Boundary fallback={button}>
      <Suspense fallback={button}>
        <OpinionMenu {...props} />
      </Suspense>
    </Boundary>
  )
}
