import { expect, test } from 'vitest'
import { FIRST_THREAD, type Turn } from '../../../api/contract/coach.ts'
import { sentencesIn, tell, withEarlier, withTurn, type Thread } from './thread-state.ts'

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

test('earlier turns come before what is shown, once, and only of the same conversation', () => {
  const shown: Thread = { conversationId: 'thr_1', turns: [turn({ messageId: 'msg_2', text: 'newer' })] }
  const page = { conversationId: 'thr_1', turns: [turn(), turn({ messageId: 'msg_2', text: 'as it was' })] }
  const { turns } = withEarlier(shown, page)
  expect(turns.map(({ messageId, text }) => [messageId, text])).toEqual([
    ['msg_1', ''],
    ['msg_2', 'newer']
  ])
  expect(withEarlier(shown, { ...page, conversationId: 'thr_2' })).toBe(shown)
})

test('what changes further back than anybody has read is not taken for something new', () => {
  const old = turn({ messageId: 'msg_old', at: '2026-11-25T10:00:00.000Z', text: 'edited' })
  const page = Array.from({ length: FIRST_THREAD.limit }, (_none, at) => turn({ messageId: `msg_${at}` }))
  const long: Thread = { conversationId: 'thr_1', turns: page }
  expect(withTurn(long, old)).toBe(long)
  expect(withTurn(thread, old).turns).toHaveLength(2)
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
