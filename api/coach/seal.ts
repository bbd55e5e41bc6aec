/** What people write, sealed with their own key; the context binds it to them, so a copied row does not open elsewhere. */
import { z } from 'zod'
import type { PlanView, Turn } from '../contract/coach.ts'
import type { Deps } from '../platform/deps.ts'
import type { MessageRow, PlanRow } from './store.ts'

export type Seal = { readonly text: (plain: string) => Buffer; readonly open: (sealed: Uint8Array) => string }

export function sealFor(
  deps: Pick<Deps, 'vault'>,
  key: Uint8Array,
  about: { readonly organizationId: string; readonly personId: string }
): Seal {
  const context = `${about.organizationId}/${about.personId}`
  return {
    text: plain => deps.vault.seal(key, context, plain),
    open: sealed => deps.vault.open(key, context, sealed)
  }
}

export const openTurn = (seal: Seal, row: MessageRow): Turn => ({
  messageId: row.id,
  from: row.author,
  text: seal.open(row.sealed),
  surface: row.surface,
  at: row.at.toISOString()
})

const planWords = z.object({ cue: z.string(), action: z.string() })

export const sealPlan = (seal: Seal, plan: z.output<typeof planWords>): Buffer =>
  seal.text(JSON.stringify({ cue: plan.cue, action: plan.action }))

export const openPlan = (seal: Seal, row: PlanRow): PlanView => ({
  planId: row.id,
  ...planWords.parse(JSON.parse(seal.open(row.sealed))),
  state: row.state,
  followUpAt: row.follow_up_at?.toISOString() ?? null,
  madeAt: row.made_at.toISOString()
})
