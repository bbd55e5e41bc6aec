/** Prepared aggregate snapshots for HR. Nothing leaves this slice that has not passed `gate.ts`. */
import type { ReportKind, ReportView } from '../contract/reports.ts'
import { reportDue } from '../channels/channels.ts'
import { raiseSmallestGroup, smallestGroupWithin } from '../gate/gate.ts'
import { getOrganization } from '../organizations/organizations.ts'
import type { Deps } from '../platform/deps.ts'
import { ProblemError } from '../platform/errors.ts'
import type { Trx } from '../platform/database.ts'
import { DAY } from '../platform/time.ts'
import { addUp, divide } from './counting.ts'
import { liftOf } from './lift.ts'
import { lastClosed, type Period } from './periods.ts'
import { forgetBefore } from './store-activity.ts'
import { countParts, groupNames, groupsOfWaiting, lockCounting, readCounting, setBits } from './store-counting.ts'
import * as store from './store.ts'
import { viewOf, type Frame } from './view.ts'
import { REPORT_LANGUAGES, reportLanguage, reportWords, type ReportLanguage } from './words.ts'

type Reading = { readonly organizationId: string; readonly locale?: string }
type Asked = Reading & { readonly kind: ReportKind }

/** Makes the report of the last closed week or month once; a second call answers with the first one's. */
export async function makeReport(deps: Deps, { organizationId, kind, locale }: Asked): Promise<ReportView> {
  const { timezone, locale: own } = await getOrganization(deps, organizationId)
  const period = lastClosed(kind, deps.now(), timezone)
  const asked = { organizationId, period, language: reportLanguage(locale ?? own) }
  const known = await deps.db.read(organizationId)(db => store.findReportOf(db, asked))
  if (known) return known
  const lifts = {
    en: await liftOf(deps, organizationId, reportWords('en')),
    es: await liftOf(deps, organizationId, reportWords('es'))
  }
  return deps.db.for(organizationId)(async trx => {
    await lockCounting(trx, organizationId)
    const made = await store.findReportOf(trx, asked)
    if (made) return made
    const frame = { reportId: deps.newId('report'), madeAt: deps.now().toISOString(), ...framed(period) }
    const { counted, smallestGroup } = await count(deps, trx, { organizationId, period, timezone })
    const write = async (language: ReportLanguage): Promise<ReportView> => {
      const earlier = await store.earlierReports(trx, { organizationId, period, language })
      const view = { ...frame, lift: lifts[language], smallestGroup }
      return viewOf({ ...counted, earlier }, view, reportWords(language))
    }
    const home = reportLanguage(own)
    const report = await write(home)
    const others: Partial<Record<ReportLanguage, ReportView>> = {}
    for (const language of REPORT_LANGUAGES) if (language !== home) others[language] = await write(language)
    await store.insertReport(trx, { organizationId, period }, { report, others })
    await deps.publish(trx, { type: 'report.made', organizationId, reportId: report.reportId })
    return others[asked.language] ?? report
  })
}

const framed = ({ kind, from, to }: Period): Pick<Frame, 'kind' | 'period'> => ({
  kind,
  period: { from: from.toISOString(), to: to.toISOString() }
})

type Counting = { readonly organizationId: string; readonly period: Period; readonly timezone: string }

async function count(deps: Deps, trx: Trx, { organizationId, period, timezone }: Counting) {
  const { kind } = period
  const upToDate = await addUp(deps, trx, { organizationId, timezone })
  const smallestGroup = await smallestGroupWithin(trx, organizationId)
  const { dimensions } = await divide(deps, trx, { organizationId, kind, counting: upToDate })
  await setBits(trx, { organizationId, kind, period: period.key })
  const [parts, names, waiting] = [
    await countParts(trx, { organizationId, kind }),
    await groupNames(trx, organizationId),
    await groupsOfWaiting(trx, organizationId)
  ]
  const week = lastClosed('weekly', deps.now(), timezone).key
  await forgetBefore(trx, { organizationId, week, month: lastClosed('monthly', deps.now(), timezone).key })
  const groups = names.flatMap(({ dimension, name }) => (name === null ? [] : [{ dimension, name }]))
  return { smallestGroup, counted: { parts, groups, dimensions, waiting: waiting.length } }
}

/** Counts each day what changed, and makes the reports whose moment has passed, if they are not made yet. */
export async function makeDueReport(deps: Deps, organizationId: string): Promise<void> {
  const { timezone } = await getOrganization(deps, organizationId)
  const { foldedTo } = await deps.db.for(organizationId)(trx => readCounting(trx, organizationId))
  if (foldedTo === null || deps.now().getTime() - foldedTo.getTime() >= DAY)
    await deps.db.for(organizationId)(trx => addUp(deps, trx, { organizationId, timezone }))
  const due = await reportDue(deps, organizationId)
  if (!due) return
  // The first one after a month's end brings that month's too.
  for (const kind of due.kind === 'monthly' ? (['monthly'] as const) : (['monthly', 'weekly'] as const))
    if (lastClosed(kind, deps.now(), timezone).to <= due.at) await makeReport(deps, { organizationId, kind })
}

/** @throws ProblemError `not_found` for an id of another company or of none. */
export async function loadReport(
  deps: Deps,
  { organizationId, reportId, locale }: Required<Reading> & { readonly reportId: string }
): Promise<ReportView> {
  const key = { organizationId, reportId, language: reportLanguage(locale) }
  const report = await deps.db.read(organizationId)(db => store.findReport(db, key))
  if (!report) throw new ProblemError('not_found', 'This report does not exist. Open the newest one instead')
  return report
}

export const latestReport = (
  deps: Deps,
  { organizationId, locale }: Required<Reading>
): Promise<ReportView | undefined> =>
  deps.db.read(organizationId)(db => store.findLatestReport(db, { organizationId, language: reportLanguage(locale) }))

export const listReports = (
  deps: Deps,
  { organizationId, locale }: Required<Reading>
): Promise<readonly store.Listed[]> =>
  deps.db.read(organizationId)(db => store.listReports(db, { organizationId, language: reportLanguage(locale) }))

export const smallestGroupOf = (deps: Deps, organizationId: string): Promise<number> =>
  deps.db.for(organizationId)(trx => smallestGroupWithin(trx, organizationId))

/** A report in the making keeps the number it began with. @throws ProblemError `conflict` below what it is. */
export async function raiseGate(deps: Deps, organizationId: string, smallest: number): Promise<number> {
  await deps.db.for(organizationId)(trx => raiseSmallestGroup(trx, organizationId, smallest))
  return smallest
}
