/** A learning site that gets another name. */
import { expect, test } from 'vitest'
import * as admin from '../contract/enrollment-admin.ts'
import { KEY, rulesFor, SITE, startEnrollmentWorld, type EnrollmentWorld } from './test-world.ts'

const NEW = 'demo-renamed'
const named = (subdomain: string) => ({
  learningSite: { kind: 'thinkific', subdomain, url: 'https://demo.test/academy', apiKey: KEY }
})
const work = (world: EnrollmentWorld) => world.admin(admin.getEnrollmentWork)
const problem = async (world: EnrollmentWorld) => (await work(world)).site?.problem

test('its next webhook tells the admin the new name; one change of the settings, and all goes on with the same accounts', async () => {
  await using world = await startEnrollmentWorld()
  await world.addPeople(['ana'])
  await world.settle()
  const [ana] = world.site.users(SITE)
  world.site.renameSite(SITE, NEW)
  world.site.setProgress(NEW, ana?.id ?? 0, 1001, 0.5)
  await world.site.settled()
  await expect.poll(() => problem(world), { timeout: 60_000 }).toMatchObject({ kind: 'renamed', said: NEW })
  await world.addPeople(['bea'])
  await expect.poll(async () => (await work(world)).waiting.newcomers, { timeout: 60_000 }).toBe(1)
  const calls = world.calls().length
  await world.configure(named(NEW))
  await world.settle()
  expect(await problem(world)).toBeNull()
  const writes = world
    .calls()
    .slice(calls)
    .filter(call => !call.startsWith('GET') && call !== 'POST /users')
  expect(writes).toEqual(['POST /enrollments', 'POST /enrollments'])
  expect(world.site.users(NEW).map(({ first_name }) => first_name)).toEqual(['ana', 'bea'])
})

test.each([
  ['a redirection', { status: 301, body: '', headers: { location: `https://${NEW}.thinkific.com/api` } }],
  ['a page that knows no such site', { status: 404, body: { error: 'Site not found' } }]
])('%s in its place is named, and its key is shown to nobody else', async (_what, fault) => {
  await using world = await startEnrollmentWorld()
  world.site.standin.faults.add({ kind: 'status', ...fault, times: 2 })
  await world.addPeople(['ana'])
  await expect.poll(async () => (await problem(world))?.kind, { timeout: 60_000 }).toBe('renamed')
  await world.settle()
  expect(await problem(world)).toBeNull()
  expect(world.site.enrollments(SITE)).toHaveLength(2)
})

test('another site under that name is asked for nothing: no account that is known is there', async () => {
  await using world = await startEnrollmentWorld()
  await world.addPeople(['ana'])
  await world.settle()
  world.site.addSite({ subdomain: 'stranger', apiKey: KEY, name: 'Other Academy' })
  world.site.addCourse('stranger', { id: 1003, name: 'Course 1003', slug: 'c', lessons: 1 })
  await world.configure({ ...named('stranger'), enrollmentRules: rulesFor([1003]) })
  await expect.poll(() => problem(world), { timeout: 60_000 }).toMatchObject({ kind: 'other_site' })
  expect(world.site.users('stranger')).toEqual([])
  await world.configure({ ...named(SITE), enrollmentRules: rulesFor([1001, 1002]) })
  await world.settle()
  expect(await problem(world)).toBeNull()
  expect(world.site.users(SITE)).toHaveLength(1)
})

test('a name that no call answers to is told to nobody, however it is signed', async () => {
  await using world = await startEnrollmentWorld()
  await world.addPeople(['ana'])
  await world.settle()
  const [ana] = world.site.users(SITE)
  world.site.standin.faults.add({ kind: 'status', status: 401, body: { error: 'Invalid' }, path: '/courses', times: 1 })
  world.site.renameSite(SITE, NEW)
  world.site.setProgress(NEW, ana?.id ?? 0, 1001, 0.5)
  await world.site.settled()
  world.site.renameSite(NEW, SITE)
  await world.settle()
  expect(await problem(world)).toBeNull()
})
