import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { COURSE, KEY, openInbox, startSite } from './testSite.ts'

const ACTIVE = { activated_at: '2026-11-01T00:00:00Z' }

test('a linked learner is found by the subject and not by another provider', async () => {
  await using site = await startSite()
  const id = await site.addLearner('per_1')
  const found = await site.call('GET', '/users/per_1?provider=OPENID_CONNECT')
  expect(await found.json()).toMatchObject({ id, email: 'per_1@demo.example' })
  expect((await site.call('GET', '/users/per_1?provider=SSO')).status).toBe(404)
  const link = await site.call('GET', `/users/${id}/authentications/OPENID_CONNECT`)
  expect(await link.json()).toEqual({ provider: 'OPENID_CONNECT', external_id: 'per_1' })
})

test('a wrong key, an unknown site and a plan without the interface all get 401; a bearer alone is enough', async () => {
  await using site = await startSite()
  site.thinkific.addSite({ subdomain: 'basic', apiKey: 'k', name: 'Basic', plan: 'basic' })
  const statusOf = async (headers: Record<string, string>) =>
    (await site.call('GET', '/courses', undefined, headers)).status
  expect(await statusOf({ 'x-auth-api-key': 'wrong' })).toBe(401)
  expect(await statusOf({ 'x-auth-subdomain': 'nowhere' })).toBe(401)
  expect(await statusOf({ 'x-auth-subdomain': 'basic', 'x-auth-api-key': 'k' })).toBe(401)
  const bearer = await fetch(`${site.thinkific.standin.url()}/api/public/v1/courses?limit=1`, {
    headers: { authorization: `Bearer ${KEY}` }
  })
  expect(await bearer.json()).toMatchObject({ items: [{ id: COURSE }], meta: { pagination: { next_page: 2 } } })
})

test('an enrollment without an activation is a free trial, and only a changed expiry ends access', async () => {
  await using site = await startSite()
  const user_id = await site.addLearner('per_1')
  const trial = await site.call('POST', '/enrollments', { user_id, course_id: COURSE + 1 })
  expect(await trial.json()).toMatchObject({ is_free_trial: true })
  const made = await site.call('POST', '/enrollments', { user_id, course_id: COURSE, ...ACTIVE })
  const { id, expired }: { id: number; expired: boolean } = await made.json()
  expect([made.status, expired]).toEqual([201, false])
  expect((await site.call('DELETE', `/enrollments/${id}`)).status).toBe(404)
  const ended = { ...ACTIVE, expiry_date: '2026-11-23T11:59:59Z' }
  expect((await site.call('PUT', `/enrollments/${id}`, ended)).status).toBe(204)
  const listed = await site.call('GET', `/enrollments?query[user_id]=${user_id}&query[expired]=true`)
  expect(await listed.json()).toMatchObject({
    items: [{ id, expired: true }],
    meta: { pagination: { total_items: 1 } }
  })
})

test('refusals come in either of the two documented shapes', async () => {
  await using site = await startSite()
  const body = { first_name: 'Ana', last_name: 'Demo' }
  const first = await site.call('POST', '/users', body)
  expect([first.status, await first.json()]).toEqual([422, { errors: { email: ["can't be blank"] } }])
  site.thinkific.setSettings({ errorShape: 'list' })
  expect(await (await site.call('POST', '/users', body)).json()).toEqual({ errors: [{ email: ["can't be blank"] }] })
})

test('the 121st call in a minute is refused with the moment to come back, and another site is not', async () => {
  await using site = await startSite()
  site.thinkific.addSite({ subdomain: 'other', apiKey: 'k', name: 'Other' })
  for (let i = 0; i < 120; i++) expect((await site.call('GET', '/courses')).status).toBe(200)
  const refused = await site.call('GET', '/courses')
  expect(refused.status).toBe(429)
  const wait = Number(refused.headers.get('ratelimit-reset')) - Date.now() / 1000
  expect(wait).toBeGreaterThan(0)
  expect(wait).toBeLessThanOrEqual(61)
  const other = { 'x-auth-subdomain': 'other', 'x-auth-api-key': 'k' }
  expect((await site.call('GET', '/courses', undefined, other)).status).toBe(200)
})

test('the 11th call at once is refused', async () => {
  await using site = await startSite()
  site.thinkific.setLatency(400)
  const answers = await Promise.all(Array.from({ length: 11 }, () => site.call('GET', '/courses')))
  expect(answers.map(({ status }) => status).toSorted()).toEqual([...Array<number>(10).fill(200), 429])
  expect((await site.call('GET', '/courses')).status).toBe(200)
})

test('a bundle enrolls in all its courses, later when the site answers 202', async () => {
  await using site = await startSite()
  site.thinkific.addBundle('demo', { id: 7, name: 'Both', courseIds: [COURSE, COURSE + 1] })
  site.thinkific.setSettings({ bundleDelayMs: 50 })
  const user_id = await site.addLearner('per_1')
  const made = await site.call('POST', '/bundles/7/enrollments', { user_id, ...ACTIVE })
  expect([made.status, site.thinkific.enrollments('demo').length]).toEqual([202, 0])
  await expect.poll(() => site.thinkific.enrollments('demo').map(each => each.course_id)).toEqual([COURSE, COURSE + 1])
  const ended = { user_id, ...ACTIVE, expiry_date: '2026-11-22T00:00:00Z' }
  expect((await site.call('PUT', '/bundles/7/enrollments', ended)).status).toBe(204)
  const expired = await site.call('GET', '/enrollments?query[expired]=true')
  expect(await expired.json()).toMatchObject({ meta: { pagination: { total_items: 2 } } })
})

test('groups are made with 200, take members by name and refuse unknown ones', async () => {
  await using site = await startSite()
  const user_id = await site.addLearner('per_1')
  expect((await site.call('POST', '/groups', { name: 'Cohort A' })).status).toBe(200)
  expect((await site.call('POST', '/group_users', { user_id, group_names: ['Cohort A'] })).status).toBe(201)
  expect((await site.call('POST', '/group_users', { user_id, group_names: ['Nobody'] })).status).toBe(404)
})

test('progress is told in signed webhooks as percent, read as a share, and tried again after a 503', async () => {
  await using site = await startSite()
  await using inbox = await openInbox(1)
  const user_id = await site.addLearner('per_1')
  await site.call('POST', '/enrollments', { user_id, course_id: COURSE, ...ACTIVE })
  const hook = await fetch(`${site.thinkific.standin.url()}/api/v2/webhooks`, {
    method: 'POST',
    headers: { authorization: `Bearer ${KEY}`, 'content-type': 'application/json' },
    body: JSON.stringify({ topic: 'enrollment.progress', target_url: inbox.url })
  })
  expect(hook.status).toBe(201)
  site.thinkific.setProgress('demo', user_id, COURSE, 0.25)
  await site.thinkific.settled()
  const [delivery] = inbox.deliveries
  expect(delivery?.signature).toBe(
    createHmac('sha256', KEY)
      .update(delivery?.body ?? '')
      .digest('hex')
  )
  expect(JSON.parse(String(delivery?.body))).toMatchObject({
    resource: 'enrollment',
    action: 'progress',
    payload: { percentage_completed: '25.0', user: { id: user_id } }
  })
  const listed = await site.call('GET', `/enrollments?query[user_id]=${user_id}`)
  expect(await listed.json()).toMatchObject({ items: [{ percentage_completed: 0.25 }] })
})

test('finishing tells each lesson and the completion, and knobs repeat or lose deliveries', async () => {
  await using site = await startSite()
  await using inbox = await openInbox()
  site.thinkific.subscribe('demo', inbox.url, ['lesson.completed', 'enrollment.completed'])
  const user_id = await site.addLearner('per_1')
  for (const course_id of [COURSE, COURSE + 1])
    await site.call('POST', '/enrollments', { user_id, course_id, ...ACTIVE })
  site.thinkific.setWebhookKnobs({ duplicate: 1 })
  site.thinkific.setProgress('demo', user_id, COURSE + 1, 1)
  await site.thinkific.settled()
  const topics = inbox.deliveries.map(({ topic }) => topic).toSorted()
  expect(topics).toEqual([
    ...Array<string>(2).fill('enrollment.completed'),
    ...Array<string>(4).fill('lesson.completed')
  ])
  site.thinkific.setWebhookKnobs({ duplicate: 0, drop: 1 })
  site.thinkific.setProgress('demo', user_id, COURSE, 1)
  await site.thinkific.settled()
  expect(inbox.deliveries).toHaveLength(6)
})
