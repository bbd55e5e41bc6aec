/** The life of HR's channels, through the bot's door and HR's own. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { sql } from 'kysely'
import { whenToPost } from '../api/channels/hr-posts.ts'
import { deliverManyJob, reportDue } from '../api/channels/channels.ts'
import {
  decideHrChannel,
  getHrChannels,
  postToHrChannel,
  putHrChannelLocale,
  putHrChannelZone,
  type HrChannelView
} from '../api/contract/channels.ts'
import { getReportSchedule, putReportSchedule } from '../api/contract/report-schedule.ts'
import { DAY } from '../api/platform/time.ts'
import { makeReport } from '../api/reports/reports.ts'
import { oidOf, startReachWorld, TID, type ReachWorld } from '../api/reach/test-world.ts'

const HR = { tid: TID, oid: oidOf(1) }
let world: ReachWorld
let hrId: string
let teamId: string

beforeAll(async () => {
  world = await startReachWorld()
  hrId = await world.hire(HR.oid, { roles: ['hr'] })
  for (const n of [2, 3, 4]) await world.hire(oidOf(n))
})
afterAll(() => world[Symbol.asyncDispose]())
beforeEach(async () => {
  world.teams.standin.faults.clear()
  teamId = world.teams.addTeam({ tid: TID, name: 'People team (demo)' }).id
  for (const n of [1, 2, 3, 4]) world.teams.addMember(teamId, { tid: TID, oid: oidOf(n) })
})

const hr = () => world.as(hrId, 'hr')
const channelOf = async (conversationId: string): Promise<HrChannelView> => {
  const { rows } = await world.deps.db.owner(trx =>
    sql<{ id: string }>`select id from hr_channels where conversation_id = ${conversationId}`.execute(trx)
  )
  const { channels } = await hr()(getHrChannels)
  const found = channels.find(({ channelId }) => channelId === rows[0]?.id)
  if (!found) throw new Error('the channel is not listed')
  return found
}
const textsIn = (id: string): string => JSON.stringify(world.teams.channel(id).messages)
const postsIn = (id: string): number =>
  world.teams.channel(id).messages.filter(message => JSON.stringify(message).includes('Open the report')).length
/** A week later there is another one to make. */
const report = async (): Promise<void> => {
  world.later(7 * DAY)
  await makeReport(world.deps, { organizationId: world.organizationId, kind: 'weekly' })
  await world.quiet()
}
async function confirmed(kind?: 'private' | 'shared'): Promise<string> {
  const { id } = world.teams.addChannel(teamId, 'Reports', kind && { kind, members: [HR.oid, oidOf(2)] })
  await world.teams.installToTeam(teamId, HR, id).delivered
  await world.quiet()
  await hr()(decideHrChannel, {
    params: { channelId: (await channelOf(id)).channelId },
    body: { decision: 'confirmed' }
  })
  return id
}

describe('before HR decides', () => {
  test('the card and the page say what kind of channel it is and how many read there', async () => {
    const standard = world.teams.addChannel(teamId, 'Open to all').id
    await world.teams.installToTeam(teamId, HR, standard).delivered
    await world.quiet()
    expect(await channelOf(standard)).toMatchObject({ kind: 'standard', members: 4, state: 'candidate' })
    expect(textsIn(standard)).toContain('the whole team reads it, 4 members now')
    const secret = world.teams.addChannel(teamId, 'Few', { kind: 'private', members: [HR.oid, oidOf(2)] }).id
    await world.teams.installToTeam(teamId, HR, secret).delivered
    await world.quiet()
    expect(await channelOf(secret)).toMatchObject({ kind: 'private', members: 2 })
  })

  test('where Teams does not say, the card says that', async () => {
    const { id } = world.teams.addChannel(teamId, 'Silent')
    world.teams.standin.faults.add({ kind: 'status', method: 'GET', path: '/v3/teams/', status: 403 })
    await world.teams.installToTeam(teamId, HR, id).delivered
    await world.quiet()
    expect(await channelOf(id)).toMatchObject({ kind: null, members: null })
    expect(textsIn(id)).toContain('Teams did not say who can read here')
  })

  test('no report goes to a channel that nobody confirmed; only HR decides', async () => {
    const { id } = world.teams.addChannel(teamId, 'Waiting')
    await world.teams.installToTeam(teamId, HR, id).delivered
    await world.quiet()
    await report()
    expect(postsIn(id)).toBe(0)
    const { channelId } = await channelOf(id)
    const as = world.as(hrId, 'manager')
    await expect(as(decideHrChannel, { params: { channelId }, body: { decision: 'confirmed' } })).rejects.toThrow()
  })
})

describe('afterwards', () => {
  test('a report comes once, however often it is announced', async () => {
    const id = await confirmed()
    await report()
    await makeReport(world.deps, { organizationId: world.organizationId, kind: 'weekly' })
    await world.tick()
    await world.quiet()
    expect(postsIn(id)).toBe(1)
    expect((await channelOf(id)).lastPostedAt).not.toBeNull()
  })

  test('it follows renames, and says what to do about a deletion, until the channel is back', async () => {
    const id = await confirmed()
    await world.teams.changeTeam({ teamId, channelId: id, event: 'channelRenamed', name: 'People figures' }, HR)
      .delivered
    await world.teams.changeTeam({ teamId, event: 'teamRenamed', name: 'People (demo)' }, HR).delivered
    expect(await channelOf(id)).toMatchObject({ name: 'People figures', teamName: 'People (demo)', problem: null })
    await world.teams.changeTeam({ teamId, channelId: id, event: 'channelDeleted' }, HR).delivered
    expect((await channelOf(id)).problem).toBe('deleted')
    await world.teams.changeTeam({ teamId, channelId: id, event: 'channelRestored' }, HR).delivered
    expect((await channelOf(id)).problem).toBeNull()
    await world.teams.changeTeam({ teamId, event: 'teamDeleted' }, HR).delivered
    expect((await channelOf(id)).problem).toBe('team_deleted')
  })

  test('what Teams refuses is named, and the next post that arrives ends it', async () => {
    const id = await confirmed()
    const refuse = (status: number, code: string): void =>
      world.teams.standin.faults.add({
        kind: 'status',
        method: 'POST',
        path: encodeURIComponent(id),
        status,
        body: { error: { code, message: code } }
      })
    refuse(404, 'ConversationNotFound')
    await report()
    expect((await channelOf(id)).problem).toBe('not_found')
    world.teams.standin.faults.clear()
    await report()
    expect((await channelOf(id)).problem).toBeNull()
    refuse(403, 'BotNotInConversationRoster')
    await report()
    expect((await channelOf(id)).problem).toBe('app_removed')
    world.teams.standin.faults.clear()
  })

  test('the app removed from the team ends it, and adding it asks anew', async () => {
    const id = await confirmed()
    await world.teams.removeFromTeam(teamId, HR).delivered
    expect(await channelOf(id)).toMatchObject({ state: 'removed', problem: 'app_removed' })
    await report()
    expect(postsIn(id)).toBe(0)
    await world.teams.installToTeam(teamId, HR, id).delivered
    await world.quiet()
    expect(await channelOf(id)).toMatchObject({ state: 'candidate', problem: null })
  })

  test('where nobody saw whether a post arrived it is not repeated; HR is told, and can have it posted again, once an hour', async () => {
    const id = await confirmed()
    const { channelId } = await channelOf(id)
    world.teams.standin.faults.add({ kind: 'dropAnswer', method: 'POST', path: encodeURIComponent(id), times: 1 })
    await report()
    await world.tick()
    await world.quiet()
    expect(postsIn(id)).toBe(1)
    expect((await channelOf(id)).problem).toBe('unclear')
    for (let press = 0; press < 2; press++)
      expect(await hr()(postToHrChannel, { params: { channelId } })).toEqual({ posted: true })
    await world.quiet()
    expect(postsIn(id)).toBe(2)
    expect((await channelOf(id)).problem).toBeNull()
  })

  /** The process died while it posted this, and another takes it up. */
  async function dieWhilePosting(id: string, what: 'report' | 'hrChannel'): Promise<void> {
    const { channelId } = await channelOf(id)
    const { organizationId } = world
    const { rows } = await world.deps.db.owner(trx =>
      sql<{
        id: string
      }>`update deliveries set state = 'sending', activity_id = null, claimed_at = clock_timestamp() - interval '1 minute'
        where channel_id = ${channelId} and intent->>'kind' = ${what} returning id`.execute(trx)
    )
    const job = deliverManyJob.job({ organizationId, deliveryIds: rows.map(row => row.id) })
    await world.deps.db.for(organizationId)(trx => world.deps.queue.enqueue(trx, job))
    await world.quiet()
  }

  test('the question whether reports may come is asked once more when a process died while it asked', async () => {
    const { id } = world.teams.addChannel(teamId, 'Asked once more')
    await world.teams.installToTeam(teamId, HR, id).delivered
    await world.quiet()
    const asked = () => world.teams.channel(id).messages.filter(each => JSON.stringify(each).includes('hrChannel'))
    expect(asked()).toHaveLength(1)
    await dieWhilePosting(id, 'hrChannel')
    expect(asked()).toHaveLength(2)
    expect((await channelOf(id)).problem).toBeNull()
  })

  test('a process that dies while it posts leaves no second post behind', async () => {
    const id = await confirmed()
    await report()
    await dieWhilePosting(id, 'report')
    expect(postsIn(id)).toBe(1)
    expect((await channelOf(id)).problem).toBe('unclear')
  })

  test('a channel reads the card in its own language', async () => {
    const id = await confirmed()
    const { channelId } = await channelOf(id)
    await hr()(putHrChannelLocale, { params: { channelId }, body: { locale: 'es' } })
    await report()
    expect(textsIn(id)).toContain('Abrir el informe')
    expect(textsIn(id)).not.toContain('Open the report')
  })

  test('a channel with a zone of its own gets the report in its own morning', async () => {
    const id = await confirmed()
    const { channelId } = await channelOf(id)
    // 16:00 UTC is one in the night there.
    await hr()(putHrChannelZone, { params: { channelId }, body: { timezone: 'Asia/Tokyo' } })
    await report()
    expect(postsIn(id)).toBe(0)
    world.later(8 * 60 * 60 * 1000)
    await world.tick()
    await world.quiet()
    expect(postsIn(id)).toBe(1)
  })
})

test('HR alone says when reports come; what fell due before is not made up for', async () => {
  const schedule = { every: 'week', weekday: 1, time: '09:00', timezone: 'Europe/Madrid' } as const
  await expect(world.as(hrId, 'manager')(putReportSchedule, { body: schedule })).rejects.toThrow()
  const { nextAt } = await hr()(putReportSchedule, { body: schedule })
  const due = async () => reportDue(world.deps, world.organizationId)
  expect(new Date(nextAt ?? '').getTime()).toBeGreaterThan(world.deps.now().getTime())
  expect(await due()).toBeUndefined()
  world.later(new Date(nextAt ?? '').getTime() - world.deps.now().getTime())
  expect(await due()).toEqual({ kind: 'weekly', at: new Date(nextAt ?? '') })
  await hr()(putReportSchedule, { body: { ...schedule, every: 'never' } })
  expect((await hr()(getReportSchedule)).nextAt).toBeNull()
  expect(await due()).toBeUndefined()
})

test('a report waits for the hour of its readers, on a weekday, across a change of clocks', () => {
  const hours = { time: '09:00', timezone: 'America/New_York' }
  const at = (now: string): string => whenToPost(new Date(now), hours).toISOString()
  expect(at('2026-11-24T15:00:00Z')).toBe('2026-11-24T15:00:00.000Z')
  expect(at('2026-11-24T08:00:00Z')).toBe('2026-11-24T14:00:00.000Z')
  expect(at('2026-11-24T23:00:00Z')).toBe('2026-11-25T14:00:00.000Z')
  expect(at('2026-11-28T15:00:00Z')).toBe('2026-11-30T14:00:00.000Z')
  expect(at('2026-03-07T03:00:00Z')).toBe('2026-03-09T13:00:00.000Z')
})
