/** How far a company lets us go to reach its people. Its own admin decides; until then nothing of Graph. */
import type { Level, ReachSettings } from '../contract/reach.ts'
import type { Trx } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'

type ReachTables = {
  reach_settings: {
    organization_id: string
    level: Level
    mail: boolean
    welcome_by_mail: boolean
    catalog_id: string | null
    changed_by: string
    changed_at: Date
  }
}

/** Mail only ever reaches who agreed to be coached, unless the company also lets us ask by mail. */
const AT_FIRST: ReachSettings = { level: 0, mail: true, welcomeByMail: false, catalogId: '' }

export async function reachSettingsWithin(trx: Trx, organizationId: string): Promise<ReachSettings> {
  const row = await trx
    .withTables<ReachTables>()
    .selectFrom('reach_settings')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .executeTakeFirst()
  if (!row) return AT_FIRST
  return { level: row.level, mail: row.mail, welcomeByMail: row.welcome_by_mail, catalogId: row.catalog_id ?? '' }
}

export const reachSettingsOf = (deps: Pick<Deps, 'db'>, organizationId: string): Promise<ReachSettings> =>
  deps.db.for(organizationId)(trx => reachSettingsWithin(trx, organizationId))

type Kept = {
  readonly organizationId: string
  readonly settings: ReachSettings
  readonly by: string
  readonly at: Date
}

export async function keepReachSettings(trx: Trx, { organizationId, settings, by, at }: Kept): Promise<void> {
  const row = {
    level: settings.level,
    mail: settings.mail,
    welcome_by_mail: settings.welcomeByMail,
    catalog_id: settings.catalogId || null,
    changed_by: by,
    changed_at: at
  }
  await trx
    .withTables<ReachTables>()
    .insertInto('reach_settings')
    .values({ organization_id: organizationId, ...row })
    .onConflict(conflict => conflict.column('organization_id').doUpdateSet(row))
    .execute()
}

/** Which ways below the chat are open in this company at all. Pure. */
export const openRungs = (config: Deps['config'], { level, mail }: ReachSettings) => ({
  feed: level > 0 && config.TAB_CLIENT_SECRET !== undefined,
  mail: mail && config.MAIL_URL !== undefined
})
