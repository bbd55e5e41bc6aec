/** Where the moving in stands, looked at again every other second while a comparison is under way or the site is away. */
import type { z } from 'zod'
import { getMoving } from '../../../api/contract/moving.ts'
import { useApp } from '../../context.ts'
import { useLoaded, useLookAgain, type Loaded } from '../../load.tsx'

export type MovingView = z.output<typeof getMoving.answer>

const LOOK_MS = 2000

export function useMoving(): Loaded<MovingView> {
  const { session } = useApp()
  const loaded = useLoaded(() => session.call(getMoving))
  const { run, site } = loaded.value ?? {}
  useLookAgain(loaded, run?.state === 'running' || site?.problem ? LOOK_MS : undefined)
  return loaded
}
