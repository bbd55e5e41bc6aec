/** What hangs on the signing keys is built again when others are published. */
import type { Deps } from '../platform/deps.ts'
import { MINUTE } from '../platform/time.ts'
import { loadSigningKeys, rotateWhenDue, type SigningKey } from './keys.ts'

const LOOK_EVERY_MS = MINUTE

const readKeys = async (deps: Deps): Promise<readonly SigningKey[]> => {
  await rotateWhenDue(deps)
  return loadSigningKeys(deps)
}

/** Builds again when other keys are published, looking at most once a minute. While keys cannot be read, the last ones serve. */
export async function followKeys<T>(deps: Deps, make: (keys: readonly SigningKey[]) => T): Promise<() => Promise<T>> {
  const nameOf = (keys: readonly SigningKey[]): string => keys.map(({ kid }) => kid).join(' ')
  const first = await loadSigningKeys(deps)
  let held = { name: nameOf(first), made: make(first), at: deps.realNow().getTime() }
  return async () => {
    const at = deps.realNow().getTime()
    if (at - held.at < LOOK_EVERY_MS) return held.made
    held = { ...held, at }
    const keys = await readKeys(deps).catch((err: unknown) => deps.log.error({ err }, 'keys cannot be read'))
    if (keys && nameOf(keys) !== held.name) held = { name: nameOf(keys), made: make(keys), at }
    return held.made
  }
}
