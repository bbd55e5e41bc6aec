import { expect, test } from 'vitest'
import { chosenFault, FAULTS, OTHERWISE, sayBroken } from './faults.ts'

test('each way to break a vendor is recognized again', () => {
  for (const [key, { body }] of Object.entries(FAULTS)) expect(chosenFault({ faults: [body] })).toBe(key)
  expect(chosenFault({ faults: [] })).toBe('')
})

test('a fault that an outside program set is not called working', () => {
  expect(chosenFault({ faults: [{ kind: 'hang' }] })).toBe(OTHERWISE)
})

test('the sentence names the vendor, the fault and what waits', () => {
  const broken = { name: 'thinkific', url: '', faults: [{ kind: 'status', status: 503 }] }
  expect(sayBroken(broken)).toBe('Thinkific is broken: down (503). Learners and their courses wait.')
})
