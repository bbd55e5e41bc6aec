/** Questions about a plan that is closed: they fall away, or count as answered wherever the person said how it went. */
import type { GivenAnswer } from '../contract/nudges.ts'
import type { Trx } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import type { Key } from './context.ts'
import * as store from './store.ts'

export type Closed = Key & { readonly planId: string; readonly outcome?: 'kept' | 'missed' | 'dropped' | undefined }

const ANSWER = { kept: 'done', missed: 'not_yet', dropped: 'dropped' } as const satisfies Record<string, GivenAnswer>

export async function closeFollowUps(deps: Deps, trx: Trx, { outcome, ...plan }: Closed): Promise<void> {
  const answer = outcome ? ANSWER[outcome] : null
  const { organizationId, personId } = plan
  const answered = await store.closeQuestions(trx, { ...plan, answer, at: deps.now() })
  if (answer)
    await deps.publish(
      trx,
      ...answered.map(nudgeId => ({ type: 'nudge.answered' as const, organizationId, personId, nudgeId, answer }))
    )
}
