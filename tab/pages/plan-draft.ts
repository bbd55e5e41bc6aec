/** What is typed for a plan, kept in this window until it is saved or left as it was. */
import { useState } from 'react'
import { z } from 'zod'
import type { CueOn, PlanView } from '../../api/contract/coach.ts'
import { keepDraft, readDraft } from './coach/draft.ts'

export const MOMENTS = ['today', 'tomorrow', 'three_days', 'next_week', 'never'] as const

const draftSchema = z.object({
  cue: z.string(),
  action: z.string(),
  /** Of the cue, by the person's own clock; '' where it has none. */
  day: z.string(),
  time: z.string(),
  when: z.enum(['keep', ...MOMENTS]),
  planId: z.string()
})
export type PlanDraft = z.infer<typeof draftSchema>

export type Drafting = {
  readonly draft: PlanDraft
  readonly change: (part: Partial<PlanDraft>) => void
  readonly forget: () => void
}

export const draftKey = (personId: string, planId: string): string => `ci.plan.${personId}.${planId}`

export const hasDraft = (key: string): boolean => readDraft(key) !== ''

export function useDraft(key: string, initial: PlanDraft): Drafting {
  const [draft, setDraft] = useState(() => kept(key) ?? initial)
  return {
    draft,
    change: part => {
      const next = { ...draft, ...part }
      keepDraft(key, JSON.stringify(next))
      setDraft(next)
    },
    forget: () => keepDraft(key, '')
  }
}

function kept(key: string): PlanDraft | undefined {
  try {
    return draftSchema.parse(JSON.parse(readDraft(key)))
  } catch {
    return undefined
  }
}

export const newDraft = (): PlanDraft => ({
  cue: '',
  action: '',
  day: '',
  time: '',
  when: 'tomorrow',
  planId: `pln_${crypto.randomUUID()}`
})

export const draftOf = ({ planId, cue, action, cueAt }: PlanView, timezone: string | undefined): PlanDraft => ({
  planId,
  cue,
  action,
  when: 'keep',
  ...wallOf(cueAt, timezone)
})

export type Wall = Pick<PlanDraft, 'day' | 'time'>

/** A moment as the person's own clock shows it. */
export function wallOf(iso: string | null, timezone: string | undefined): Wall {
  if (!iso) return { day: '', time: '' }
  // Sweden writes dates as fields of a form want them.
  const text = new Intl.DateTimeFormat('sv-SE', {
    dateStyle: 'short',
    timeStyle: 'short',
    ...(timezone ? { timeZone: timezone } : {})
  }).format(new Date(iso))
  const [day = '', time = ''] = text.split(' ')
  return { day, time }
}

export const cueOnOf = ({ day, time }: Wall): CueOn | null => (day && time ? { day, time } : null)

/** One of the two alone is no moment. */
export const isHalf = ({ day, time }: Wall): boolean => Boolean(day) !== Boolean(time)

const SHORTEST = 3
export const isShort = (part: string): boolean => part.trim().length < SHORTEST
