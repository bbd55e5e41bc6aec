/** A stored nudge in the words of its person's language. Pure; every "why" names data the person can see. */
import type { NudgeView } from '../contract/nudges.ts'
import { whyAuthored } from './authored-view.ts'
import { AUTHORED } from './authored-words.ts'
import type { Reason } from './candidate.ts'
import type { FindWords } from './contents.ts'
import { experimentAskedIn } from './experiment.ts'
import { experimentWords } from './experiment-words.ts'
import { tellOccasion } from './occasions.ts'
import type { NudgeRow } from './store.ts'
import { WORDS, type DatumName, type Locale } from './words.ts'

type Words = (typeof WORDS)[Locale]
type Told = Pick<NudgeView, 'action' | 'whyYou' | 'whyNow' | 'evidence' | 'dataUsed'>

type Reading = { readonly locale: string; readonly find: FindWords }

export function toView(row: NudgeRow, reading: Reading): NudgeView {
  return {
    nudgeId: row.id,
    kind: row.kind,
    state: row.state,
    answer: row.answer,
    planId: row.plan_id,
    dueAt: row.due_at.toISOString(),
    sentAt: row.sent_at?.toISOString() ?? null,
    rung: row.rung,
    ...tell(row, reading)
  }
}

function tell(row: NudgeRow, { locale: wanted, find }: Reading): Told {
  const locale: Locale = wanted.startsWith('es') ? 'es' : 'en'
  const words = WORDS[locale]
  if (row.state === 'cancelled' && row.why_not === 'withdrawn' && row.sent_at) return words.withdrawn
  const occasion = tellOccasion(row, locale)
  if (occasion) return occasion
  if (row.kind === 'welcome') return { ...words.welcome, whyYou: '', evidence: '', dataUsed: [words.dataTimezone] }
  if (row.kind === 'follow_up') return { ...words.followUp, evidence: '', dataUsed: [] }
  if (experimentAskedIn(row)) {
    const { question, questionNow, questionData } = experimentWords(locale)
    return { action: question, whyYou: words.whyAgreed, whyNow: questionNow, evidence: '', dataUsed: [questionData] }
  }
  const content = find(row, wanted)
  const action = content?.action ?? ''
  return {
    action: row.kind === 'test' ? AUTHORED[locale].test(action) : action,
    whyNow: content?.whyNow ?? '',
    evidence: content?.evidence ?? '',
    ...(whyAuthored(row.reason, locale) ?? because(row.reason?.data ?? [], words))
  }
}

/** Told from the data that chose it and from nothing else. */
export function because(data: Reason['data'], words: Words): Pick<Told, 'whyYou' | 'dataUsed'> {
  const known = data.flatMap(({ name, value }) => {
    const datum = isDatum(name, words) ? words.data[name] : undefined
    return datum ? [{ why: datum.why(value), data: datum.data }] : []
  })
  if (known.length === 0) return { whyYou: words.whyAgreed, dataUsed: [words.dataAgreed, words.dataTimezone] }
  return {
    whyYou: known.map(({ why }) => why).join(' '),
    dataUsed: [...known.map(each => each.data), words.dataTimezone]
  }
}

const isDatum = (name: string, words: Words): name is DatumName => Object.hasOwn(words.data, name)
