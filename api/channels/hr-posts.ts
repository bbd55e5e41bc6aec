/** Reports on their way to HR's channels: each comes at the schedule's hour where its readers are. Posting twice is impossible. */
import { Temporal } from 'temporal-polyfill'
import { record } from '../audit/audit.ts'
import { getOrganization } from '../organizations/organizations.ts'
import type { Deps } from '../platform/deps.ts'
import { ProblemError } from '../platform/errors.ts'
import { deliver } from './deliveries.ts'
import { scheduleWithin } from './report-schedule.ts'
import * as store from './store-hr-channels.ts'

/** A report that HR asks for comes at once while the readers are at work. */
const READING_HOURS = 8

type Hours = { readonly time: string; readonly timezone: string }

/** Now, where it is between the hour and the end of the day; else the next morning at that hour, on a weekday. Pure. */
export function whenToPost(now: Date, { time, timezone }: Hours): Date {
  const local = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timezone)
  for (let days = 0; days < 7; days++) {
    const day = local.toPlainDate().add({ days })
    if (day.dayOfWeek > 5) continue
    const opens = day.toZonedDateTime({ timeZone: timezone, plainTime: Temporal.PlainTime.from(time) })
    if (now.getTime() <= opens.epochMilliseconds) return new Date(opens.epochMilliseconds)
    if (now.getTime() < opens.add({ hours: READING_HOURS }).epochMilliseconds) return now
  }
  return now
}

/** A report goes to every channel that HR confirmed. */
export async function announceReport(
  deps: Deps,
  { organizationId, reportId }: { readonly organizationId: string; readonly reportId: string }
): Promise<void> {
  const organization = await getOrganization(deps, organizationId)
  await deps.db.for(organizationId)(async trx => {
    const { time } = await scheduleWithin(trx, organization)
    const channels = (await store.listHrChannels(trx, organizationId)).filter(({ state }) => state === 'confirmed')
    for (const { id: channelId, timezone: own } of channels) {
      // Where HR chose no zone the report comes when it is made, which is the company's own hour.
      const dueAt = own ? whenToPost(deps.now(), { time, timezone: own }) : deps.now()
      await store.insertPost(trx, { organizationId, channelId, reportId, dueAt })
    }
  })
  await postDue(deps, organizationId)
}

export const postDue = (deps: Deps, organizationId: string): Promise<void> =>
  deps.db.for(organizationId)(async trx => {
    for (const { channelId, reportId } of await store.takeDuePosts(trx, organizationId, deps.now())) {
      const intent = { kind: 'report', reportId } as const
      await deliver(deps, trx, { organizationId, channelId, intent, key: `${reportId}:${channelId}` })
    }
  })

export const organizationsWithPosts = (deps: Deps): Promise<readonly string[]> =>
  deps.db.router(trx => store.organizationsWithPosts(trx, deps.now()))

type Again = { readonly organizationId: string; readonly personId: string; readonly channelId: string }

const HOUR_KEY = 'YYYY-MM-DDTHH'.length

/**
 * The newest report once more, where the last post did not arrive or nobody knows. Twice within an hour is once.
 * @returns false where no report was posted yet. @throws ProblemError `not_found` unless HR confirmed the channel.
 */
export const postAgain = (deps: Deps, { organizationId, personId, channelId }: Again): Promise<boolean> =>
  deps.db.for(organizationId)(async trx => {
    const channel = await store.findHrChannel(trx, { organizationId, channelId })
    if (channel?.state !== 'confirmed') throw gone()
    const reportId = await store.newestPosted(trx, organizationId)
    if (!reportId) return false
    const key = `${reportId}:${channelId}:${deps.now().toISOString().slice(0, HOUR_KEY)}`
    await deliver(deps, trx, { organizationId, channelId, intent: { kind: 'report', reportId }, key })
    await record(trx, deps, {
      organizationId,
      action: 'hr_channel.posted_again',
      actor: personId,
      detail: { channelId }
    })
    return true
  })

const gone = (): ProblemError =>
  new ProblemError('not_found', 'This channel is no longer known. Add the app to it again')

type Zone = {
  readonly organizationId: string
  readonly personId: string
  readonly channelId: string
  readonly timezone: string | undefined
}

/** @throws ProblemError `not_found`. */
export const setChannelZone = (deps: Deps, { organizationId, personId, channelId, timezone }: Zone): Promise<void> =>
  deps.db.for(organizationId)(async trx => {
    if (!(await store.findHrChannel(trx, { organizationId, channelId }))) throw gone()
    const change = { timezone: timezone ?? null, updated_at: deps.now() }
    await store.setHrChannel(trx, { organizationId, channelId }, change)
    const detail = { channelId, timezone: timezone ?? 'company' }
    await record(trx, deps, { organizationId, action: 'hr_channel.timezone', actor: personId, detail })
  })

type Language = Again & { readonly locale: 'en' | 'es' | undefined }

/** @throws ProblemError `not_found`. */
export const setChannelLocale = (
  deps: Deps,
  { organizationId, personId, channelId, locale }: Language
): Promise<void> =>
  deps.db.for(organizationId)(async trx => {
    if (!(await store.findHrChannel(trx, { organizationId, channelId }))) throw gone()
    const change = { locale: locale ?? null, updated_at: deps.now() }
    await store.setHrChannel(trx, { organizationId, channelId }, change)
    const detail = { channelId, locale: locale ?? 'company' }
    await record(trx, deps, { organizationId, action: 'hr_channel.locale', actor: personId, detail })
  })
