import { expect, test } from 'vitest'
import { measuredSources, offeredLanguages } from '../../api/coach/scripted/gates.ts'
import { hear } from '../../api/coach/scripted/hear.ts'
import { wantOf } from '../../api/coach/scripted/own.ts'
import { en as words } from '../../api/coach/scripted/texts/en.ts'
import { agreement } from './agreement.ts'
import { figuresOf } from './figures.ts'
import { label } from './label.ts'
import { labeled as en } from './labeled-en.ts'
import { labeled as es } from './labeled-es.ts'
import { KINDS } from './person.ts'
import { playAll, scripted } from './session.ts'
import { sourcesOf } from './sources.ts'

test.each([
  ['en', en],
  ['es', es]
] as const)('in %s the labeler agrees with at least 80 turns labeled by hand', (_, labeled) => {
  const { turns, kappa } = agreement(labeled)
  expect(turns).toBeGreaterThanOrEqual(80)
  expect(kappa).toBeGreaterThan(0.8)
})

test('a labeler that sees nothing agrees with nobody beyond chance', () => {
  expect(
    agreement([
      ['r', 'Hello.'],
      ['-', 'You are tired.']
    ]).kappa
  ).toBeLessThan(0.1)
})

test('what is said inside quotation marks asks nothing and is a draft when it is put to use', () => {
  const { of, questions } = label('You could say: “Can we look at the list together and take one thing off it?”')
  expect([...of]).toEqual(['draft'])
  expect(questions).toBe(0)
})

test('the figures kept belong to the present words and rules: after a change run `npm run bench -- coaching --write`', async () => {
  expect(measuredSources).toBe(await sourcesOf())
  expect(offeredLanguages().length).toBeGreaterThan(0)
})

test('a coach that repeats itself and only asks fails its gates', async () => {
  const answer: typeof scripted.answer = async (...turn) => ({
    ...(await scripted.answer(...turn)),
    text: 'Why is that?'
  })
  const dull = await playAll({ ...scripted, answer }, ['plain'], { locale: 'en', seed: 1 })
  const { repeatedTurns, reflectionsPerQuestion } = figuresOf(dull)
  expect(repeatedTurns).toBeGreaterThan(0)
  expect(reflectionsPerQuestion).toBe(0)
})

test.each(['en', 'es'] as const)(
  'who asks for no plan, course or fact of theirs is not shown any: %s',
  async locale => {
    const taken: string[] = []
    const answer: typeof scripted.answer = (session, text, spoken) => {
      const want = wantOf({ session, heard: hear(text), locale, words })
      if (want && want.kind !== 'opening') taken.push(text)
      return scripted.answer(session, text, spoken)
    }
    await playAll({ ...scripted, answer }, KINDS, { locale, seed: 1 })
    expect(taken).toEqual([])
  }
)
