import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { pack, unpack, WEIGHTS_FILE } from '../../api/coach/safety/learned.ts'
import { MINUTE } from '../../api/platform/time.ts'
import { isHeldOut, readSet } from './set.ts'
import { read, taught, weightsFrom } from './training.ts'

/** Two minutes of work, more where others have the processor. */
const WITHIN = { timeout: 15 * MINUTE }

test('the sentences make the very weights that are committed, and none of them is held out', WITHIN, () => {
  const sentences = taught()
  const texts = new Set(sentences.map(({ text }) => text))
  for (const language of ['en', 'es'])
    for (const one of readSet(`api/coach/safety/blind/${language}.jsonl`).filter(isHeldOut))
      expect(texts.has(one.text)).toBe(false)
  expect(pack(weightsFrom(read(sentences))).equals(readFileSync(WEIGHTS_FILE))).toBe(true)
})

test('weights that were cut short are refused', () =>
  expect(() => unpack(readFileSync(WEIGHTS_FILE).subarray(1))).toThrow('not whole'))
