import { expect, test } from 'vitest'
import { shippedKey, snapshotKey } from './snapshot.ts'

test('the shipped history fits this version; when this fails, run `npm run snapshot` and commit what it writes', () => {
  expect(shippedKey()).toBe(snapshotKey())
})
