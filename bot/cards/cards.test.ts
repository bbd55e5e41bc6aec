import { describe, expect, test } from 'vitest'
import type { Element } from './card.ts'
import { complaintsAbout } from './complaints.ts'
import { createTabLink, readerFor } from '../reader.ts'
import { everyCard, experiment } from './every.ts'
import { exact, exampleReport } from './report-example.ts'
import { reportCard } from './report.ts'

const inside = (element: unknown): readonly Element[] => {
  if (Array.isArray(element)) return element.flatMap(inside)
  if (typeof element !== 'object' || element === null) return []
  return [...('type' in element ? [element as Element] : []), ...Object.values(element).flatMap(inside)]
}

describe.each(['en-US', 'es-MX'])('in %s', locale => {
  test('while an experiment is on, the agreement discloses it and a yes carries its id', () => {
    const card = everyCard(locale)['agreement']
    expect(JSON.stringify(card)).toContain(experiment.disclosure)
    const buttons = inside(card).filter(({ type }) => type === 'Action.Execute')
    for (const button of buttons) expect(button['data']).toMatchObject({ experimentId: 'exp_1' })
  })

  test.each(Object.entries(everyCard(locale)))(
    '%s is a card that Microsoft’s renderer takes without a complaint',
    (_name, card) => {
      const known = complaintsAbout(card).filter(message => !message.includes('Chart.'))
      expect(known).toEqual([])
      expect(Number(card['version'])).toBeGreaterThanOrEqual(1.5)
    }
  )

  test('every button that asks the bot says what happens where it is not supported', () => {
    const buttons = Object.values(everyCard(locale))
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
    const charts = inside(everyCard(locale)['report']).filter(({ type }) => type.startsWith('Chart.'))
    const drawn = charts.map(({ data }) => (Array.isArray(data) ? data.map(({ x }) => String(x)) : []))
    expect(drawn[0]).toContain('Talked with the coach')
    expect(drawn[0]).not.toContain('Ended the chat')
    expect(drawn[1]).toEqual(['Leaders 2026', 'New managers in the northern region', 'Graduates'])
    for (const chart of charts) expect(chart['fallback']).toMatchObject({ type: 'Table', firstRowAsHeader: true })
    expect(JSON.stringify(charts)).toContain(locale.startsWith('es') ? 'en blanco' : 'blank')
  })

  test('a person’s own words never become a link or emphasis', () => {
    const texts = inside(everyCard(locale)['plan']).map(element => String(element['text'] ?? ''))
    expect(texts.some(text => text.includes(String.raw`\[Ana\]`) && text.includes(String.raw`\*ends\*`))).toBe(true)
  })
})

const linksIn = (card: unknown): readonly string[] =>
  [...JSON.stringify(card).matchAll(/https:\/\/(?:teams\.microsoft\.com|ci\.example)[^"\s)]*/gu)].map(([link]) => link)

test.each([
  ['plan', 'plan:pln_1'],
  ['followUp', 'plan:pln_1'],
  ['accepted', 'plan:pln_1'],
  ['kept', 'plan:pln_1'],
  ['nudge', 'nudge:nud_1'],
  ['later_today', 'nudge:nud_1']
])('every link of the card “%s” opens %s in the tab, in Teams and on the web', (name, place) => {
  const inTeams = linksIn(everyCard('en')[name])
  expect(inTeams.length).toBeGreaterThan(0)
  for (const link of inTeams) {
    expect(new URL(link).pathname).toBe('/l/entity/app-1/coach')
    expect(JSON.parse(new URL(link).searchParams.get('context') ?? '')).toEqual({ subEntityId: place })
  }
  const onWeb = linksIn(everyCard('en', createTabLink('https://ci.example', undefined))[name])
  expect(new Set(onWeb)).toEqual(new Set([`https://ci.example/tab/#${place}`]))
})

test('no more buttons stand in a row than a phone shows, and each question can be skipped', () => {
  for (const name of ['focus', 'hours', 'language']) {
    const card = everyCard('en')[name]
    const rows = inside(card).filter(({ type }) => type === 'ActionSet')
    for (const { actions } of rows) expect(Array.isArray(actions) && actions.length).toBeLessThanOrEqual(4)
    expect(JSON.stringify(card)).toContain('"choice":"skip"')
  }
  expect(JSON.stringify(everyCard('en')['hours'])).toContain('Mon, Wed, and Fri')
})

test('a paused, repeated or stopped nudge says until when, in the reader’s zone and language', () => {
  const text = (locale: string, name: string): string => JSON.stringify(everyCard(locale)[name])
  expect(text('en-US', 'later_today')).toContain('Monday')
  expect(text('es-MX', 'later_today')).toContain('lunes')
  expect(text('es-MX', 'later_today')).toMatch(/0?9:30/u)
  expect(text('es-MX', 'pause')).toContain('8 de diciembre')
})

test('a report’s card fits into Teams whatever its groups are called, and tells the lift with interval and cost', () => {
  const reader = readerFor({ tabLink: createTabLink('https://ci.example', 'app-1') }, { locale: 'en', timezone: 'UTC' })
  const [first] = exampleReport.breakdowns
  if (!first) throw new Error('the example has groups')
  const cells = first.groups[0]?.cells ?? []
  const groups = Array.from({ length: 400 }, (_, i) => ({ people: 64, cells, name: `${'Ñandú '.repeat(300)}${i}` }))
  const card = reportCard(reader, { ...exampleReport, breakdowns: [{ ...first, groups }] })
  expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThan(28_000)
  const pair = { nudged: exact(40, 90), held: exact(20, 90), lift: { points: 4.2, low: 1.1, high: 7.3 } }
  const lift = {
    says: 'Nudges help.',
    offers: [],
    experiment: {
      experimentId: 'exp_1',
      primary: 'plan' as const,
      holdoutPercent: 10,
      sendPercent: 100,
      weeks: 12,
      costPoints: 5,
      state: 'running' as const,
      startedAt: '2026-06-01T00:00:00.000Z',
      endedAt: null,
      looksAt: [],
      people: exact(90, 240),
      look: {
        madeAt: '2026-11-01T00:00:00.000Z',
        number: 1,
        verdict: 'helps' as const,
        surePercent: 95,
        people: exact(90, 240),
        outcomes: [{ outcome: 'plan' as const, isPrimary: true, ...pair }],
        weeks: [],
        costs: [{ cost: 'stopped' as const, ...pair }],
        single: null
      }
    }
  }
  const told = JSON.stringify(reportCard(reader, { ...exampleReport, lift }))
  expect(told).toContain('+4.2 points (the truth lies from +1.1 to +7.3)')
  expect(told).toContain('Stopped all nudges: +4.2 points')
})
