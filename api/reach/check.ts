/** Asks Microsoft whether everything is in place, before anybody meets what is not. */
import { reachSettingsOf } from '../channels/channels.ts'
import { z } from 'zod'
import { microsoftAccountsOf } from '../identity/identity.ts'
import type { ReachCheck, ReachSettings } from '../contract/reach.ts'
import { getOrganization } from '../organizations/organizations.ts'
import type { Deps } from '../platform/deps.ts'
import { VendorError } from '../platform/errors.ts'
import { createGraphApp, saidIn, TokenError, type Account, type GraphApp } from '../vendors/graph-app.ts'
import { feedEntry } from './feed.ts'
import { learnCatalogId } from './settings.ts'
import { saveCheck } from './store.ts'
import { pagesOfReachable } from './targets.ts'
import { wordsIn } from './words.ts'

type Asked = { readonly organizationId: string; readonly personId: string }
type Found = Pick<ReachCheck, 'token' | 'number' | 'feed' | 'install' | 'app'>

const NOTHING: Found = { token: 'ok', number: null, feed: 'unknown', install: 'unknown', app: 'unknown' }

/** One answer for each tenant of the company. */
export async function checkReach(deps: Deps, asked: Asked): Promise<readonly ReachCheck[]> {
  const { organizationId } = asked
  const { entraTenantIds } = await getOrganization(deps, organizationId)
  const settings = await reachSettingsOf(deps, organizationId)
  const graph = createGraphApp(deps, settings.level)
  if (!graph || settings.level === 0) return []
  const checks: ReachCheck[] = []
  for (const tenantId of entraTenantIds) {
    const found = await look(deps, graph, { ...asked, settings, tenantId })
    const check = { tenantId, checkedAt: deps.now().toISOString(), ...found }
    await deps.db.for(organizationId)(trx => saveCheck(trx, organizationId, check))
    checks.push(check)
  }
  return checks
}

type Look = Asked & { readonly settings: ReachSettings; readonly tenantId: string }

async function look(deps: Deps, graph: GraphApp, asked: Look): Promise<Found> {
  const { settings, tenantId } = asked
  try {
    await graph.token(tenantId)
    const feed = await tryFeed(deps, graph, asked)
    if (settings.level < 2) return { ...NOTHING, feed }
    return { ...NOTHING, feed, ...(await tryInstalled(deps, graph, asked)) }
  } catch (error) {
    if (error instanceof TokenError && error.number) return { ...NOTHING, token: 'refused', number: error.number }
    if (error instanceof TokenError || error instanceof VendorError) return { ...NOTHING, token: 'unreachable' }
    throw error
  }
}

const isMissing = (said: string): boolean => /missing (?:role|scope)? ?permissions/iu.test(said)

/** A test entry for the admin who asks: nothing else proves that the feed may be used. */
async function tryFeed(deps: Deps, graph: GraphApp, asked: Look): Promise<Found['feed']> {
  const account = await accountOf(deps, asked)
  if (!account) return 'unknown'
  const { locale } = await getOrganization(deps, asked.organizationId)
  const entry = feedEntry(deps.config, { text: wordsIn(locale).feed.test, chain: `check:${asked.personId}` })
  const reply = await graph.notify(account, entry)
  if (reply.status < 300) return 'ok'
  return reply.status === 403 && isMissing(saidIn(reply)) ? 'missing' : 'unknown'
}

async function accountOf(deps: Deps, { organizationId, personId, tenantId }: Look): Promise<Account | undefined> {
  const organization = await getOrganization(deps, organizationId)
  const accounts = await deps.db.for(organizationId)(trx =>
    microsoftAccountsOf(trx, organization, [{ personId, objectId: undefined }])
  )
  const account = accounts.get(personId)
  return account?.tid === tenantId ? account : undefined
}

const listSchema = z.looseObject({
  value: z.array(z.looseObject({ teamsApp: z.looseObject({ id: z.uuid() }).optional() }))
})
/** One who has the app is enough to learn what the catalogue calls it. */
const PEOPLE_ASKED = 3

/** Whoever has the app leads to its id in the catalogue, so that no permission to read catalogues is needed. */
async function tryInstalled(deps: Deps, graph: GraphApp, asked: Look): Promise<Pick<Found, 'install' | 'app'>> {
  const { organizationId, settings } = asked
  const known = settings.catalogId ? ('ok' as const) : ('unknown' as const)
  const manifestId = deps.config.TEAMS_APP_ID
  let install: Found['install'] = 'unknown'
  if (!manifestId) return { install, app: known }
  for (const account of await someAccounts(deps, asked)) {
    const reply = await graph.installed(account, manifestId)
    if (reply.status === 403 && isMissing(saidIn(reply))) return { install: 'missing', app: known }
    if (reply.status !== 200) continue
    install = 'ok'
    const id = listSchema.safeParse(reply.body).data?.value[0]?.teamsApp?.id
    if (!id) continue
    if (id !== settings.catalogId) await learnCatalogId(deps, organizationId, id)
    return { install, app: 'ok' }
  }
  return { install, app: known }
}

/** First those whom the bot reaches: they have it. */
async function someAccounts(deps: Deps, { organizationId, tenantId }: Look): Promise<readonly Account[]> {
  const having: Account[] = []
  const others: Account[] = []
  for await (const page of pagesOfReachable(deps, organizationId)) {
    for (const { account, chat } of page)
      if (account?.tid === tenantId) (chat === 'open' ? having : others).push(account)
    if (having.length >= PEOPLE_ASKED) break
  }
  return [...having, ...others].slice(0, PEOPLE_ASKED)
}
