/** Asks each part of the product how what it leans on is doing. */
import { forwardingOf } from '../audit/audit.ts'
import { chatsOfCompany } from '../channels/channels.ts'
import { coachEngineOf } from '../coach/coach.ts'
import type { ConnectedHealth } from '../contract/console-health.ts'
import { siteStanding } from '../enrollment/enrollment.ts'
import { keyStandings } from '../keys/keys.ts'
import { tenantsOf } from '../organizations/organizations.ts'
import type { Deps } from '../platform/deps.ts'
import { after, DAY, SECOND, sleep } from '../platform/time.ts'
import { reachChecksOf } from '../reach/reach.ts'
import type { Mailer } from '../vendors/mail.ts'
import { engineHealth, forwardingHealth, keysHealth, mailHealth, siteHealth, teamsHealth } from './health.ts'

/** So long a page waits for the mail server's greeting. */
const PATIENCE_MS = 3 * SECOND
/** A key that expired is news for so long. */
const KEY_NEWS_MS = 14 * DAY

export async function connectedOf(
  deps: Deps,
  mailer: Mailer,
  organizationId: string
): Promise<readonly ConnectedHealth[]> {
  const [tenants, site, chats, checks, engine, forwarding, keys, mail] = await Promise.all([
    tenantsOf(deps, organizationId),
    siteStanding(deps, organizationId),
    chatsOfCompany(deps, organizationId),
    reachChecksOf(deps, organizationId),
    coachEngineOf(deps, organizationId),
    forwardingOf(deps, organizationId),
    keyStandings(deps, organizationId),
    mailState(deps, mailer)
  ])
  const tokens = checks.map(({ token }) => token)
  const unproved = tenants.filter(({ ground }) => ground !== 'microsoft').length
  const engineAt = engine.kind === 'model' ? (engine.check?.at ?? null) : null
  return [
    { what: 'learning_site', ...siteHealth(site), lastAt: site?.lastAt?.toISOString() ?? null },
    {
      what: 'teams',
      ...teamsHealth({ tenants: tenants.length, unproved, open: chats.open, tokens }),
      lastAt: chats.lastAt?.toISOString() ?? null
    },
    { what: 'mail', ...mailHealth(mail), lastAt: mail === 'answers' ? deps.now().toISOString() : null },
    { what: 'coach_engine', ...engineHealth(engine), lastAt: engineAt },
    { what: 'audit_forwarding', ...forwardingHealth(forwarding), lastAt: forwarding.lastSentAt },
    { what: 'api_keys', ...keysHealth(keys, after(deps.realNow(), -KEY_NEWS_MS)), lastAt: null }
  ]
}

async function mailState({ config }: Deps, mailer: Mailer): Promise<'missing' | 'unreachable' | 'answers'> {
  if (!config.MAIL_URL) return 'missing'
  const asked = mailer.check().then(
    () => 'answers' as const,
    () => 'unreachable' as const
  )
  return Promise.race([asked, sleep(PATIENCE_MS).then(() => 'unreachable' as const)])
}
