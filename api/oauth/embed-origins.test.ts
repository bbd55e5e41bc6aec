import { expect, test } from 'vitest'
import { readOrigin } from './embed-origins.ts'

const strict = { loopback: false }

test.each([
  ['https://learning.example.com', 'https://learning.example.com'],
  [' https://Learning.Example.com/ ', 'https://learning.example.com'],
  ['https://learning.example.com:443', 'https://learning.example.com'],
  ['https://learning.example.com:8443', 'https://learning.example.com:8443'],
  ['https://*.example.com', 'https://*.example.com']
])('"%s" may frame the coach', (text, origin) => expect(readOrigin(text, strict)).toBe(origin))

test.each([
  'http://learning.example.com',
  '*',
  'https://*',
  'https://*.com',
  'https://a.*.example.com',
  'https://*.*.example.com',
  'https://learn*.example.com',
  'https://example',
  'https://10.0.0.1',
  'https://localhost',
  'http://127.0.0.1:4106',
  'https://learning.example.com/course',
  'https://learning.example.com?x=1',
  'https://ana:secret@learning.example.com',
  'https://learning.example.com:0',
  'https://learning.example.com:65536',
  'https://-learning.example.com',
  "https://learning.example.com; script-src 'unsafe-inline'",
  'https://learning.example.com https://evil.example',
  'https://learning.example.com\nx-header: 1',
  "'self'",
  'data:',
  `https://${'a'.repeat(64)}.example.com`,
  'https://xn--.example..com',
  ''
])('"%s" may not', text => expect(readOrigin(text, strict)).toBeUndefined())

test('an installation on loopback takes its own machine by any name, and nothing else without https', () => {
  const own = (text: string) => readOrigin(text, { loopback: true })
  expect(own('http://lms.localhost:4106')).toBe('http://lms.localhost:4106')
  expect(own('http://127.0.0.1:4106')).toBe('http://127.0.0.1:4106')
  expect(own('http://*.localhost')).toBeUndefined()
  expect(own('http://learning.example.com')).toBeUndefined()
})
