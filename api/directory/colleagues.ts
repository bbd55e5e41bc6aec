/** People as the work knows them: where, since when, under whom. For what happens to many at once. */
import type { Trx } from '../platform/database.ts'
import * as store from './store-colleagues.ts'

export type Colleague = {
  readonly personId: string
  readonly firstName: string
  readonly title: string | undefined
  readonly department: string | undefined
  /** As the directory writes it. */
  readonly country: string | undefined
  readonly region: string | undefined
  readonly timezone: string | undefined
  readonly locale: string | undefined
  /** Active and in the access group. */
  readonly mayHear: boolean
  readonly hasManager: boolean
  readonly managerZone: string | undefined
  /** Somebody active has them as manager. */
  readonly leads: boolean
  readonly joinedAt: Date
  /** When their title became another. */
  readonly titleSince: Date | undefined
  /** `YYYY-MM-DD`: when they began in the company, where the directory says so. */
  readonly startedOn: string | undefined
  /** First joined first. */
  readonly cohorts: readonly string[]
}

/** By id, a page at a time, in one statement. */
export const pageOfColleagues = async (trx: Trx, asked: store.ColleaguesAsked): Promise<readonly Colleague[]> =>
  (await store.pageOfColleagues(trx, asked)).map(row => ({
    personId: row.id,
    firstName: row.first_name ?? '',
    title: row.title ?? undefined,
    department: row.department ?? undefined,
    country: row.country ?? undefined,
    region: row.region ?? undefined,
    timezone: row.timezone ?? undefined,
    locale: row.locale ?? undefined,
    mayHear: row.may_hear,
    hasManager: row.manager_id !== null,
    managerZone: row.manager_zone ?? undefined,
    leads: row.has_reports,
    joinedAt: row.created_at,
    titleSince: row.title_since ?? undefined,
    startedOn: dayIn(row.started_on),
    cohorts: row.cohorts
  }))

/** How many active people have them as manager. */
export const teamSizeOf = (trx: Trx, organizationId: string, personId: string): Promise<number> =>
  store.countReports(trx, organizationId, personId)

export type Newcomer = {
  readonly personId: string
  readonly firstName: string
  readonly managerId: string
  readonly startsOn: string
}

/** Active people under one of these managers who begin, or began, on this day or later. */
export const newcomersOf = async (
  trx: Trx,
  asked: { readonly organizationId: string; readonly managerIds: readonly string[]; readonly from: string }
): Promise<readonly Newcomer[]> =>
  (await store.newcomersOf(trx, asked)).flatMap(row => {
    const startsOn = dayIn(row.started_on)
    return startsOn ? [{ personId: row.id, firstName: row.first_name ?? '', managerId: row.manager_id, startsOn }] : []
  })

const DAY_FIRST = /^\d{4}-\d{2}-\d{2}/u

function dayIn(text: string | null): string | undefined {
  const day = DAY_FIRST.exec(text ?? '')?.[0]
  return day && !Number.isNaN(Date.parse(day)) ? day : undefined
}
