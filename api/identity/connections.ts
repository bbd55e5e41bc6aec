/** The state of a company's connections, as its admin sees it: moments and counts, and for each whether it is well. */
import { connectionNews, directoryMoments } from '../directory/directory.ts'
import { getOrganization, type ProviderOrganization } from '../organizations/organizations.ts'
import type { Deps } from '../platform/deps.ts'
import { VendorError } from '../platform/errors.ts'
import { DAY, SECOND, sleep } from '../platform/time.ts'
import type { Connection, Workos } from '../vendors/workos.ts'
import { directoryHealth, signInHealth } from './health.ts'
import { signInsSince } from './store.ts'

const WEEK = 7 * DAY
/** So long a page waits. */
const PATIENCE_MS = 4 * SECOND
/** Ends that are the connection's fault rather than the person's. */
const TELLING = new Set(['provider_refused', 'wrong_company', 'missing_claims', 'not_in_directory'])

export async function connectionsOf(deps: Deps, workos: Workos, organizationId: string) {
  const since = new Date(deps.realNow().getTime() - WEEK)
  const organization = await getOrganization(deps, organizationId)
  // Where CI itself signs people in there is nothing at WorkOS.
  const provided = organization.signIn === 'provider' ? organization : undefined
  const [moments, signIns, news, live] = await Promise.all([
    directoryMoments(deps, organizationId),
    deps.db.for(organizationId)(trx =>
      signInsSince(trx, { organizationId, since, ways: provided ? 'provider' : 'all' })
    ),
    connectionNews(deps, organizationId),
    provided && askWorkos(deps, workos, provided)
  ])
  const lastAt = signIns.find(({ outcome }) => outcome === 'signed_in')?.last
  const own = provided && connectionOf(provided, live?.connections ?? [])
  const ownId = provided?.connectionId ?? own?.connectionId
  const signInNews = news.find(({ connectionId, kind }) => (ownId ? connectionId === ownId : kind === 'sign_in'))
  const directoryNews = news
    .filter(({ kind }) => kind === 'directory')
    .toSorted((a, b) => b.at.getTime() - a.at.getTime())[0]
  // An event tells of the future, the certificate itself of today: the later end is the renewed one's.
  const ends = [own?.certificateExpiresAt, signInNews?.certificateExpiresAt].filter(end => end !== undefined)
  const certificateExpiresAt = ends.toSorted((a, b) => b.getTime() - a.getTime())[0]
  const count = (wanted: (outcome: string) => boolean): number =>
    signIns.reduce((sum, each) => sum + (wanted(each.outcome) ? each.count : 0), 0)
  const now = deps.now()
  return {
    live: live !== undefined || !provided,
    directory: {
      expected: provided?.joining === 'directory',
      lastEventAt: moments.lastEventAt?.toISOString() ?? null,
      lastComparedAt: moments.lastComparedAt?.toISOString() ?? null,
      news: directoryNews ? { event: directoryNews.event, at: directoryNews.at.toISOString() } : null,
      health: directoryHealth({
        ...moments,
        lastEvent: directoryNews?.event,
        connected: live && live.directories > 0,
        now
      })
    },
    signIn: {
      name: own?.name ?? null,
      type: own?.type ?? null,
      lastAt: lastAt ? new Date(lastAt).toISOString() : null,
      week: signIns.map(({ outcome, count: times }) => ({ outcome, count: times })),
      news: signInNews ? { event: signInNews.event, at: signInNews.at.toISOString() } : null,
      certificateExpiresAt: certificateExpiresAt?.toISOString() ?? null,
      health: !provided
        ? ({ light: 'green', reason: 'own' } as const)
        : signInHealth({
            state: live ? (own?.state ?? (ownId ? null : 'none')) : undefined,
            lastEvent: signInNews?.event,
            certificateExpiresAt,
            worked: count(outcome => outcome === 'signed_in'),
            failed: count(outcome => TELLING.has(outcome)),
            now
          })
    }
  }
}

/** The one that was agreed on; without one, what the company has connected by itself. */
const connectionOf = (
  { connectionId }: ProviderOrganization,
  connections: readonly Connection[]
): Connection | undefined =>
  connectionId
    ? connections.find(each => each.connectionId === connectionId)
    : (connections.find(({ state }) => state === 'active') ?? connections[0])

/** Undefined when WorkOS does not answer: the page then says what was heard last. */
async function askWorkos(deps: Deps, workos: Workos, { workosOrganizationId }: ProviderOrganization) {
  try {
    const asked = Promise.all([
      workos.listConnections(workosOrganizationId),
      workos.listDirectories(workosOrganizationId)
    ])
    asked.catch(() => undefined)
    const answered = await Promise.race([asked, sleep(PATIENCE_MS)])
    if (!answered) return undefined
    const [connections, directories] = answered
    return { connections, directories: directories.length }
  } catch (err) {
    if (!(err instanceof VendorError)) throw err
    deps.log.warn({ err }, 'connections cannot be asked')
    return undefined
  }
}
