import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { pack, unpack, WEIGHTS_FILE } from '../../api/coach/safety/learned.ts'
import { MINUTE } from '../../api/platform/time.ts'
import { LANGUAGES, measuredOn, worded } from './set.ts'
import { read, taught, weightsFrom } from './training.ts'

/** Two minutes of work, more where others have the processor. */
const WITHIN = { timeout: 15 * MINUTE }

test(
  'the sentences make the very weights that are committed, and nothing that is measured is among them',
  WITHIN,
  () => {
    const sentences = taught()
    const learned = new Set(sentences.map(({ text }) => worded(text)))
    const measured = LANGUAGES.flatMap(measuredOn)
    expect(measured.length).toBeGreaterThan(10_000)
    // Counted, not told: whoever makes rules does not read them.
    expect(measured.filter(({ text }) => learned.has(worded(text))).length).toBe(0)
    expect(pack(weightsFrom(read(sentences))).equals(readFileSync(WEIGHTS_FILE))).toBe(true)
  }
)

test('weights that were cut short are refused', () =>
  expect(() => unpack(readFileSync(WEIGHTS_FILE).subarray(1))).toThrow('not whole'))
