/** Where the moving in stands, looked at again every other second while a comparison is under way. */
import { useEffect } from 'react'
import type { z } from 'zod'
import { getMoving } from '../../../api/contract/moving.ts'
import { useApp } from '../../context.ts'
import { useLoaded, type Loaded } from '../../load.tsx'

export type MovingView = z.output<typeof getMoving.answer>

const LOOK_MS = 2000

export function useMoving(): Loaded<MovingView> {
  const { session } = useApp()
  const loaded = useLoaded(() => session.call(getMoving))
  const { value, reload } = loaded
  const busy = value?.run?.state === 'running'
  useEffect(() => {
    if (!busy) return undefined
    const timer = setInterval(reload, LOOK_MS)
    return () => clearInterval(timer)
  }, [busy, reload])
  return loaded
}
