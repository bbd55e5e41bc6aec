/** What the systems themselves say about a step of the tour, as it is now. */
import { Text } from '@fluentui/react-components'
import { useEffect, useState, type ReactNode } from 'react'
import type { Cast, Step } from './step.ts'
import { sayProblem } from './use-work.ts'

const READ_EVERY_MS = 1500

type Props = { readonly read: NonNullable<Step['proof']>; readonly cast: Cast }

export function Proof({ read, cast }: Props): ReactNode {
  const [said, setSaid] = useState('')
  useEffect(() => {
    let stale = false
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = async (): Promise<void> => {
      const now = await read(cast).catch(sayProblem)
      if (stale) return
      setSaid(now)
      timer = setTimeout(() => void look(), READ_EVERY_MS)
    }
    void look()
    return () => {
      stale = true
      clearTimeout(timer)
    }
    // The cast of a step does not change while it is looked at.
  }, [read])
  return (
    <output aria-label="Proof" style={{ overflowWrap: 'anywhere' }}>
      {said && (
        <Text>
          <strong>Proof:</strong> {said}
        </Text>
      )}
    </output>
  )
}
