/** A person's own nudges and their one-tap answers. */
import type { NudgeReceipt, NudgeView } from '../contract/nudges.ts'
import { getPerson } from '../directory/directory.ts'
import { getOrganization, type Organization } from '../organizations/organizations.ts'
import type { Trx } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { ProblemError } from '../platform/errors.ts'
import { decideAnswer, type Answer } from './answer.ts'
import type { Key } from './context.ts'
import { groundOf } from './decide.ts'
import { followUpExpires } from './eligible.ts'
import { loadListeners, type Listener } from './listeners.ts'
import type { Budget } from './plan.ts'
import { newRow } from './planning.ts'
import { budgetOf, preferencesOf, refuseLongPause, saveBudget } from './preferences.ts'
import { toReceipt } from './record.ts'
import * as store from './store.ts'
import { wordsFor } from './contents.ts'
import { toView } from './view.ts'

type Pressed = Key & Answer & { readonly nudgeId: string }

/**
 * Answering twice decides once. @returns the nudge, or the one that comes again when the person asked for that.
 * @throws ProblemError `not_found` when the nudge is not this person's, `bad_request` for a pause of more than a year.
 */
export async function answerNudge(deps: Deps, input: Pressed): Promise<NudgeView> {
  const organization = await getOrganization(deps, input.organizationId)
  if (input.until) refuseLongPause(input.until, deps.now())
  const row = await deps.db.for(input.organizationId)(async trx => {
    const locked = await own(trx, input)
    if (locked.state === 'cancelled' && locked.why_not === 'withdrawn') throw gone()
    if (locked.plan_id && (input.answer === 'done' || input.answer === 'not_relevant'))
      throw new ProblemError('bad_request', 'This asks about a plan: say at the plan how it went', {
        reason: 'plan_asked'
      })
    if (locked.state === 'answered') return (await store.findByOnceKey(trx, input, againKey(locked))) ?? locked
    const [listener] = await loadListeners(deps, trx, organization, { ids: [input.personId] })
    return listener ? settle(deps, trx, { input, locked, listener }) : locked
  })
  return presentOne(deps, input, row)
}

const againKey = ({ once_key }: store.NudgeRow): string => `again:${once_key}`

type Settling = { readonly input: Pressed; readonly locked: store.NudgeRow; readonly listener: Listener }

async function settle(deps: Deps, trx: Trx, { input, locked, listener }: Settling): Promise<store.NudgeRow> {
  const now = deps.now()
  const { organizationId, personId, nudgeId, answer } = input
  const key = { organizationId, personId }
  const budget = await budgetOf(trx, key)
  // What an author presses on their own test changes nothing of theirs.
  const decision =
    locked.kind === 'test' ? { againAt: undefined, budget } : decideAnswer(input, budget, { now, time: listener.time })
  const change = { state: 'answered' as const, answer, answered_at: now, updated_at: now }
  await store.updateNudge(trx, { organizationId, nudgeId }, change)
  await saveBudget(trx, key, decision.budget, now)
  await deps.publish(trx, { type: 'nudge.answered', ...key, nudgeId, answer })
  if (!decision.againAt) return { ...locked, ...change }
  const again = {
    ...newRow(deps, key, { kind: locked.kind, once_key: againKey(locked), due_at: decision.againAt }),
    content_id: locked.content_id,
    content_version: locked.content_version,
    plan_id: locked.plan_id,
    reason: locked.reason,
    because: locked.because,
    asked: true,
    expires_at: followUpExpires(decision.againAt),
    decision: { ...groundOf(listener, now), considered: [] }
  }
  await store.insertNudge(trx, again)
  return again
}

async function own(trx: Trx, input: Key & { readonly nudgeId: string }): Promise<store.NudgeRow> {
  const row = await store.lockNudge(trx, input)
  if (row?.person_id !== input.personId) throw gone()
  return row
}

/** @throws ProblemError `not_found`. */
export async function loadNudge(deps: Deps, input: Key & { readonly nudgeId: string }): Promise<NudgeView> {
  const row = await deps.db.for(input.organizationId)(trx => store.lockNudge(trx, input))
  if (row?.person_id !== input.personId) throw gone()
  return presentOne(deps, input, row)
}

const gone = (): ProblemError =>
  new ProblemError('not_found', 'This nudge is not yours or no longer exists', { reason: 'nudge_gone' })

type Asked = {
  readonly organization: Organization
  readonly ids: readonly string[]
  readonly localeOf: (personId: string) => string
}

/** A nudge as its card tells it; without a receipt where nothing was recorded when it was planned. */
export type Told = { readonly personId: string; readonly nudge: NudgeView; readonly receipt: NudgeReceipt | undefined }

/** Those of these ids that exist, each in its person's language. */
export async function nudgesWithin(
  trx: Trx,
  { organization, ids, localeOf }: Asked
): Promise<ReadonlyMap<string, Told>> {
  const rows = await store.listByIds(trx, organization.organizationId, ids)
  const find = await wordsFor(trx, organization, rows)
  return new Map(
    rows.map(row => {
      const nudge = toView(row, { locale: localeOf(row.person_id), find })
      const receipt = row.decision ? toReceipt(row, nudge, row.decision) : undefined
      return [row.id, { personId: row.person_id, nudge, receipt }]
    })
  )
}

export async function nudgesOf(
  deps: Deps,
  key: Key
): Promise<{ readonly nudges: readonly NudgeView[]; readonly budget: Budget }> {
  const { rows, budget } = await deps.db.for(key.organizationId)(async trx => ({
    rows: await store.listNudges(trx, key),
    budget: await budgetOf(trx, key)
  }))
  return { nudges: await present(deps, key, rows), budget }
}

async function present(deps: Deps, key: Key, rows: readonly store.NudgeRow[]): Promise<readonly NudgeView[]> {
  const { organizationId, personId } = key
  const organization = await getOrganization(deps, organizationId)
  const { language } = await preferencesOf(deps, { organizationId, personId })
  const person = await getPerson(deps, organizationId, personId)
  // A company may have written in a language that the product does not speak.
  const locale = language.source === 'directory' ? (person?.locale ?? language.locale) : language.locale
  const find = await deps.db.for(organizationId)(trx => wordsFor(trx, organization, rows))
  return rows.map(row => toView(row, { locale, find }))
}

export async function presentOne(deps: Deps, key: Key, row: store.NudgeRow): Promise<NudgeView> {
  const [view] = await present(deps, key, [row])
  if (!view) throw new Error('a nudge has no view')
  return view
}
