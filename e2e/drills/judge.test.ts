import { expect, test } from 'vitest'
import { created, repeatsIn } from './judge.ts'

const posted = (path: string, body: unknown, status = 201) => ({
  method: 'POST',
  path,
  status,
  body: JSON.stringify(body)
})
const CHAT = '/teams/v3/conversations/a%3A1/activities'

test('the same learner, course or message confirmed twice is a repeat', () => {
  const calls = [
    posted('/api/public/v1/users', { email: 'demo@example.com' }),
    posted('/api/public/v1/users', { email: 'demo@example.com' }),
    posted('/api/public/v1/enrollments', { user_id: 1, course_id: 2 }),
    posted(CHAT, { type: 'message', text: 'Hello', conversation: 'x' }),
    posted(CHAT, { type: 'message', text: 'Hello', conversation: 'y' })
  ]
  expect(repeatsIn(created(calls))).toBe(2)
})

test('what a vendor refused, other messages, other chats and typing are no repeats', () => {
  const calls = [
    posted('/api/public/v1/users', { email: 'demo@example.com' }, 500),
    posted('/api/public/v1/users', { email: 'demo@example.com' }),
    posted(CHAT, { type: 'message', text: 'Hello' }),
    posted(CHAT, { type: 'message', text: 'Goodbye' }),
    posted(CHAT.replace('1', '2'), { type: 'message', text: 'Hello' }),
    posted(CHAT, { type: 'typing' }),
    posted(CHAT, { type: 'typing' })
  ]
  expect(repeatsIn(created(calls))).toBe(0)
})
