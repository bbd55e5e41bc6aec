import { describe, expect, test } from 'vitest'
import { createFileClient } from '../contract/client.ts'
import {
  acceptCutover,
  checkCutover,
  exportCutover,
  getCutover,
  type CutoverKind,
  type SitePlan
} from '../contract/cutover.ts'
import { decideLearners } from '../contract/moving.ts'
import { organizationSettingsSchema } from '../contract/organizations.ts'
import { subjectOf } from '../contract/subject.ts'
import { configureOrganization } from '../organizations/organizations.ts'
import { DAY } from '../platform/time.ts'
import { sql } from 'kysely'
import { KEY, personIdOf, SITE, type EnrollmentWorld } from './test-world.ts'
import { addOld, addPerson, auditOf, compareAll, openMoving, VOUCHED } from './test-moving.ts'

async function check(world: EnrollmentWorld, plan: SitePlan = 'plus') {
  await world.admin(checkCutover, { body: { plan } })
  await world.settle()
  const { check: found } = await world.admin(getCutover)
  if (!found) throw new Error('the check left no report')
  return found
}
type Report = Awaited<ReturnType<typeof check>>

const said = (report: Report) => report.items.map(({ kind, name }) => [kind, name])
const keysOf = (report: Report, ...kinds: readonly CutoverKind[]): string[] =>
  report.items.filter(({ kind }) => kinds.includes(kind)).map(({ itemKey }) => itemKey)
const accept = (world: EnrollmentWorld, itemKeys: string[], reason = 'Agreed with the site’s owner') =>
  world.admin(acceptCutover, { body: { what: 'accept', itemKeys, reason } })

/** An account that the site knows by CI's subject. */
const addKeyed = (world: EnrollmentWorld, name: string, more: object = {}): string =>
  addOld(world, name, {
    externalIds: { OPENID_CONNECT: subjectOf(world.organizationId, personIdOf(name)) },
    ...more
  })

describe('the cutover’s dry run', () => {
  test('says of each account who could not sign in and what to do, and who is shut as intended', async () => {
    await using world = await openMoving({}, { config: { MAIL_URL: 'smtp://127.0.0.1:1', MAIL_FROM: 'ci@demo.test' } })
    for (const name of ['able', 'linked', 'moved', 'doubted', 'tutor', 'victim']) await addPerson(world, { name })
    await addPerson(world, { name: 'gone', state: 'inactive' })
    await addPerson(world, { name: 'outside', access: false })
    await addPerson(world, { name: 'mute', email: null })
    addKeyed(world, 'able')
    addOld(world, 'linked')
    const moved = addOld(world, 'moved', { email: 'moved@old.example' })
    addOld(world, 'doubted', { email: 'doubted@old.example' })
    addKeyed(world, 'gone')
    addKeyed(world, 'outside')
    addKeyed(world, 'mute')
    addOld(world, 'stranger')
    addOld(world, 'owner', { roles: ['site_admin'] })
    addOld(world, 'guest', { teaches: true })
    addOld(world, 'author', { email: 'author@studio.example', teaches: true })
    addKeyed(world, 'tutor', { teaches: true })
    addOld(world, 'foreign', { externalIds: { OPENID_CONNECT: 'somebody-else' } })
    addOld(world, 'elsewhere', { externalIds: { OPENID_CONNECT: 'org_other.per_1' } })
    const victim = addOld(world, 'victim', { firstName: 'Other' })
    await ownOrganization(world)
    await compareAll(world)
    await world.admin(decideLearners, { body: { what: 'accept', userId: moved, personId: personIdOf('moved') } })
    await world.admin(decideLearners, { body: { what: 'refuse', userId: victim } })
    const report = await check(world)
    expect(said(report)).toEqual([
      ['not_keyed', ''],
      ['staff_without_person', 'guest Demo'],
      ['staff_without_person', 'owner Demo'],
      ['other_subject', 'foreign Demo'],
      ['address_of_another', 'Other Demo'],
      ['in_review', 'doubted Demo'],
      ['email_differs', 'moved Demo'],
      ['no_access', 'outside Demo'],
      ['no_email', 'mute Demo'],
      ['nobody', 'stranger Demo'],
      ['person_left', 'gone Demo']
    ])
    expect(report).toMatchObject({ learners: 15, able: 4, left: 1, open: 10, ready: false })
    // Linked by e-mail, and the author whom CI itself signs in: the site has no subject of theirs.
    expect(report.items[0]).toMatchObject({ people: 2, mayAccept: true })
    expect(report.items.every(({ what, remedy }) => what.length > 20 && remedy.length > 10)).toBe(true)
    expect(world.calls().filter(call => !call.startsWith('GET'))).toEqual([])
  })

  test('says ready only when nothing is left, or each rest is accepted by name; what is gone is no longer accepted', async () => {
    await using world = await openMoving()
    for (const name of ['able', 'outside']) await addPerson(world, { name, access: name !== 'outside' })
    addKeyed(world, 'able')
    addKeyed(world, 'outside')
    const stranger = addOld(world, 'stranger')
    await compareAll(world)
    const first = await check(world)
    expect(first).toMatchObject({ open: 2, ready: false })
    await expect(accept(world, ['nobody/1'])).rejects.toMatchObject({ status: 409 })
    await expect(accept(world, keysOf(first, 'nobody'), '')).rejects.toMatchObject({ status: 400 })
    await accept(world, keysOf(first, 'nobody', 'no_access'))
    const { check: accepted } = await world.admin(getCutover)
    expect(accepted).toMatchObject({ open: 0, accepted: 2, ready: true })
    expect(accepted?.items[0]?.accepted).toMatchObject({ reason: 'Agreed with the site’s owner' })
    await world.admin(acceptCutover, { body: { what: 'withdraw', itemKeys: keysOf(first, 'nobody') } })
    expect((await world.admin(getCutover)).check).toMatchObject({ open: 1, accepted: 1, ready: false })
    // She gets access and loses it again: that is asked about anew.
    await setAccess(world, 'outside', true)
    expect(said(await check(world))).toEqual([['nobody', 'stranger Demo']])
    await setAccess(world, 'outside', false)
    world.site.deleteUser(Number(stranger))
    await compareAll(world)
    expect(await check(world)).toMatchObject({ open: 1, accepted: 0, ready: false })
    await setAccess(world, 'outside', true)
    expect(await check(world)).toMatchObject({ open: 0, accepted: 0, ready: true, items: [] })
    expect(await auditOf(world, 'cutover.accepted')).toMatchObject([{ actor: 'per_admin', detail: { items: 2 } }])
  })

  test('without Plus, without a comparison, with an old one, or with the company’s sign-in off, it is not ready', async () => {
    await using world = await openMoving()
    const fresh = await check(world, 'unknown')
    expect(said(fresh)).toEqual([
      ['plan_unknown', ''],
      ['not_compared', '']
    ])
    await expect(accept(world, keysOf(fresh, 'not_compared'))).rejects.toThrow(/mended first/u)
    await compareAll(world, VOUCHED, 'dry')
    const other = await check(world, 'other')
    expect(said(other)).toEqual([['plan_other', '']])
    await expect(accept(world, keysOf(other, 'plan_other'))).rejects.toMatchObject({ status: 409 })
    world.advance(2 * DAY)
    await world.settle()
    expect(said(await check(world))).toEqual([['compared_long_ago', '']])
    await compareAll(world, VOUCHED, 'dry')
    world.site.standin.faults.add({ kind: 'status', status: 500, body: { error: 'Oops' }, path: '/instructors' })
    await world.deps.db.for(world.organizationId)(trx =>
      sql`insert into connection_events (organization_id, connection_id, kind, last_event, last_event_at)
        values (${world.organizationId}, 'conn_demo', 'sign_in', 'connection.deactivated', ${world.deps.now()})`.execute(
        trx
      )
    )
    expect(said(await check(world))).toEqual([
      ['connection_down', ''],
      ['instructors_unread', '']
    ])
  })

  test('is saved as a file in the reader’s language that no spreadsheet runs', async () => {
    await using world = await openMoving()
    addOld(world, 'danger', { firstName: '=HYPERLINK("http://x")', lastName: 'Ñandú' })
    for (let n = 0; n < 60; n++) addOld(world, `old${n}`)
    await compareAll(world)
    const report = await check(world)
    expect(report.items).toHaveLength(50)
    const more = await world.admin(getCutover, { query: { after: report.next ?? 0 } })
    expect(more.check?.items).toHaveLength(11)
    expect(more.check?.next).toBeNull()
    const spanish: typeof fetch = (url, init) =>
      fetch(url, {
        ...init,
        headers: { ...Object.fromEntries(new Headers(init?.headers)), 'accept-language': 'es-MX' }
      })
    const save = createFileClient({
      baseUrl: world.url,
      fetch: spanish,
      token: async () => `${world.organizationId}/per_admin/admin`
    })
    const file = await save(exportCutover)
    const text = await file.content.text()
    const lines = text.trim().split('\r\n')
    expect(file.name).toMatch(/^cutover-\d{4}-\d{2}-\d{2}\.csv$/u)
    expect(lines).toHaveLength(62)
    expect(lines[0]).toContain('"Qué hacer"')
    expect(text).toContain(`"'=HYPERLINK(""http://x"") Ñandú"`)
    await expect(world.as('ana')(getCutover)).rejects.toMatchObject({ status: 403 })
  })
})

const setAccess = ({ deps, organizationId }: EnrollmentWorld, name: string, access: boolean) =>
  deps.db.for(organizationId)(trx =>
    sql`update people set access = ${access} where organization_id = ${organizationId} and id = ${personIdOf(name)}`.execute(
      trx
    )
  )

/** CI's own organization for the same site: its authors sign in there. */
async function ownOrganization({ deps }: EnrollmentWorld): Promise<void> {
  const settings = organizationSettingsSchema.parse({
    name: 'Studio',
    demo: true,
    signIn: 'own',
    timezone: 'Europe/Madrid',
    country: 'ES',
    locale: 'en',
    sponsor: { name: 'Demo Sponsor', title: 'CEO' },
    launchDate: '2026-11-23',
    learningSite: { kind: 'thinkific', subdomain: SITE, url: 'https://demo.test/academy', apiKey: KEY }
  })
  const { organizationId } = await configureOrganization(deps, { externalId: 'studio', settings })
  await deps.db.for(organizationId)(trx =>
    sql`insert into people (organization_id, id, idp_id, email, state, access, source_updated_at, created_at, updated_at)
      values (${organizationId}, 'per_author', 'author', 'author@studio.example', 'active', true, ${deps.now()}, ${deps.now()}, ${deps.now()})`.execute(
      trx
    )
  )
}
