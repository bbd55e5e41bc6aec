/** Whether a connection is well, why not, in one code each that the page has words and a remedy for. Pure. */
import type { CONNECTION_REASONS } from '../contract/admin.ts'
import { DAY } from '../platform/time.ts'

export type Reason = (typeof CONNECTION_REASONS)[number]
export type Light = 'green' | 'amber' | 'red'
export type Health = { readonly light: Light; readonly reason: Reason }

const CERTIFICATE_WARNING = 30 * DAY
/** The lists are compared each night; one night may fail. */
const COMPARED_WITHIN = 2 * DAY
const FEW = 3

export type SignInFacts = {
  /** As WorkOS has it now; undefined when it cannot be asked, null when it does not know the connection. */
  readonly state: string | null | undefined
  readonly lastEvent: string | undefined
  readonly certificateExpiresAt: Date | undefined
  readonly worked: number
  /** Refusals that point at the connection, not at the person. */
  readonly failed: number
  readonly now: Date
}

/** The worst first: what keeps everybody out, then what will, then what is odd. */
export function signInHealth(facts: SignInFacts): Health {
  const { state, lastEvent, certificateExpiresAt, worked, failed, now } = facts
  const left = certificateExpiresAt ? certificateExpiresAt.getTime() - now.getTime() : Number.POSITIVE_INFINITY
  if (state === null || lastEvent === 'connection.deleted') return { light: 'red', reason: 'gone' }
  if (state === 'none') return { light: 'amber', reason: 'never_connected' }
  if (state === 'inactive' || (state === undefined && lastEvent === 'connection.deactivated'))
    return { light: 'red', reason: 'off' }
  if (left <= 0) return { light: 'red', reason: 'certificate_expired' }
  if (failed >= FEW && worked === 0) return { light: 'red', reason: 'all_failing' }
  if (state !== undefined && state !== 'active') return { light: 'amber', reason: 'unfinished' }
  if (left <= CERTIFICATE_WARNING) return { light: 'amber', reason: 'certificate_expiring' }
  if (failed >= FEW && failed > worked) return { light: 'amber', reason: 'many_failing' }
  return { light: 'green', reason: worked === 0 ? 'unused' : 'well' }
}

export type DirectoryFacts = {
  readonly lastEvent: string | undefined
  /** Whether WorkOS lists a connected directory; undefined when it cannot be asked. */
  readonly connected: boolean | undefined
  readonly lastEventAt: Date | undefined
  readonly lastComparedAt: Date | undefined
  readonly now: Date
}

export function directoryHealth(facts: DirectoryFacts): Health {
  const { lastEvent, connected, lastEventAt, lastComparedAt, now } = facts
  if (connected === false && lastEventAt === undefined) return { light: 'amber', reason: 'never_connected' }
  if (lastEvent === 'dsync.deleted') return { light: 'red', reason: 'gone' }
  if (connected === false || (connected === undefined && lastEvent === 'dsync.deactivated'))
    return { light: 'red', reason: 'off' }
  if (lastEventAt === undefined) return { light: 'amber', reason: 'never_heard' }
  if (lastComparedAt === undefined || now.getTime() - lastComparedAt.getTime() > COMPARED_WITHIN)
    return { light: 'amber', reason: 'not_compared' }
  return { light: 'green', reason: 'well' }
}
