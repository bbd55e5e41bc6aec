/** A stored nudge in the words of its person's language. Pure; every "why" names data the person can see. */
import type { NudgeView } from '../contract/nudges.ts'
import { TIPS, WORDS, type Locale } from './library.ts'
import type { NudgeRow } from './store.ts'

type Told = Pick<NudgeView, 'action' | 'whyYou' | 'whyNow' | 'evidence' | 'dataUsed'>

export function toView(row: NudgeRow, locale: string): NudgeView {
  return {
    nudgeId: row.id,
    kind: row.kind,
    state: row.state,
    answer: row.answer,
    dueAt: row.due_at.toISOString(),
    sentAt: row.sent_at?.toISOString() ?? null,
    ...tell(row, locale.startsWith('es') ? 'es' : 'en')
  }
}

function tell(row: NudgeRow, locale: Locale): Told {
  const words = WORDS[locale]
  if (row.kind === 'welcome') return { ...words.welcome, whyYou: '', evidence: '', dataUsed: [words.dataTimezone] }
  if (row.kind === 'follow_up') return { ...words.followUp, evidence: '', dataUsed: [] }
  const tip = TIPS.find(({ id }) => id === row.content_id)?.words[locale]
  return {
    action: tip?.action ?? '',
    whyNow: tip?.whyNow ?? '',
    evidence: tip?.evidence ?? '',
    whyYou: row.because ? words.whyCohort(row.because) : words.whyAgreed,
    dataUsed: row.because ? [words.dataCohort, words.dataTimezone] : [words.dataTimezone]
  }
}
