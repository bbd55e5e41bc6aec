/** Two questions a month. One tap each, in the chat or in the tab; skipping and "do not ask again" are answers too. */
import type { PulseAnswer, PulseQuestion, PulseView } from '../contract/pulse.ts'
import { getPersonWithin } from '../directory/directory.ts'
import { agreementOf } from '../channels/channels.ts'
import { getOrganization, type Organization } from '../organizations/organizations.ts'
import type { Trx } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { ProblemError } from '../platform/errors.ts'
import { after, DAY } from '../platform/time.ts'
import { zoneOf } from './chosen.ts'
import type { Key } from './context.ts'
import { monthAsked, monthOf } from './source-pulse.ts'
import * as store from './store-pulse.ts'
import { findPreferences, savePreferences } from './store-preferences.ts'
import { closePulses, lockNudge } from './store.ts'

type Change = {
  readonly helped?: PulseAnswer | null | undefined
  readonly changed?: PulseAnswer | null | undefined
  readonly asked?: boolean | undefined
}

const named = ({ helped, changed }: Change): Partial<store.PulseRow> => ({
  ...(helped === undefined ? {} : { helped }),
  ...(changed === undefined ? {} : { changed })
})

/** Null before a yes to the coach. */
export async function pulseOf(deps: Deps, key: Key): Promise<PulseView | null> {
  if ((await agreementOf(deps, key.organizationId, key.personId)) !== 'given') return null
  const organization = await getOrganization(deps, key.organizationId)
  return deps.db.for(key.organizationId)(async trx => told(trx, key, await monthNow(deps, trx, key, organization)))
}

/** @throws ProblemError `forbidden` before a yes to the coach. */
export async function changePulse(deps: Deps, key: Key, change: Change): Promise<PulseView> {
  if ((await agreementOf(deps, key.organizationId, key.personId)) !== 'given')
    throw new ProblemError('forbidden', 'This can be answered after you said yes to the coach', {
      reason: 'not_agreed'
    })
  const organization = await getOrganization(deps, key.organizationId)
  const { asked } = change
  const answers = named(change)
  return deps.db.for(key.organizationId)(async trx => {
    const month = await monthNow(deps, trx, key, organization)
    if (asked !== undefined) await savePreferences(trx, key, { pulse_off: !asked, at: deps.now() })
    const isAnswered = Object.keys(answers).length > 0
    if (isAnswered) await store.savePulse(trx, { ...key, month }, answers, deps.now())
    if (isAnswered || asked === false) await settle(deps, trx, key, { month, answer: isAnswered ? 'done' : 'dropped' })
    await deps.publish(trx, { type: 'preferences.changed', ...key })
    return told(trx, key, month)
  })
}

type PulsePress = { readonly question: PulseQuestion; readonly answer: PulseAnswer } | 'skip' | 'never'

/** A month can be answered so long after its message. */
const OPEN_DAYS = 31

/**
 * On the card. @returns what was said to that month's questions so far.
 * @throws ProblemError `not_found` when the message is not this person's, or its month is over.
 */
export async function pressPulse(
  deps: Deps,
  { nudgeId, press, ...key }: Key & { readonly nudgeId: string; readonly press: PulsePress }
): Promise<store.PulseRow> {
  return deps.db.for(key.organizationId)(async trx => {
    const row = await lockNudge(trx, { organizationId: key.organizationId, nudgeId })
    const month = row?.person_id === key.personId ? monthAsked(row) : undefined
    if (!row || !month || after(row.sent_at ?? row.due_at, OPEN_DAYS * DAY) < deps.now())
      throw new ProblemError('not_found', 'This month’s questions are over', { reason: 'nudge_gone' })
    if (press === 'never') await savePreferences(trx, key, { pulse_off: true, at: deps.now() })
    else if (press !== 'skip')
      await store.savePulse(trx, { ...key, month }, { [press.question]: press.answer }, deps.now())
    await settle(deps, trx, key, { month, answer: typeof press === 'string' ? 'dropped' : 'done' })
    return (await store.findPulse(trx, { ...key, month })) ?? { helped: null, changed: null }
  })
}

type Settled = { readonly month: string; readonly answer: 'done' | 'dropped' }

/** That anything was said to it is an answer to the message: silence is counted by it, here no longer. */
async function settle(deps: Deps, trx: Trx, key: Key, { month, answer }: Settled): Promise<void> {
  const closed = await closePulses(trx, { ...key, month, answer, at: deps.now() })
  await deps.publish(trx, ...closed.map(nudgeId => ({ type: 'nudge.answered' as const, ...key, nudgeId, answer })))
}

async function told(trx: Trx, key: Key, month: string): Promise<PulseView> {
  const row = await store.findPulse(trx, { ...key, month })
  const { pulse_off } = await findPreferences(trx, key)
  return { month, helped: row?.helped ?? null, changed: row?.changed ?? null, asked: !pulse_off }
}

async function monthNow(deps: Deps, trx: Trx, key: Key, organization: Organization): Promise<string> {
  const person = await getPersonWithin(trx, key.organizationId, key.personId)
  const zone = zoneOf(await findPreferences(trx, key), { timezone: person?.timezone }, organization)
  return monthOf(deps.now(), zone.timezone)
}
