/** Six people who have little in common, and what the library tells each in twelve weeks. */
import type { FocusArea, NudgeAnswer, NudgeView } from '../contract/nudges.ts'
import { DAY, HOUR } from '../platform/time.ts'
import type { PersonFacts } from './audience.ts'
import { chooseFromLibrary, type Heard } from './choose.ts'
import { shippedWords } from './contents.ts'
import type { NudgeRow } from './store.ts'
import { toView } from './view.ts'

/** As their directory and they themselves would say it. */
export type Unlike = {
  readonly name: string
  readonly language: 'en' | 'es'
  readonly zone: string
  readonly reports: number
  readonly managerIn: string | undefined
  readonly startedOn: string | undefined
  readonly program: string | undefined
  readonly chose: readonly FocusArea[]
  /** What they answer in turn. */
  readonly answers: readonly (NudgeAnswer | null)[]
}

export const FIRST_DAY = new Date('2026-11-23T09:30:00Z')
const PER_WEEK = [1 * DAY, 3 * DAY]
const MADRID = 'Europe/Madrid'

export const PEOPLE: readonly Unlike[] = [
  {
    name: 'Lucía (demo), three weeks in, chose nothing yet',
    language: 'es',
    zone: MADRID,
    reports: 0,
    managerIn: MADRID,
    startedOn: '2026-11-02',
    program: undefined,
    chose: [],
    answers: ['done', null]
  },
  {
    name: 'Jonas (demo), leads six people from Germany, his own manager is in Mexico',
    language: 'en',
    zone: 'Europe/Berlin',
    reports: 6,
    managerIn: 'America/Mexico_City',
    startedOn: '2019-04-01',
    program: undefined,
    chose: ['feedback', 'delegation'],
    answers: ['done', 'not_relevant', 'next_week']
  },
  {
    name: 'Amara (demo), founder: leads people, has no manager',
    language: 'en',
    zone: 'Africa/Lagos',
    reports: 12,
    managerIn: undefined,
    startedOn: undefined,
    program: undefined,
    chose: ['priorities'],
    answers: ['done']
  },
  {
    name: 'Kenji (demo), of whom the directory says nothing',
    language: 'en',
    zone: 'Asia/Tokyo',
    reports: 0,
    managerIn: undefined,
    startedOn: undefined,
    program: undefined,
    chose: [],
    answers: [null]
  },
  {
    name: 'Valentina (demo), in a program, far from her manager',
    language: 'es',
    zone: 'America/Bogota',
    reports: 0,
    managerIn: MADRID,
    startedOn: '2024-02-12',
    program: 'Nuevos líderes 2026',
    chose: ['one_to_ones', 'energy', 'learning'],
    answers: ['done', 'done', 'not_relevant']
  },
  {
    name: 'Priya (demo), new, leading, in a program and far from her manager',
    language: 'en',
    zone: 'Asia/Kolkata',
    reports: 3,
    managerIn: 'America/New_York',
    startedOn: '2026-10-05',
    program: 'New managers 2026',
    chose: ['hard_conversations', 'recognition', 'focus_time'],
    answers: ['done', null, 'later_today']
  }
]

export const factsOfUnlike = (person: Unlike): PersonFacts => ({
  personId: person.name,
  language: person.language,
  focus: person.chose,
  leads: person.reports > 0,
  hasManager: person.managerIn !== undefined,
  managerZone: person.managerIn === person.zone ? undefined : person.managerIn,
  startedOn: person.startedOn,
  program: person.program
})

export type Came = { readonly at: Date; readonly view: NudgeView; readonly contentId: string }

/** Two a week; each is answered before the next is chosen. */
export function twelveWeeksOf(person: Unlike): readonly Came[] {
  const facts = factsOfUnlike(person)
  const came: Came[] = []
  const history: Heard[] = []
  for (let slot = 0; slot < 24; slot++) {
    const at = new Date(FIRST_DAY.getTime() + Math.floor(slot / 2) * 7 * DAY + (PER_WEEK[slot % 2] ?? 0) + HOUR)
    const [candidate] = chooseFromLibrary(facts, history, at)
    if (!candidate?.contentId) break
    const row: NudgeRow = {
      organization_id: 'org_demo',
      id: `nud_${slot}`,
      person_id: person.name,
      kind: candidate.kind,
      once_key: candidate.onceKey,
      content_id: candidate.contentId,
      content_version: candidate.contentVersion,
      plan_id: null,
      expires_at: candidate.until ?? null,
      priority: candidate.priority,
      reason: candidate.reason,
      asked: false,
      exact: false,
      decision: null,
      why_not: null,
      state: 'sent',
      answer: person.answers[slot % person.answers.length] ?? null,
      because: null,
      due_at: at,
      sent_at: at,
      rung: null,
      answered_at: null,
      updated_at: at
    }
    history.push(row)
    came.push({
      at,
      view: toView(row, { locale: person.language, find: shippedWords }),
      contentId: candidate.contentId
    })
  }
  return came
}
