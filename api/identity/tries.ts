/** Refused tries with Teams tokens, by the account they claim to be and the address they come from: nobody can shut out another. */
import { decodeJwt } from 'jose'
import type { Deps } from '../platform/deps.ts'
import { createFailureLimit } from '../platform/limits.ts'

const PER_MINUTE = 120

export type Tries = ReturnType<typeof createTries>
type Try = { readonly token: string; readonly address: string }

export function createTries(deps: Pick<Deps, 'db'>) {
  const limit = createFailureLimit(deps, { name: 'teams', perMinute: PER_MINUTE })
  const keyOf = ({ token, address }: Try): string => `${claimedAccount(token)} ${address}`
  return {
    /** @returns 0, or the seconds to wait. */
    wait: (tried: Try) => limit.wait(keyOf(tried)),
    countRefused: (tried: Try) => limit.count(keyOf(tried))
  }
}

function claimedAccount(token: string): string {
  try {
    const { tid, oid } = decodeJwt(token)
    return `${String(tid)} ${String(oid)}`
  } catch {
    return 'nobody'
  }
}
