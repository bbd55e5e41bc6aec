import { describe, expect, test } from 'vitest'
import type { PlanView } from '../../api/contract/coach.ts'
import { nudgeAnswerSchema, type NudgeView } from '../../api/contract/nudges.ts'
import type { ReportView } from '../../api/contract/reports.ts'
import { createTabLink, readerFor } from '../reader.ts'
import { agreementCard, agreementDecided } from './agreement.ts'
import type { Card, Element } from './card.ts'
import { complaintsAbout } from './complaints.ts'
import { crisisCard } from './crisis.ts'
import { hrChannelCard, hrChannelDecided } from './hr-channel.ts'
import { nudgeCard, nudgeDecided } from './nudge.ts'
import { followUpCard, planCard, planDecided } from './plan.ts'
import { reportCard } from './report.ts'

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
  dueAt: '2026-11-30T15:30:00.000Z',
  sentAt: null
}
const plan: PlanView = {
  planId: 'pln_1',
  cue: 'stand-up *ends*',
  action: 'call [Ana](http://evil.example)',
  state: 'open',
  followUpAt: '2026-11-30T15:30:00.000Z',
  madeAt: '2026-11-24T15:30:00.000Z'
}
const report: ReportView = {
  reportId: 'rep_1',
  madeAt: '2026-11-24T15:30:00.000Z',
  period: { from: '2026-10-27T15:30:00.000Z', to: '2026-11-24T15:30:00.000Z' },
  finding: '30 of 41 people talked with the coach',
  people: 41,
  figures: [
    {
      key: 'active',
      name: 'Talked',
      definition: '',
      cell: { kind: 'shown', count: 30, of: 41, label: '30 of 41', exact: true }
    },
    { key: 'kept', name: 'Kept a plan', definition: '', cell: { kind: 'blank', reason: 'too few' } }
  ],
  cohorts: [
    {
      name: 'Leaders',
      active: { kind: 'shown', count: 9, of: 12, label: '9 of 12', exact: true },
      completed: { kind: 'blank', reason: 'too few' }
    },
    { name: 'Tiny', active: { kind: 'blank', reason: 'too few' }, completed: { kind: 'blank', reason: 'too few' } }
  ],
  blanked: { count: 4, why: '4 figures are blank' },
  smallestGroup: 8
}
const company = { name: 'Acme (demo)', sponsor: { name: 'Sam Demo', title: 'CPO' } }

const all = (locale: string): Readonly<Record<string, Card>> => {
  const reader = readerFor(
    { tabLink: createTabLink('https://ci.example', 'app-1') },
    { locale, timezone: 'America/Mexico_City' }
  )
  return {
    agreement: agreementCard(reader, { to, company, before: 'before' }),
    given: agreementDecided(reader, 'given'),
    declined: agreementDecided(reader, 'declined'),
    nudge: nudgeCard(reader, { to, nudge }),
    plan: planCard(reader, { to, plan }),
    followUp: followUpCard(reader, { to, plan }),
    accepted: planDecided(reader, plan, 'accept'),
    kept: planDecided(reader, { ...plan, state: 'kept' }, 'kept'),
    crisis: crisisCard(reader, 'Line one\n\nLine two'),
    report: reportCard(reader, report),
    hrChannel: hrChannelCard(reader, 'chn_1'),
    confirmed: hrChannelDecided(reader, 'confirmed'),
    ...Object.fromEntries(
      nudgeAnswerSchema.options.map(answer => [
        answer,
        nudgeDecided(reader, { nudge, answer, pausedUntil: new Date('2026-12-08T15:30:00Z') })
      ])
    )
  }
}

const inside = (element: unknown): readonly Element[] => {
  if (Array.isArray(element)) return element.flatMap(inside)
  if (typeof element !== 'object' || element === null) return []
  return [...('type' in element ? [element as Element] : []), ...Object.values(element).flatMap(inside)]
}

describe.each(['en-US', 'es-MX'])('in %s', locale => {
  test.each(Object.entries(all(locale)))(
    '%s is a card that Microsoft’s renderer takes without a complaint',
    (_name, card) => {
      const known = complaintsAbout(card).filter(message => !message.includes('Chart.'))
      expect(known).toEqual([])
      expect(Number(card['version'])).toBeGreaterThanOrEqual(1.5)
    }
  )

  test('every button that asks the bot says what happens where it is not supported', () => {
    const buttons = Object.values(all(locale))
      .flatMap(inside)
      .filter(({ type }) => type === 'Action.Execute')
    expect(buttons.length).toBeGreaterThan(15)
    for (const button of buttons)
      expect(button['fallback']).toMatchObject({
        type: 'Action.OpenUrl',
        url: expect.stringContaining('teams.microsoft.com')
      })
  })

  test('charts start from shown figures only and fall back to a table that names what is blank', () => {
    const charts = inside(all(locale)['report']).filter(({ type }) => type.startsWith('Chart.'))
    expect(charts.map(({ data }) => data)).toEqual([[{ x: 'Talked', y: 30 }], [{ x: 'Leaders', y: 9 }]])
    for (const chart of charts) expect(chart['fallback']).toMatchObject({ type: 'Table', firstRowAsHeader: true })
    expect(JSON.stringify(charts)).toContain(locale.startsWith('es') ? 'en blanco' : 'blank')
  })

  test('a person’s own words never become a link or emphasis', () => {
    const texts = inside(all(locale)['plan']).map(element => String(element['text'] ?? ''))
    expect(texts.some(text => text.includes(String.raw`\[Ana\]`) && text.includes(String.raw`\*ends\*`))).toBe(true)
  })
})

test('a paused, repeated or stopped nudge says until when, in the reader’s zone and language', () => {
  const text = (locale: string, name: string): string => JSON.stringify(all(locale)[name])
  expect(text('en-US', 'later_today')).toContain('Monday')
  expect(text('es-MX', 'later_today')).toContain('lunes')
  expect(text('es-MX', 'later_today')).toMatch(/0?9:30/u)
  expect(text('es-MX', 'pause')).toContain('8 de diciembre')
})
