/** The work at hand, looked at again every other second while there is some. */
import type { z } from 'zod'
import { getEnrollmentWork } from '../../../api/contract/enrollment-admin.ts'
import { useApp } from '../../context.ts'
import { useLoaded, useLookAgain, type Loaded } from '../../load.tsx'

export type WorkView = z.output<typeof getEnrollmentWork.answer>

const LOOK_MS = 2000

const isBusy = ({ runs, waiting, site }: WorkView): boolean =>
  waiting.leavers + waiting.newcomers + waiting.rest > 0 ||
  Boolean(site?.problem) ||
  runs.some(({ state }) => state === 'running')

export function useWork(): Loaded<WorkView> {
  const { session } = useApp()
  const loaded = useLoaded(() => session.call(getEnrollmentWork))
  useLookAgain(loaded, loaded.value && isBusy(loaded.value) ? LOOK_MS : undefined)
  return loaded
}
