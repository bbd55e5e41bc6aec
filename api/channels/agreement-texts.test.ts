import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { AGREEMENT_VERSION, agreementText, changesSince, linesOf } from './agreement-texts.ts'

const company = { name: '{company}', sponsor: { name: '{sponsor}', title: '{title}' } }
const hash = (version: number, language: 'en' | 'es', modelService: string | null): string =>
  createHash('sha256')
    .update(linesOf(agreementText(version, language), company, modelService).join('\n'))
    .digest('hex')
    .slice(0, 16)

/** A version that people read is not edited: add the next one, with what changed, and its line here. */
const PUBLISHED: Readonly<Record<number, readonly string[]>> = {
  1: ['2a90c8f605683b8a', 'b3c68b0e828fe244', '7e84d9153ad6a617', '959363b7ce24d2ff'],
  2: ['12b12e47d2518db4', '8e52bbba8b036d2e', '64b2d622d28c1a18', '9cf84515a1975c90']
}

test('every version of the agreement still says what people agreed to, word for word, in each language', () => {
  expect(Object.keys(PUBLISHED)).toHaveLength(AGREEMENT_VERSION)
  for (const [version, hashes] of Object.entries(PUBLISHED))
    expect(
      [null, '{service}'].flatMap(service => (['en', 'es'] as const).map(each => hash(Number(version), each, service)))
    ).toEqual(hashes)
})

test('who agreed to an earlier version reads what is new, in either language as many lines; who knows the current one nothing', () => {
  const never = { version: 0, modelService: null }
  const current = { version: AGREEMENT_VERSION, modelService: 'models.example' }
  expect(changesSince(never, null, 'en').length).toBeGreaterThan(0)
  expect(changesSince(never, null, 'es')).toHaveLength(changesSince(never, null, 'en').length)
  for (const known of [null, 'models.example']) expect(changesSince(current, known, 'en')).toEqual([])
  for (const language of ['en', 'es'] as const)
    expect(changesSince(current, 'other.example', language)).toEqual([expect.stringContaining('other.example')])
})
