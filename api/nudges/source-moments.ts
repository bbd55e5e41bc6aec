/** Moments that matter: somebody's new colleague tomorrow, a new title, the end of a first month. All from the directory. */
import { newcomersOf, type Newcomer } from '../directory/directory.ts'
import { after, DAY, HOUR } from '../platform/time.ts'
import { localDay, startOfDay, wallMoment, workingDayBefore } from '../platform/working-time.ts'
import type { Candidate } from './candidate.ts'
import type { Listener } from './listeners.ts'
import type { Source } from './source.ts'

const TITLE_UNTIL = 21 * DAY
const MONTH_DAYS = 28
const MONTH_UNTIL = 42

export const moments: Source = {
  owns: 'moment:',
  gone: { kind: 'cancel', why: 'withdrawn' },
  propose: async ({ trx, organization: { organizationId }, listeners, now }) => {
    const managerIds = listeners.flatMap(({ colleague }) => (colleague.leads ? [colleague.personId] : []))
    // A day's room for zones that are ahead.
    const from = new Date(now.getTime() - DAY).toISOString().slice(0, 10)
    const newcomers = managerIds.length > 0 ? await newcomersOf(trx, { organizationId, managerIds, from }) : []
    const byManager = Map.groupBy(newcomers, ({ managerId }) => managerId)
    return new Map(
      listeners.map(listener => [
        listener.personId,
        [
          ...(byManager.get(listener.personId) ?? []).flatMap(newcomer => eveBefore(newcomer, listener)),
          ...newTitle(listener),
          ...firstMonth(listener)
        ].filter(({ until }) => until > now)
      ])
    )
  }
}

type Fleeting = Candidate & { readonly until: Date }

/** In the last hours of the manager's working day before. */
function eveBefore({ personId, firstName, startsOn }: Newcomer, { time, zone }: Listener): readonly Fleeting[] {
  const day = workingDayBefore(startsOn, time)
  if (!day) return []
  const closes = wallMoment(day, time.end, zone.timezone)
  const opens = wallMoment(day, time.start, zone.timezone)
  const evening = new Date(Math.max(opens.getTime(), closes.getTime() - 2 * HOUR))
  const data = [
    { name: 'newcomer', value: firstName },
    { name: 'starts', value: startsOn }
  ]
  const until = startOfDay(startsOn, zone.timezone)
  return [moment('new_hire_eve', { key: personId, from: evening, until, priority: 2, data })]
}

function newTitle({ colleague: { title, titleSince }, zone }: Listener): readonly Fleeting[] {
  if (!title || !titleSince) return []
  const day = localDay(titleSince, zone.timezone)
  const until = after(titleSince, TITLE_UNTIL)
  // A day later: the news should come from people first.
  const from = startOfDay(day, zone.timezone, 1)
  return [moment('new_title', { key: day, from, until, priority: 3, data: [{ name: 'title', value: title }] })]
}

function firstMonth({ colleague: { startedOn }, zone }: Listener): readonly Fleeting[] {
  if (!startedOn) return []
  const from = startOfDay(startedOn, zone.timezone, MONTH_DAYS)
  const until = startOfDay(startedOn, zone.timezone, MONTH_UNTIL)
  const data = [{ name: 'started', value: startedOn }]
  return [moment('first_month', { key: startedOn, from, until, priority: 3, data })]
}

type Own = Pick<Fleeting, 'from' | 'until' | 'priority'> & {
  readonly key: string
  readonly data: Candidate['reason']['data']
}

const moment = (which: 'new_hire_eve' | 'new_title' | 'first_month', { key, data, ...when }: Own): Fleeting => ({
  kind: 'moment',
  onceKey: `moment:${which}:${key}`,
  contentId: `moment/${which}`,
  contentVersion: 1,
  ...when,
  reason: { rule: `moment.${which}`, data }
})
