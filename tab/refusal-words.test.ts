import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { campaignWords } from './pages/campaigns/words.ts'
import { refusalWords } from './refusal-words.ts'

const SLICES = ['api/nudges', 'api/reach']

/** Each refusal of these slices, with the code that names it. */
const refusals = SLICES.flatMap(slice =>
  readdirSync(slice)
    .filter(name => name.endsWith('.ts') && !name.includes('test'))
    .flatMap(name => {
      const [, ...made] = readFileSync(`${slice}/${name}`, 'utf8').split('new ProblemError(')
      return made.map(text => ({
        name,
        text: text.slice(0, 400),
        code: /reason: '(?<code>\w+)'/u.exec(text)?.groups?.['code']
      }))
    })
)

test('whatever these slices refuse is told in the language of who reads it', () => {
  expect(refusals.length).toBeGreaterThan(25)
  for (const locale of ['en', 'es'] as const) {
    const { refused, corrections } = campaignWords[locale].campaigns
    const known = new Set(Object.keys({ ...refusalWords[locale], ...refused, ...corrections.refused }))
    for (const { name, code, text } of refusals) expect(known, `${name}: ${text}`).toContain(code)
  }
})
