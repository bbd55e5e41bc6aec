import { expect, test } from 'vitest'
import { directoryHealth, signInHealth, type DirectoryFacts, type SignInFacts } from './health.ts'

const now = new Date('2026-11-25T12:00:00Z')
const inDays = (days: number): Date => new Date(now.getTime() + days * 86_400_000)
const well: SignInFacts = {
  state: 'active',
  lastEvent: 'connection.activated',
  certificateExpiresAt: inDays(200),
  worked: 40,
  failed: 1,
  now
}

test.each<readonly [string, Partial<SignInFacts>, string]>([
  ['works', {}, 'green well'],
  ['without a certificate', { certificateExpiresAt: undefined }, 'green well'],
  ['nobody came this week', { worked: 0, failed: 0 }, 'green unused'],
  ['WorkOS does not know it', { state: null }, 'red gone'],
  ['removed, and WorkOS is silent', { state: undefined, lastEvent: 'connection.deleted' }, 'red gone'],
  ['off', { state: 'inactive' }, 'red off'],
  ['off at the last word, and WorkOS is silent', { state: undefined, lastEvent: 'connection.deactivated' }, 'red off'],
  ['off once, on now', { lastEvent: 'connection.deactivated' }, 'green well'],
  ['certificate ran out today', { certificateExpiresAt: now }, 'red certificate_expired'],
  ['certificate in thirty days', { certificateExpiresAt: inDays(30) }, 'amber certificate_expiring'],
  ['certificate in thirty-one days', { certificateExpiresAt: inDays(31) }, 'green well'],
  [
    'expired, and everybody fails',
    { certificateExpiresAt: inDays(-1), worked: 0, failed: 90 },
    'red certificate_expired'
  ],
  ['everybody fails', { worked: 0, failed: 3 }, 'red all_failing'],
  ['two failed, nobody else came', { worked: 0, failed: 2 }, 'green unused'],
  ['more fail than come in', { worked: 4, failed: 5 }, 'amber many_failing'],
  ['as many fail as come in', { worked: 5, failed: 5 }, 'green well'],
  ['half set up', { state: 'draft', worked: 0, failed: 0 }, 'amber unfinished'],
  ['a state of tomorrow', { state: 'requires_type' }, 'amber unfinished']
])('a sign-in connection: %s', (_what, facts, wanted) => {
  const { light, reason } = signInHealth({ ...well, ...facts })
  expect(`${light} ${reason}`).toBe(wanted)
})

const lively: DirectoryFacts = {
  lastEvent: 'dsync.activated',
  connected: true,
  lastEventAt: inDays(-1),
  lastComparedAt: inDays(-1),
  now
}

test.each<readonly [string, Partial<DirectoryFacts>, string]>([
  ['works', {}, 'green well'],
  ['works, and WorkOS is silent', { connected: undefined }, 'green well'],
  ['never connected', { connected: false, lastEvent: undefined, lastEventAt: undefined }, 'amber never_connected'],
  ['connected and silent', { lastEventAt: undefined }, 'amber never_heard'],
  ['switched off', { connected: false }, 'red off'],
  ['off at the last word, and WorkOS is silent', { connected: undefined, lastEvent: 'dsync.deactivated' }, 'red off'],
  ['removed', { connected: false, lastEvent: 'dsync.deleted' }, 'red gone'],
  ['another in its place', { lastEvent: 'dsync.activated' }, 'green well'],
  ['one night was missed', { lastComparedAt: inDays(-1.9) }, 'green well'],
  ['two nights were missed', { lastComparedAt: inDays(-2.1) }, 'amber not_compared'],
  ['never compared', { lastComparedAt: undefined }, 'amber not_compared']
])('a directory: %s', (_what, facts, wanted) => {
  const { light, reason } = directoryHealth({ ...lively, ...facts })
  expect(`${light} ${reason}`).toBe(wanted)
})
