import { expect, test } from 'vitest'
import type { Turn } from '../../../api/contract/coach.ts'
import { sentencesIn, tell, withTurn, type Thread } from './thread-state.ts'

const turn = (more: Partial<Turn> = {}): Turn => ({
  messageId: 'msg_1',
  conversationId: 'thr_1',
  from: 'coach',
  text: '',
  surface: 'tab',
  at: '2026-11-26T10:00:00.000Z',
  state: 'answering',
  parts: 0,
  engine: null,
  degraded: false,
  planId: null,
  citations: [],
  mark: null,
  turnId: null,
  ...more
})
const thread: Thread = { conversationId: 'thr_1', turns: [turn()] }
const part = (ordinal: number, text: string) =>
  ({ kind: 'part', messageId: 'msg_1', conversationId: 'thr_1', ordinal, text }) as const

test('parts are put together in order, and one that is told twice counts once', () => {
  const once = tell(thread, part(0, 'One '))
  const again = once && tell(once, part(0, 'One '))
  expect(again && tell(again, part(1, 'step.'))?.turns[0]).toMatchObject({ text: 'One step.', parts: 2 })
})

test('a part that is missing, and a reset, mean to read everything anew', () => {
  expect(tell(thread, part(1, 'step.'))).toBeUndefined()
  expect(tell(thread, { kind: 'reset', position: 3 })).toBeUndefined()
})

test('what belongs to another topic, or to an answer that is whole, changes nothing', () => {
  expect(withTurn(thread, turn({ messageId: 'msg_2', conversationId: 'thr_2' }))).toBe(thread)
  const whole = withTurn(thread, turn({ state: 'done', text: 'One step.' }))
  expect(tell(whole, part(0, 'One '))).toBe(whole)
  expect(tell(thread, { ...part(0, 'x'), messageId: 'msg_9' })).toBe(thread)
})

test('an answer that begins anew begins with nothing; a cut one keeps what was heard; an opinion stays', () => {
  const heard = tell(thread, part(0, 'One ')) ?? thread
  expect(withTurn(heard, turn({ degraded: true })).turns[0]).toMatchObject({ text: '', parts: 0, degraded: true })
  expect(withTurn(heard, turn({ state: 'cut' })).turns[0]?.text).toBe('One ')
  const marked = withTurn(thread, turn({ state: 'done', text: 'One.', mark: 'wrong' }))
  expect(withTurn(marked, turn({ state: 'done', text: 'One.' })).turns[0]?.mark).toBe('wrong')
})

test('the first turn of a person without conversations begins one', () => {
  expect(withTurn({ conversationId: null, turns: [] }, turn()).conversationId).toBe('thr_1')
})

test('only whole sentences of the coach are read out, and the last one when it has ended', () => {
  const text = 'That matters. What would'
  expect(sentencesIn(turn({ text }), 'en')).toEqual(['That matters. '])
  expect(sentencesIn(turn({ text, state: 'stopped' }), 'en')).toEqual(['That matters. ', 'What would'])
  expect(sentencesIn(turn({ text, from: 'person' }), 'en')).toEqual([])
})
