/** Asks each part of the product how what it leans on is doing. */
import { forwardingOf } from '../audit/audit.ts'
import { chatsOfCompany } from '../channels/channels.ts'
import { coachEngineOf } from '../coach/coach.ts'
import type { ConnectedHealth } from '../contract/console-health.ts'
import { siteStanding } from '../enrollment/enrollment.ts'
import { getOrganization } from '../organizations/organizations.ts'
import type { Deps } from '../platform/deps.ts'
import { SECOND, sleep } from '../platform/time.ts'
import { reachChecksOf } from '../reach/reach.ts'
import type { Mailer } from '../vendors/mail.ts'
import { engineHealth, forwardingHealth, mailHealth, siteHealth, teamsHealth } from './health.ts'

/** So long a page waits for the mail server's greeting. */
const PATIENCE_MS = 3 * SECOND

export async function connectedOf(
  deps: Deps,
  mailer: Mailer,
  organizationId: string
): Promise<readonly ConnectedHealth[]> {
  const [{ entraTenantIds }, site, chats, checks, engine, forwarding, mail] = await Promise.all([
    getOrganization(deps, organizationId),
    siteStanding(deps, organizationId),
    chatsOfCompany(deps, organizationId),
    reachChecksOf(deps, organizationId),
    coachEngineOf(deps, organizationId),
    forwardingOf(deps, organizationId),
    mailState(deps, mailer)
  ])
  const tokens = checks.map(({ token }) => token)
  const engineAt = engine.kind === 'model' ? (engine.check?.at ?? null) : null
  return [
    { what: 'learning_site', ...siteHealth(site), lastAt: site?.lastAt?.toISOString() ?? null },
    {
      what: 'teams',
      ...teamsHealth({ tenants: entraTenantIds.length, open: chats.open, tokens }),
      lastAt: chats.lastAt?.toISOString() ?? null
    },
    { what: 'mail', ...mailHealth(mail), lastAt: mail === 'answers' ? deps.realNow().toISOString() : null },
    { what: 'coach_engine', ...engineHealth(engine), lastAt: engineAt },
    { what: 'audit_forwarding', ...forwardingHealth(forwarding), lastAt: forwarding.lastSentAt }
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
