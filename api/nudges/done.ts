/** Who was to get a nudge, got one, answered it, acted on it; and which areas people chose to grow in. */
import { sql } from 'kysely'
import type { DoneQuery, StandingQuery } from '../platform/done.ts'

/** All of it at the time of the nudge itself, so that who answered is among those who were sent one in the same week. */
export const doneWithNudges: DoneQuery = ({ organizationId, from, to }) => sql`
  select n.person_id, deed.did, coalesce(n.sent_at, n.due_at) as at
    from nudges n cross join lateral (values
      ('nudge_planned', n.sent_at is not null or n.state in ('held', 'failed', 'unreachable', 'expired')),
      ('nudge_sent', n.sent_at is not null),
      ('nudge_answered', n.sent_at is not null and n.answered_at is not null and n.answer is not null),
      ('nudge_acted', n.sent_at is not null and n.answered_at is not null and n.answer = 'done')
    ) as deed (did, is_so)
    where n.organization_id = ${organizationId} and n.kind not in ('welcome', 'pulse') and n.updated_at >= ${from} and n.updated_at < ${to}
      and deed.is_so`

export const focusChosen: StandingQuery = organizationId => sql`
  select p.person_id, 'focus_' || area as did from nudge_preferences p cross join lateral unnest(p.focus) as area
    where p.organization_id = ${organizationId}`

/** Who takes part in the newest experiment; not in which arm. */
export const inExperiment: StandingQuery = organizationId => sql`
  select m.person_id, 'in_experiment' as did from nudge_experiment_people m
    where m.organization_id = ${organizationId} and m.choice = 'in' and m.experiment_id =
      (select id from nudge_experiments where organization_id = ${organizationId} order by started_at desc, id desc limit 1)`

/** What was said to the pulse, all at the moment of the month's first answer, so that who said yes is among those who answered. */
export const pulseDone: DoneQuery = ({ organizationId, from, to }) => sql`
  select p.person_id, deed.did, least(p.helped_at, p.changed_at) as at
    from pulse_answers p cross join lateral (values
      ('pulse_answered', p.helped is not null or p.changed is not null),
      ('pulse_helped', p.helped in ('yes', 'partly')),
      ('pulse_second', p.changed = 'yes')
    ) as deed (did, is_so)
    where p.organization_id = ${organizationId} and p.updated_at >= ${from} and p.updated_at < ${to} and deed.is_so`
