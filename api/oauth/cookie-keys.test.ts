import { expect, test } from 'vitest'
import { createSealer } from '../platform/crypto.ts'
import { createCookieKeys } from './cookie-keys.ts'

const [OLD, NEW, FOREIGN] = ['old'.repeat(12), 'new'.repeat(12), 'not'.repeat(12)] as const

test('the newest key signs a cookie, all verify it, and no other', () => {
  const before = createCookieKeys([OLD])
  const after = createCookieKeys([NEW, OLD])
  const signed = before.sign('_session=abc')
  expect(after.index('_session=abc', signed)).toBe(1)
  expect(after.index('_session=abc', after.sign('_session=abc'))).toBe(0)
  expect(before.verify('_session=abc', after.sign('_session=abc'))).toBe(false)
  expect(createCookieKeys([FOREIGN]).verify('_session=abc', signed)).toBe(false)
})

test.each([
  ['of another cookie', '_session=abd', (signed: string) => signed],
  ['cut short', '_session=abc', (signed: string) => signed.slice(0, -1)],
  ['empty', '_session=abc', () => ''],
  ['with something behind it', '_session=abc', (signed: string) => `${signed}A`]
])('a signature is refused %s', (_what, data, change) => {
  const keys = createCookieKeys([NEW, OLD])
  expect(keys.verify(data, change(keys.sign('_session=abc')))).toBe(false)
})

test('what was sealed before the keys were replaced opens, for its own context and purpose only', () => {
  const sealed = createSealer([OLD], 'one').seal('mine', 'secret')
  expect(createSealer([NEW, OLD], 'one').open('mine', sealed)).toBe('secret')
  expect(createSealer([NEW, OLD], 'one').open('other', sealed)).toBeUndefined()
  expect(createSealer([NEW, OLD], 'two').open('mine', sealed)).toBeUndefined()
  expect(createSealer([NEW], 'one').open('mine', sealed)).toBeUndefined()
})
