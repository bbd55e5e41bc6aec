/** Learners of the site, looked at again every few seconds while some are on their way. */
import type { z } from 'zod'
import { getSignUps } from '../../../api/contract/sign-ups.ts'
import { useApp } from '../../context.ts'
import { useLoaded, useLookAgain, type Loaded } from '../../load.tsx'

export type SignUpsView = z.output<typeof getSignUps.answer>

const LOOK_MS = 3000

const isBusy = ({ watch, counts }: SignUpsView): boolean =>
  watch !== null && (counts.waiting > 0 || watch.listedAt === null)

export function useSignUps(): Loaded<SignUpsView> {
  const { session } = useApp()
  const loaded = useLoaded(() => session.call(getSignUps))
  useLookAgain(loaded, loaded.value && isBusy(loaded.value) ? LOOK_MS : undefined)
  return loaded
}
