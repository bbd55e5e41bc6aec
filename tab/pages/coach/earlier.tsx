/** The way back to what was said before what is shown. Whoever goes it stands above where they were. */
import { useEffect, useState, type ReactNode } from 'react'
import { useApp } from '../../context.ts'
import { Button } from '../../parts.tsx'
import { usePress } from '../../press.tsx'

type Props = {
  /** How many turns there are to see. */
  readonly shown: number
  readonly more: boolean
  /** @returns which turn stands just above the oldest one until now. */
  readonly load: () => Promise<string | undefined>
}

export function Earlier({ shown, more, load }: Props): ReactNode {
  const { words } = useApp()
  const { busy, run, problem } = usePress()
  const [newest, setNewest] = useState<string>()
  const page = words.coachPage
  useEffect(() => {
    const turn = newest && document.getElementById(newest)
    if (!turn) return
    turn.focus({ preventScroll: true })
    turn.scrollIntoView({ block: 'start' })
  }, [newest])
  return (
    <>
      {more && (
        <div className="ci-earlier">
          <Button size="small" disabled={busy} onClick={() => run(async () => setNewest(await load()))}>
            {page.earlier}
          </Button>
        </div>
      )}
      {problem}
      <output className="ci-spoken">{newest && page.shownNow(shown)}</output>
    </>
  )
}
