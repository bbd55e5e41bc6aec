import { expect, test } from 'vitest'
import { judgeNudges, type StoredNudge } from './nudge-judge.ts'

const nudge = (id: string, more: Partial<StoredNudge> = {}): StoredNudge => ({
  id,
  state: 'sent',
  delivery: 'sent',
  reason: null,
  unclear: 0,
  ...more
})

test('what arrived once and is stored as sent is as it should be', () => {
  expect(judgeNudges([nudge('a')], new Map([['a', 1]]))).toEqual({
    lost: 0,
    repeats: 0,
    ambiguous: 0,
    unflaggedRepeats: 0,
    falseStates: 0
  })
})

test('each way to be wrong is counted as what it is', () => {
  const stored = [
    nudge('waits', { state: 'queued', delivery: 'sending' }),
    nudge('twice'),
    nudge('twice and flagged', { unclear: 1 }),
    nudge('never arrived'),
    nudge('arrived all the same', { state: 'failed', delivery: 'failed' }),
    nudge('nobody knows', { state: 'failed', delivery: 'failed', unclear: 2 }),
    nudge('told two ways', { state: 'sent', delivery: 'failed' })
  ]
  const arrived = new Map([
    ['twice', 2],
    ['twice and flagged', 3],
    ['arrived all the same', 1],
    ['nobody knows', 1],
    ['told two ways', 1]
  ])
  expect(judgeNudges(stored, arrived)).toEqual({
    lost: 1,
    repeats: 3,
    ambiguous: 3,
    unflaggedRepeats: 1,
    falseStates: 3
  })
})
