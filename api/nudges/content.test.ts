import { expect, test } from 'vitest'
import { FOCUS_NAMES } from '../contract/focus-names.ts'
import { focusAreaSchema } from '../contract/nudges.ts'
import { LEAST_REST_WEEKS, readLibrary, tellPiece, type Audience } from './content.ts'
import { complaintsAboutWords, countWords } from './content-rules.ts'
import { LIBRARY } from './library.ts'
import { because } from './view.ts'
import { WORDS, type Locale } from './words.ts'

const LANGUAGES = ['en', 'es'] as const
const { pieces, findings } = LIBRARY

test('the library holds at least sixty nudges over at least eight areas, each in English and Spanish', () => {
  const areas = Map.groupBy(pieces, ({ area }) => area)
  expect(pieces.length).toBeGreaterThanOrEqual(60)
  expect([...areas.keys()].toSorted()).toEqual([...focusAreaSchema.options].toSorted())
  for (const [area, of] of areas) expect(of.length, area).toBeGreaterThanOrEqual(8)
  for (const piece of pieces)
    for (const language of LANGUAGES)
      expect(tellPiece(piece, language, LIBRARY), `${piece.id} in ${language}`).toBeDefined()
})

test('whatever a person leads, began or belongs to, each area has something for them', () => {
  for (const area of focusAreaSchema.options)
    expect(
      pieces.filter(piece => piece.area === area && piece.audience === 'anyone').length,
      area
    ).toBeGreaterThanOrEqual(2)
})

test('every nudge reads as the voice asks, in every language it has', () => {
  const complaints = pieces.flatMap(({ id, words }) =>
    Object.entries(words).flatMap(([language, told]) =>
      complaintsAboutWords(told, language).map(complaint => `${id} (${language}): ${complaint}`)
    )
  )
  expect(complaints).toEqual([])
})

test('the rules find what they are for', () => {
  const whyNow = 'It takes a minute.'
  const find = (action: string, language = 'en') => complaintsAboutWords({ action, whyNow }, language)
  expect(find('Write one question.')).toEqual([])
  expect(find('Your turn to write.')).toEqual(['the action does not begin with a verb'])
  expect(find('Tu turno de escribir.', 'es')).toEqual(['the action does not begin with a verb'])
  expect(find('Ask “Why?” and “Who?”')).toEqual(['more than one question'])
  expect(find('Write it down!')).toEqual(['an exclamation', 'a sentence without its end'])
  expect(find('Write it \u{1F44D}.')).toEqual(['an emoji'])
  expect(find('Write to {name}.')).toEqual(['a placeholder'])
  expect(find('Write  it.')).toEqual(['spaces that do not belong'])
  expect(find('Write what you forgot.')).toEqual(['guilt'])
  expect(find(`Write ${'word '.repeat(40)}now.`)).toEqual(['the action is longer than 32 words'])
})

const DATA: Readonly<Record<Audience, { readonly name: string; readonly value: string }>> = {
  anyone: { name: 'focus_heard', value: 'recognition' },
  leads: { name: 'leads', value: 'directory' },
  has_manager: { name: 'manager', value: 'directory' },
  far_from_manager: { name: 'manager_zone', value: 'America/Mexico_City' },
  in_program: { name: 'program', value: 'New managers 2026' },
  new: { name: 'started', value: '2026-09-28' },
  settling: { name: 'started', value: '2026-09-28' }
}

test('a card is at most sixty words long with everything that chose it', () => {
  const lengthOf = (piece: (typeof pieces)[number], language: Locale): number => {
    const told = tellPiece(piece, language, LIBRARY)
    const data = [{ name: 'focus', value: piece.area }, DATA[piece.audience]]
    return countWords(told?.action ?? '', told?.whyNow ?? '', because(data, WORDS[language]).whyYou)
  }
  const tooLong = pieces.flatMap(piece =>
    LANGUAGES.filter(language => lengthOf(piece, language) > 60).map(language => `${piece.id} (${language})`)
  )
  expect(tooLong).toEqual([])
})

test('no two nudges say the same, and the languages are not copies of each other', () => {
  for (const language of LANGUAGES) {
    const said = pieces.map(({ words }) => words[language]?.action)
    expect(new Set(said).size).toBe(said.length)
  }
  expect(pieces.filter(({ words }) => words['en']?.action === words['es']?.action)).toEqual([])
})

test('a finding is cited only with its source and size, and a plan in “if” and “then” is behind its finding', () => {
  for (const { source, size, words } of Object.values(findings)) {
    expect(source && size).toBeTruthy()
    for (const told of Object.values(words)) expect(countWords(told), told).toBeLessThanOrEqual(40)
  }
  const planned = pieces.filter(({ evidence }) => evidence === 'if-then' || evidence === 'rehearsed')
  expect(planned.length).toBeGreaterThan(5)
  for (const { id, words } of planned) {
    expect(words['en']?.action, id).toMatch(/“If.*then/u)
    expect(words['es']?.action, id).toMatch(/«Si.*entonces/u)
  }
  const unused = Object.keys(findings).filter(key => !pieces.some(({ evidence }) => evidence === key))
  expect(unused).toEqual([])
})

test('nothing may come again within half a year', () => {
  expect(Math.min(...pieces.map(({ restWeeks }) => restWeeks))).toBeGreaterThanOrEqual(LEAST_REST_WEEKS)
})

const piece = {
  id: 'one-thing',
  version: 1,
  audience: 'anyone',
  evidence: 'if-then',
  minutes: 1,
  restWeeks: 26,
  words: {
    en: { action: 'Write one thing.', whyNow: 'It is short.' },
    de: { action: 'Schreib es auf.', whyNow: 'Kurz.' }
  }
}
const finding = { 'if-then': { source: 'Somebody, 2024', size: 'n = 1', words: { en: 'It helps.' } } }

test('a language is added as data, and what lacks it anywhere does not exist for its readers', () => {
  const library = readLibrary([{ area: 'feedback', nudges: [piece] }], finding)
  const [only] = library.pieces
  if (!only) throw new Error('the piece was read')
  expect(tellPiece(only, 'en', library)).toMatchObject({ action: 'Write one thing.', evidence: 'It helps.' })
  expect(tellPiece(only, 'es', library)).toBeUndefined()
  // German has the words and lacks the finding.
  expect(tellPiece(only, 'de', library)).toBeUndefined()
})

test.each([
  ['an unknown area', 'juggling', {}],
  ['an unknown audience', 'feedback', { audience: 'unhappy' }],
  ['three minutes', 'feedback', { minutes: 3 }],
  ['a repeat within a quarter', 'feedback', { restWeeks: 12 }],
  ['no words', 'feedback', { words: { en: { action: '', whyNow: '' } } }],
  ['a field nobody reads', 'feedback', { mood: 'bright' }],
  ['a finding that is not there', 'feedback', { evidence: 'hearsay' }]
])('content with %s is refused when it is read', (_case, area, change) => {
  expect(() => readLibrary([{ area, nudges: [{ ...piece, ...change }] }], finding)).toThrow()
})

test('two of the same version are refused; a newer version beside the old one is read', () => {
  const twice = (version: number) => () =>
    readLibrary([{ area: 'feedback', nudges: [piece, { ...piece, version }] }], finding)
  expect(twice(1)).toThrow('there are two of "one-thing" in version 1')
  expect(twice(2)().pieces).toHaveLength(2)
})

test('each area has a name of its own in each language', () => {
  for (const names of Object.values(FOCUS_NAMES))
    expect(new Set(Object.values(names)).size).toBe(focusAreaSchema.options.length)
})
