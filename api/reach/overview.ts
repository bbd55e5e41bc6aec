/** What an admin sees of being reachable: numbers through the gate, never a name. */
import { openRungs, reachSettingsWithin } from '../channels/channels.ts'
import type { CompanyReach, GAPS, WAYS } from '../contract/reach.ts'
import { rungSchema } from '../contract/nudges.ts'
import { REGISTER } from '../contract/register.ts'
import { tell } from '../gate/gate.ts'
import { peopleByRung } from '../nudges/nudges.ts'
import { getOrganization } from '../organizations/organizations.ts'
import type { Deps } from '../platform/deps.ts'
import { after, DAY } from '../platform/time.ts'
import { checkSchemaOf } from './check-view.ts'
import { newestRun } from './installs.ts'
import { digestOf } from './mail-standing.ts'
import { listChecks } from './store.ts'
import { countAlike, type Alike } from './store-alike.ts'

const PERIOD = REGISTER.windows.reach * DAY

type Way = (typeof WAYS)[number]
type Gap = (typeof GAPS)[number]

export async function reachOf(deps: Deps, organizationId: string): Promise<CompanyReach> {
  const organization = await getOrganization(deps, organizationId)
  const inCompany = deps.db.for(organizationId)
  const [{ settings, checks }, alike, came, run] = await Promise.all([
    inCompany(async trx => ({
      settings: await reachSettingsWithin(trx, organizationId),
      checks: await listChecks(trx, organizationId)
    })),
    inCompany(trx => countAlike(trx, organization)),
    peopleByRung(deps, organizationId, after(deps.now(), -PERIOD)),
    newestRun(deps, organizationId)
  ])
  const graph = deps.config.TAB_CLIENT_SECRET !== undefined
  const mail = deps.config.MAIL_URL !== undefined
  const open = openRungs(deps.config, settings)
  const { people, ways, gaps } = countWays(alike, { open, welcomeByMail: settings.welcomeByMail })
  // Each rung of its own: somebody may have got it more than one way.
  const among = (got: number) => ({ got, others: Math.max(0, people - got) })
  const rungs = { chat: among(came.chat), feed: among(came.feed), mail: among(came.mail) }
  const told = await inCompany(trx =>
    tell(trx, { organizationId, about: 'reach', wholes: { all: { people }, ways, gaps, ...rungs }, at: deps.now() })
  )
  const by = { chat: told.chat.got, feed: told.feed.got, mail: told.mail.got }
  return {
    settings,
    available: { graph, mail },
    clientId: deps.config.TAB_CLIENT_ID,
    tenantIds: [...organization.entraTenantIds],
    people: told.all.people,
    ways: keysOf(ways).map(way => ({ way, count: told.ways[way] })),
    gaps: keysOf(gaps).map(gap => ({ gap, count: told.gaps[gap] })),
    cameBy: rungSchema.options.map(rung => ({ rung, count: by[rung] })),
    checks: checks.map(({ answer }) => checkSchemaOf(answer)),
    run
  }
}

type Counting = { readonly open: Open['open']; readonly welcomeByMail: boolean }

/** Before the gate: everybody once among the ways, and who has no chat once among the gaps. Pure. */
export function countWays(alike: readonly Alike[], { open, welcomeByMail }: Counting) {
  const ways: Record<Way, number> = { chat: 0, feed: 0, mail: 0, nobody: 0, no: 0 }
  const gaps: Record<Gap, number> = { not_linked: 0, not_installed: 0, policy: 0, no_teams: 0 }
  let people = 0
  for (const some of alike) {
    people += some.people
    ways[wayOf(some, { open, mayHear: welcomeByMail || some.agreed })] += some.people
    if (some.chat === 'none') gaps[gapOf(some)] += some.people
  }
  return { people, ways, gaps }
}

const keysOf = <Key extends string>(record: Readonly<Record<Key, number>>): Key[] => Object.keys(record) as Key[]

type Open = {
  readonly open: { readonly feed: boolean; readonly mail: boolean }
  /** Below the chat nothing comes to who has not agreed, unless the company lets the question come. */
  readonly mayHear: boolean
}

/** The feed shows only where the app is, which without a chat is the exception: mail says more. */
function wayOf({ chat, account, mailable, refused_address, email }: Alike, { open, mayHear }: Open): Way {
  if (chat === 'open') return 'chat'
  if (chat === 'no') return 'no'
  if (!mayHear) return 'nobody'
  const refused = refused_address !== null && refused_address === digestOf(email ?? '')
  if (open.mail && mailable && !refused) return 'mail'
  return open.feed && account ? 'feed' : 'nobody'
}

function gapOf({ account, install }: Alike): Gap {
  if (!account) return 'not_linked'
  if (install === 'policy') return 'policy'
  return install === 'no_teams' || install === 'guest' || install === 'gone' ? 'no_teams' : 'not_installed'
}
