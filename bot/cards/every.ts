/** For tests: every card that the bot sends. */
import type { PlanView } from '../../api/contract/coach.ts'
import { exampleFor } from '../../api/contract/first-plans.ts'
import {
  nudgeAnswerSchema,
  type NudgePreferences,
  type NudgeReceipt,
  type NudgeView
} from '../../api/contract/nudges.ts'
import type { ErasurePreview } from '../../api/contract/privacy.ts'
import { createTabLink, readerFor } from '../reader.ts'
import { agreementCard, agreementDecided } from './agreement.ts'
import { connectCard, connectDone, connectOpen } from './connect.ts'
import type { Card } from './card.ts'
import { experimentCard, experimentDecided } from './experiment.ts'
import { citedCard } from './cited.ts'
import { crisisCard } from './crisis.ts'
import { cutCard, cutDecided } from './cut.ts'
import { eraseCard, eraseDecided } from './erase.ts'
import { hrChannelCard, hrChannelDecided } from './hr-channel.ts'
import { nudgeCard, nudgeDecided } from './nudge.ts'
import { takenBackCard } from './taken-back.ts'
import { followUpCard, planCard, planDecided } from './plan.ts'
import { NOTHING_SAID, pulseCard, pulseDecided } from './pulse.ts'
import { reportCard } from './report.ts'
import { exampleReport } from './report-example.ts'
import { firstPlanCard, focusQuestion, hoursQuestion, languageQuestion, ownPlanCard, startDone } from './start.ts'

const to = 'per_1'
const nudge: NudgeView = {
  nudgeId: 'nud_1',
  kind: 'tip',
  action: 'Ask one person what they need this week',
  whyYou: 'You are in “Leaders 2026”',
  whyNow: 'Your day has just begun.',
  evidence: 'Small asks get answers',
  dataUsed: ['your cohort'],
  state: 'planned',
  answer: null,
  planId: null,
  dueAt: '2026-11-30T15:30:00.000Z',
  sentAt: null,
  rung: null
}
const receipt: NudgeReceipt = {
  nudge,
  rule: 'library.focus',
  data: [{ name: 'focus', value: 'feedback' }],
  decidedAt: '2026-11-27T15:30:00.000Z',
  zone: { timezone: 'America/Mexico_City', source: 'directory' },
  window: { start: '09:30', end: '16:30', days: [1, 2, 3, 4, 5], country: 'MX' },
  budget: { perWeek: 2, sentInWeek: 1, pace: 'half' },
  considered: [
    { kind: 'course', contentId: 'course/begin', whyNot: 'budget', dueAt: null },
    { kind: 'tip', contentId: 'one-question', whyNot: 'budget', dueAt: null },
    { kind: 'follow_up', contentId: null, whyNot: 'own_moment', dueAt: '2026-12-01T16:00:00.000Z' }
  ],
  whyNotSent: null
}
const plan: PlanView = {
  planId: 'pln_1',
  cue: 'stand-up *ends*',
  action: 'call [Ana](http://evil.example)',
  state: 'open',
  cueAt: null,
  followUpAt: '2026-11-30T15:30:00.000Z',
  madeAt: '2026-11-24T15:30:00.000Z'
}
export const experiment = { experimentId: 'exp_1', disclosure: 'About 10 in 100 people get none' }
const known: NudgePreferences = {
  perWeek: 2,
  focus: ['feedback'],
  hours: { start: '09:30', end: '16:30', days: [1, 3, 5], source: 'company' },
  frame: { start: '00:00', end: '24:00', law: null, agreement: false },
  quiet: { publicHolidays: true, next: [] },
  zone: { timezone: 'America/Mexico_City', source: 'teams' },
  language: { locale: 'en', source: 'directory' },
  awayUntil: null,
  pausedUntil: null,
  stopped: false,
  settled: false,
  today: '2026-11-23'
}
const preview: ErasurePreview = {
  goes: [
    { section: 'conversation', count: 6 },
    { section: 'plans', count: 1 }
  ],
  stays: [
    { section: 'profile', count: 1, because: 'employer' },
    { section: 'groups', count: 2, because: 'employer' },
    { section: 'receipts', count: 3, because: 'proof' }
  ]
}
const company = { name: 'Acme (demo)', sponsor: { name: 'Sam Demo', title: 'CPO' } }

/** By name, as a reader of this language has it. */
export const everyCard = (
  locale: string,
  tabLink = createTabLink('https://ci.example', 'app-1')
): Readonly<Record<string, Card>> => {
  const reader = readerFor({ tabLink }, { locale, timezone: 'America/Mexico_City' })
  return {
    agreement: agreementCard(reader, {
      to,
      company,
      modelService: 'Azure OpenAI (demo.openai.azure.com)',
      before: 'before',
      agreedBefore: { version: 0, modelService: null },
      experiment
    }),
    experiment: experimentCard(reader, { to, ...experiment }),
    takesPart: experimentDecided(reader, 'in'),
    leftOut: experimentDecided(reader, 'out'),
    asked: agreementCard(reader, {
      to,
      company,
      modelService: null,
      before: undefined,
      agreedBefore: undefined,
      experiment: undefined
    }),
    connect: connectCard(reader),
    connectOpen: connectOpen(reader, { linkId: 'lnk_1', url: 'https://ci.example/link' }),
    connectWrong: connectOpen(reader, { linkId: 'lnk_1', url: 'https://ci.example/link', wrong: 'wrong_code' }),
    connectExpired: connectOpen(reader, { linkId: 'lnk_1', url: 'https://ci.example/link', wrong: 'expired' }),
    connected: connectDone(reader),
    given: agreementDecided(reader, 'given'),
    declined: agreementDecided(reader, 'declined'),
    nudge: nudgeCard(reader, { to, nudge, receipt }),
    unrecorded: nudgeCard(reader, { to, nudge, receipt: undefined }),
    checkIn: nudgeCard(reader, { to, nudge: { ...nudge, kind: 'check_in' }, receipt }),
    goesOn: nudgeDecided(reader, { nudge: { ...nudge, kind: 'check_in' }, answer: 'done', pausedUntil: undefined }),
    pulse: pulseCard(reader, { to, nudgeId: 'nud_1', given: NOTHING_SAID }),
    pulseHalf: pulseCard(reader, { to, nudgeId: 'nud_1', given: { ...NOTHING_SAID, helped: 'partly' } }),
    pulseDone: pulseCard(reader, { to, nudgeId: 'nud_1', given: { helped: 'yes', changed: 'no' } }),
    pulseSkipped: pulseDecided(reader, 'skipped'),
    pulseStopped: pulseDecided(reader, 'stopped'),
    takenBack: takenBackCard(reader),
    plan: planCard(reader, { to, plan }),
    followUp: followUpCard(reader, { to, plan }),
    accepted: planDecided(reader, plan, 'accept'),
    askAnew: planDecided(reader, { ...plan, state: 'dropped' }, 'change'),
    missed: planDecided(reader, { ...plan, state: 'missed' }, 'missed'),
    letGo: planDecided(reader, { ...plan, state: 'dropped' }, 'dropped'),
    kept: planDecided(reader, { ...plan, state: 'kept' }, 'kept'),
    crisis: crisisCard(reader, 'Line one\n\nLine two'),
    cited: citedCard(reader, [
      { title: 'Guide *2026*', materialId: 'mat_1', quote: 'Ask [Ana](http://evil.example) first.' }
    ]),
    focus: focusQuestion(reader, { to, known }),
    hours: hoursQuestion(reader, { to, known }),
    language: languageQuestion(reader, { to, known }),
    firstPlan: firstPlanCard(reader, { to, at: 0, example: exampleFor(reader.locale, 'energy', 1) }),
    ownPlan: ownPlanCard(reader, { to, at: 0, cue: '', action: '', incomplete: true }),
    started: startDone(reader),
    cut: cutCard(reader, { to, conversationId: 'c', activityId: 'a' }),
    trying: cutDecided(reader),
    erase: eraseCard(reader, { to, erasureId: 'era_1', preview }),
    keptAll: eraseDecided(reader, { kind: 'kept' }),
    erasedBefore: eraseDecided(reader, { kind: 'before' }),
    erased: eraseDecided(reader, {
      kind: 'erased',
      erasureId: 'era_1',
      at: new Date('2026-11-24T15:30:00.000Z'),
      gone: preview.goes
    }),
    report: reportCard(reader, exampleReport),
    hrChannel: hrChannelCard(reader, 'chn_1', { kind: 'private', members: 12 }),
    notHere: hrChannelDecided(reader, 'removed'),
    confirmed: hrChannelDecided(reader, 'confirmed'),
    ...Object.fromEntries(
      nudgeAnswerSchema.options.map(answer => [
        answer,
        nudgeDecided(reader, { nudge, answer, pausedUntil: new Date('2026-12-08T15:30:00Z') })
      ])
    )
  }
}
