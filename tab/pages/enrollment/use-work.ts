/** The work at hand, looked at again every other second while there is some. */
import { useEffect } from 'react'
import type { z } from 'zod'
import { getEnrollmentWork } from '../../../api/contract/enrollment-admin.ts'
import { useApp } from '../../context.ts'
import { useLoaded, type Loaded } from '../../load.tsx'

export type WorkView = z.output<typeof getEnrollmentWork.answer>

const LOOK_MS = 2000

const isBusy = ({ runs, waiting, site }: WorkView): boolean =>
  waiting.leavers + waiting.newcomers + waiting.rest > 0 ||
  Boolean(site?.problem) ||
  runs.some(({ state }) => state === 'running')

export function useWork(): Loaded<WorkView> {
  const { session } = useApp()
  const loaded = useLoaded(() => session.call(getEnrollmentWork))
  const { value, reload } = loaded
  const busy = value !== undefined && isBusy(value)
  useEffect(() => {
    if (!busy) return undefined
    const timer = setInterval(reload, LOOK_MS)
    return () => clearInterval(timer)
  }, [busy, reload])
  return loaded
}
