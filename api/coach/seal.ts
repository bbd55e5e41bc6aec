/** What people write, sealed with their own key; the context binds it to them, so a copied row does not open elsewhere. */
import { z } from 'zod'
import { citationSchema, markSchema, type Citation, type PlanView, type Turn } from '../contract/coach.ts'
import type { Deps } from '../platform/deps.ts'
import type { MessageRow } from './store-messages.ts'
import type { PlanRow } from './store.ts'

export type Seal = { readonly text: (plain: string) => Buffer; readonly open: (sealed: Uint8Array) => string }

export function sealFor(
  deps: Pick<Deps, 'vault'>,
  key: Uint8Array,
  about: { readonly organizationId: string; readonly personId: string }
): Seal {
  const context = `${about.organizationId}/${about.personId}`
  const unlocked = deps.vault.unlock(key)
  return {
    text: plain => unlocked.seal(context, plain),
    open: sealed => unlocked.open(context, sealed)
  }
}

export const openTurn = (seal: Seal, row: MessageRow, mark: string | undefined): Turn => ({
  messageId: row.id,
  conversationId: row.conversation_id,
  turnId: row.author === 'person' ? (/^tab:(?<turn>.+)$/u.exec(row.source_id)?.groups?.['turn'] ?? null) : null,
  from: row.author,
  text: seal.open(row.sealed),
  surface: row.surface,
  at: row.at.toISOString(),
  state: row.state,
  parts: 0,
  engine: row.engine,
  degraded: row.degraded,
  planId: row.plan_id,
  citations: row.cited ? openCitations(seal.open(row.cited)) : [],
  mark: markSchema.safeParse(mark).data ?? null
})

const MOST_CITED = 5

export const sealCitations = (seal: Seal, cited: readonly Citation[]): Buffer =>
  seal.text(JSON.stringify(cited.slice(0, MOST_CITED)))

export const openCitations = (plain: string): Citation[] => z.array(citationSchema).parse(JSON.parse(plain))

const planWords = z.object({ cue: z.string(), action: z.string(), cueAt: z.iso.datetime().nullable().default(null) })

export const sealPlan = (seal: Seal, plan: z.output<typeof planWords>): Buffer =>
  seal.text(JSON.stringify({ cue: plan.cue, action: plan.action, cueAt: plan.cueAt }))

export const openPlan = (seal: Seal, row: PlanRow): PlanView => ({
  planId: row.id,
  ...planWords.parse(JSON.parse(seal.open(row.sealed))),
  state: row.state,
  followUpAt: row.follow_up_at?.toISOString() ?? null,
  madeAt: row.made_at.toISOString()
})
