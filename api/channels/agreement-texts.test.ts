import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { AGREEMENT_VERSION, agreementText, changesSince, linesOf } from './agreement-texts.ts'

const company = { name: '{company}', sponsor: { name: '{sponsor}', title: '{title}' } }
const hash = (version: number, language: 'en' | 'es'): string =>
  createHash('sha256')
    .update(linesOf(agreementText(version, language), company).join('\n'))
    .digest('hex')
    .slice(0, 16)

/** A version that people read is not edited: add the next one, with what changed, and its line here. */
const PUBLISHED: Readonly<Record<number, readonly [en: string, es: string]>> = {
  1: ['2a90c8f605683b8a', 'b3c68b0e828fe244']
}

test('every version of the agreement still says what people agreed to, word for word, in each language', () => {
  expect(Object.keys(PUBLISHED)).toHaveLength(AGREEMENT_VERSION)
  for (const [version, hashes] of Object.entries(PUBLISHED))
    expect([hash(Number(version), 'en'), hash(Number(version), 'es')]).toEqual(hashes)
})

test('who agreed to an earlier version reads what is new, in either language as many lines; who knows the current one nothing', () => {
  expect(changesSince(0, 'en').length).toBeGreaterThan(0)
  expect(changesSince(0, 'es')).toHaveLength(changesSince(0, 'en').length)
  expect(changesSince(AGREEMENT_VERSION, 'en')).toEqual([])
})
