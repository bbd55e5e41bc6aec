/** What refusals mean, for each wording that is known. */
import { expect, test } from 'vitest'
import { fallsThrough } from '../channels/refusal.ts'
import { readFeed } from './feed.ts'
import { readInstall } from './install-answer.ts'
import { readRefusal } from './mail-answer.ts'

const reply = (status: number, message = '', waitMs?: number) => ({
  status,
  body: { error: { code: 'Code', message } },
  waitMs
})

test.each([
  [201, '', 'installed'],
  [409, 'The app is already installed', 'already'],
  [401, 'expired', 'hold token_refused'],
  [403, 'Missing role permissions on the request', 'hold permission_missing'],
  [403, 'App is blocked by app permission policy', 'failed policy'],
  [403, 'Operation is not supported for guest users', 'failed guest'],
  [403, 'Something new', 'failed refused'],
  [404, 'App definition not found. AppId: x', 'hold not_in_catalog'],
  [404, 'The user is not provisioned in Teams', 'failed no_teams'],
  [404, 'Resource does not exist', 'failed gone'],
  [429, '', 'hold down'],
  [503, '', 'again'],
  [400, 'Bad', 'failed refused']
])('installing: %i %s is %s', (status, message, meaning) => {
  const answer = readInstall(reply(status, message))
  const more = 'problem' in answer ? answer.problem : 'reason' in answer ? answer.reason : ''
  expect(`${answer.kind} ${more}`.trim()).toBe(meaning)
})

test.each([
  [204, 'sent'],
  [401, 'failed'],
  [403, 'failed'],
  [404, 'failed'],
  [412, 'again'],
  [429, 'again'],
  [503, 'again'],
  [504, 'unclear']
])('the feed: %i is %s', (status, meaning) => {
  expect(readFeed(reply(status)).kind).toBe(meaning)
})

test.each([
  ['5.1.1', undefined, 'noMailbox'],
  ['5.1.10', undefined, 'noMailbox'],
  ['5.2.1', undefined, 'noMailbox'],
  ['550', 550, 'noMailbox'],
  ['5.2.2', 552, 'failed'],
  ['5.7.1', 550, 'failed'],
  ['554', 554, 'failed']
])('a mail server’s %s is %s', (code, status, meaning) => {
  expect(readRefusal(code, status).kind).toBe(meaning)
})

test.each([
  ['no_conversation', 'none', true],
  ['no_conversation', 'no', false],
  ['disabled_by_admin', 'open', true],
  ['uninstalled', 'none', true],
  ['conversation_gone', 'none', true],
  ['blocked', 'no', false],
  ['refused', 'open', false],
  ['unclear', 'open', false],
  ['not_enough_permissions', 'open', false]
] as const)(
  'a chat that ended with "%s" where the person’s standing is "%s" goes on below: %s',
  (reason, chat, goesOn) => {
    expect(fallsThrough(reason, chat)).toBe(goesOn)
  }
)
