/** The state of a company's connections, as its admin sees it: moments and counts. */
import { directoryMoments } from '../directory/directory.ts'
import type { Deps } from '../platform/deps.ts'
import { DAY } from '../platform/time.ts'
import { signInsSince } from './store.ts'

const WEEK = 7 * DAY

export async function connectionsOf(deps: Deps, organizationId: string) {
  const since = new Date(deps.realNow().getTime() - WEEK)
  const [directory, signIns] = await Promise.all([
    directoryMoments(deps, organizationId),
    deps.db.for(organizationId)(trx => signInsSince(trx, organizationId, since))
  ])
  const lastAt = signIns.find(({ outcome }) => outcome === 'signed_in')?.last
  return {
    directory: {
      lastEventAt: directory.lastEventAt?.toISOString() ?? null,
      lastComparedAt: directory.lastComparedAt?.toISOString() ?? null
    },
    signIn: {
      lastAt: lastAt ? new Date(lastAt).toISOString() : null,
      week: signIns.map(({ outcome, count }) => ({ outcome, count }))
    }
  }
}
