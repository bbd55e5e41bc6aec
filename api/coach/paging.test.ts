/** Whoever has talked to the coach for years reaches all of it: the first words, the first topic, and what was said in any. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as coach from '../contract/coach.ts'
import { saidLongAgo } from './test-history.ts'
import { personIdOf, startCoachWorld, type CoachWorld } from './test-world.ts'

const TURNS = 450
const TOPICS = 230

let world: CoachWorld
beforeAll(async () => {
  world = await startCoachWorld(undefined, ['ana', 'bea', 'cai'])
  await saidLongAgo(world.deps, keyOf('ana'), [
    { conversationId: 'thr_long', title: 'Long', texts: numbered(TURNS, 'turn') },
    { conversationId: 'thr_new', title: 'New', texts: ['the newest topic', 'of two turns'] }
  ])
  await saidLongAgo(
    world.deps,
    keyOf('bea'),
    numbered(TOPICS, 'topic').map((title, at) => ({
      conversationId: `thr_bea_${at}`,
      title,
      texts: [`said in ${title}`]
    }))
  )
  await saidLongAgo(world.deps, keyOf('cai'), [
    { conversationId: 'thr_first', title: 'First', texts: ['Hablé con José de la mudanza'] },
    { conversationId: 'thr_cai', title: 'Since', texts: numbered(2100, 'turn') }
  ])
})
afterAll(() => world[Symbol.asyncDispose]())

const keyOf = (name: string) => ({ organizationId: world.organizationId, personId: personIdOf(name) })
const numbered = (count: number, word: string) => Array.from({ length: count }, (_none, at) => `${word} ${at}`)
const threadOf = (name: string, query: object) => world.as(name)(coach.getThread, { query })
const listOf = (name: string, query: object = {}) => world.as(name)(coach.getConversations, { query })

/** What each page shows, until there is no other. */
async function pagesOf(name: string, query: object = {}): Promise<readonly (readonly string[])[]> {
  const { conversations, next } = await listOf(name, query)
  const page = conversations.map(({ title }) => title ?? '')
  return next ? [page, ...(await pagesOf(name, { ...query, before: next }))] : [page]
}

test('a long conversation is read back to its first words, each turn once, whatever is said meanwhile', async () => {
  const query = { conversationId: 'thr_long', limit: 200 }
  const newest = await threadOf('ana', query)
  expect(newest).toMatchObject({ more: true, turns: { length: 200 } })
  await saidLongAgo(world.deps, keyOf('ana'), [{ conversationId: 'thr_other', title: 'Other', texts: ['meanwhile'] }])
  const middle = await threadOf('ana', { ...query, before: newest.turns[0]?.messageId })
  const oldest = await threadOf('ana', { ...query, before: middle.turns[0]?.messageId })
  expect(oldest).toMatchObject({ more: false, turns: { length: TURNS - 400 } })
  const texts = [oldest, middle, newest].flatMap(({ turns }) => turns.map(({ text }) => text))
  expect(texts).toEqual(numbered(TURNS, 'turn'))
  expect(await threadOf('ana', { conversationId: 'thr_new' })).toMatchObject({ more: false, turns: { length: 2 } })
})

test('what stands before a message that is gone, or of somebody else, is not found', async () => {
  for (const [name, before] of [
    ['ana', 'msg_unknown'],
    ['bea', 'msg_thr_long_9']
  ] as const)
    await expect(threadOf(name, { before })).rejects.toMatchObject({ status: 404 })
})

test('every conversation is listed once, newest first, also when one goes on between two pages', async () => {
  expect((await pagesOf('bea')).flat()).toEqual(numbered(TOPICS, 'topic').toReversed())
  const first = await listOf('bea')
  expect(first.conversations.length).toBeLessThan(TOPICS)
  await world.as('bea')(coach.deleteConversation, {
    params: { conversationId: first.conversations.at(-1)?.conversationId ?? '' }
  })
  const rest = await pagesOf('bea', { before: first.next })
  expect(first.conversations.length + rest.flat().length).toBe(TOPICS)
  for (const before of ['nowhere', '-271821-04-20T00:00:00.000Z~thr_1', '2026-99-01T00:00:00.000Z~thr_1'])
    await expect(listOf('bea', { before })).rejects.toMatchObject({ status: 400 })
})

test('the oldest conversation is found by its words, renamed and deleted', async () => {
  expect((await pagesOf('bea', { find: 'SAID in topic 3' })).flat().toSorted()).toEqual(
    numbered(TOPICS, 'topic')
      .filter(title => title.startsWith('topic 3'))
      .toSorted()
  )
  const params = { conversationId: 'thr_bea_0' }
  await world.as('bea')(coach.renameConversation, { params, body: { title: 'Where it began' } })
  expect(await pagesOf('bea', { find: 'it began' })).toEqual([['Where it began']])
  await world.as('bea')(coach.deleteConversation, { params })
  expect((await pagesOf('bea', { find: 'it began' })).flat()).toEqual([])
})

test('words said very long ago are found further back, and a search that stopped early says so', async () => {
  const near = await listOf('cai', { find: 'jose' })
  expect(near).toEqual({ conversations: [], next: expect.any(String) })
  expect(await listOf('cai', { find: 'jose', before: near.next })).toMatchObject({
    conversations: [{ title: 'First', excerpt: expect.stringContaining('José') }],
    next: null
  })
})
