/** The card itself, to its author: at once, outside every budget, marked as a test. */
import { agreementOf, deliver, referenceOf } from '../channels/channels.ts'
import { flawOf, type NudgeWords } from '../contract/nudge-content.ts'
import type { Deps } from '../platform/deps.ts'
import { ProblemError } from '../platform/errors.ts'
import type { Key } from './context.ts'
import { insertNudge } from './store.ts'
import { insertTest } from './store-tests.ts'

/** @throws ProblemError `conflict` saying what to do where the bot cannot reach the author, or what the words lack. */
export async function sendTest(deps: Deps, { words, ...key }: Key & { readonly words: NudgeWords }): Promise<string> {
  const { organizationId, personId } = key
  if (flawOf(words) === 'no_action') throw new ProblemError('bad_request', 'Write what to do first')
  if (!(await referenceOf(deps, organizationId, personId)))
    throw new ProblemError(
      'conflict',
      'The coach has no chat with you yet. Add ConsciousInsights in Teams, then send it again',
      {
        reason: 'no_chat'
      }
    )
  if ((await agreementOf(deps, organizationId, personId)) !== 'given')
    throw new ProblemError(
      'conflict',
      'You have not agreed to hear from the coach. Say yes on the page “Coach”, then send it again',
      {
        reason: 'no_agreement'
      }
    )
  const [nudgeId, testId, at] = [deps.newId('nudge'), deps.newId('test'), deps.now()]
  await deps.db.for(organizationId)(async trx => {
    await insertTest(trx, { organizationId, testId, personId, words, at })
    await insertNudge(trx, {
      organization_id: organizationId,
      id: nudgeId,
      person_id: personId,
      kind: 'test',
      once_key: `test:${testId}`,
      content_id: `test/${testId}`,
      content_version: 1,
      plan_id: null,
      state: 'queued',
      answer: null,
      because: null,
      expires_at: null,
      priority: 1,
      reason: { rule: 'test', data: [] },
      asked: false,
      exact: false,
      decision: null,
      why_not: null,
      due_at: at,
      sent_at: null,
      rung: null,
      answered_at: null,
      updated_at: at
    })
    await deliver(deps, trx, { organizationId, personId, intent: { kind: 'nudge', nudgeId }, key: nudgeId })
  })
  return nudgeId
}
