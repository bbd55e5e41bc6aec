import fc from 'fast-check'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { getCourses } from '../contract/enrollment.ts'
import * as admin from '../contract/enrollment-admin.ts'
import {
  beginLinkRun,
  decideLearners,
  getMoving,
  getMovingChoices,
  listSiteLearners,
  turnLinkRun,
  type Basis
} from '../contract/moving.ts'
import { subjectOf } from '../contract/subject.ts'
import type { Identity } from '../directory/directory.ts'
import { createJudge, type Account } from './judge.ts'
import { comesTrue, personIdOf, rulesFor, SITE, type EnrollmentWorld } from './test-world.ts'
import {
  addOld,
  addPerson,
  auditOf,
  begin,
  compareAll,
  joinCohort,
  listed,
  NOTHING,
  openMoving,
  runEnds,
  standingOf,
  VOUCHED
} from './test-moving.ts'

const per = personIdOf
const receiptsOf = async (world: EnrollmentWorld, name: string) =>
  (await world.admin(admin.getEnrollmentReceipts, { params: { personId: per(name) } })).receipts
const accept = (world: EnrollmentWorld, userId: string, name: string) =>
  world.admin(decideLearners, { body: { what: 'accept', userId, personId: per(name) } })
const say = (world: EnrollmentWorld, what: 'refuse' | 'postpone' | 'undo', userId: string) =>
  world.admin(decideLearners, { body: { what, userId } })
const keyCalls = (world: EnrollmentWorld) => world.calls().filter(call => /authentications/u.test(call))
const postsOf = (world: EnrollmentWorld, path: string) => world.calls().filter(call => call === `POST ${path}`)

describe('whose an account is', () => {
  test('a vouched mark with the same name is certain; whatever speaks against it is shown and waits for an admin', async () => {
    await using world = await openMoving()
    const people = [
      { name: 'ana' },
      { name: 'married', lastName: 'Nuevo' },
      { name: 'plus' },
      { name: 'jose', firstName: 'José', lastName: 'Peña' },
      { name: 'gone', state: 'inactive' },
      { name: 'moved', email: 'moved@demo.test' },
      { name: 'twice' },
      { name: 'boss' },
      { name: 'early', raw: { employment_start_date: '2026-02-01' } },
      { name: 'capitals' },
      { name: 'stolen' },
      { name: 'new-holder', firstName: 'shared', email: 'shared@demo.test' },
      { name: 'old-holder', firstName: 'shared', email: 'shared@demo.test', state: 'inactive' }
    ] as const
    for (const person of people) await addPerson(world, person)
    const ids = {
      ana: addOld(world, 'ana'),
      married: addOld(world, 'married'),
      plus: addOld(world, 'plus', { email: 'plus+lms@demo.test' }),
      jose: addOld(world, 'jose', { email: 'josé@demo.test', firstName: 'Jose', lastName: 'Pena' }),
      gone: addOld(world, 'gone'),
      moved: addOld(world, 'moved', { email: 'moved@old.example' }),
      twice: addOld(world, 'twice'),
      twiceMore: addOld(world, 'twice', { email: 'twice@old.example' }),
      boss: addOld(world, 'boss', { roles: ['site_admin'] }),
      early: addOld(world, 'early'),
      capitals: addOld(world, 'capitals', { email: 'Capitals@Demo.test' }),
      stolen: addOld(world, 'stolen', { externalIds: { OPENID_CONNECT: 'somebody-else' } }),
      shared: addOld(world, 'shared'),
      stranger: addOld(world, 'stranger', { firstName: 'Nobody', lastName: 'Knows' })
    }
    await compareAll(world)
    const doubts = async (userId: string) =>
      Object.fromEntries(
        ((await standingOf(world, userId))?.candidates ?? []).map(each => [each.personId, each.doubts])
      )
    expect(await standingOf(world, ids.ana)).toMatchObject({ state: 'linked' })
    expect(await doubts(ids.married)).toEqual({ [per('married')]: ['name_differs'] })
    expect(await doubts(ids.plus)).toEqual({ [per('plus')]: ['no_sure_mark'] })
    expect(await doubts(ids.jose)).toEqual({ [per('jose')]: ['no_sure_mark'] })
    expect(await doubts(ids.gone)).toEqual({ [per('gone')]: ['person_left'] })
    expect(await doubts(ids.moved)).toEqual({ [per('moved')]: ['no_sure_mark'] })
    expect(await doubts(ids.twice)).toEqual({ [per('twice')]: ['several_accounts'] })
    expect(await doubts(ids.twiceMore)).toEqual({ [per('twice')]: ['no_sure_mark', 'several_accounts'] })
    expect(await doubts(ids.boss)).toEqual({ [per('boss')]: ['has_role'] })
    expect(await doubts(ids.early)).toEqual({ [per('early')]: ['older_than_person'] })
    expect(await doubts(ids.capitals)).toEqual({ [per('capitals')]: ['no_sure_mark'] })
    expect(await doubts(ids.stolen)).toEqual({ [per('stolen')]: ['other_subject'] })
    expect(await doubts(ids.shared)).toEqual({
      [per('new-holder')]: ['email_had_before', 'several_people'],
      [per('old-holder')]: ['email_of_another', 'person_left', 'several_people']
    })
    expect(await standingOf(world, ids.stranger)).toEqual({ state: 'nobody', candidates: [] })
    const { counts } = await world.admin(getMoving)
    expect(counts).toMatchObject({ linked: 1, review: 12, nobody: 1, unread: 0 })
  })

  test('an e-mail alone links nobody, unless the admin vouches for those of the site; of another domain it never does', async () => {
    await using world = await openMoving({ domains: ['other.test'] })
    await addPerson(world, { name: 'ana' })
    const ana = addOld(world, 'ana')
    await compareAll(world, NOTHING)
    expect((await standingOf(world, ana))?.candidates[0]?.doubts).toEqual(['email_not_vouched', 'other_domain'])
    await compareAll(world, VOUCHED)
    expect((await standingOf(world, ana))?.candidates[0]?.doubts).toEqual(['other_domain'])
    await world.configure({ domains: ['demo.test'] })
    await comesTrue(async () => {
      await compareAll(world)
      expect((await standingOf(world, ana))?.state).toBe('linked')
    })
  })

  test('the former sign-on’s id may be the id at the provider, the employee number or an attribute; then the e-mail may be any', async () => {
    await using world = await openMoving()
    const kinds: readonly (readonly [string, Basis, object, object])[] = [
      ['ana', { ...NOTHING, formerId: { is: 'idp_id' } }, { externalIds: { SSO: 'idp-ana' } }, {}],
      ['bea', { ...NOTHING, formerId: { is: 'employee_number' } }, { externalIds: { SSO: '007' } }, { number: '007' }],
      [
        'cleo',
        { ...NOTHING, formerId: { is: 'attribute', name: 'objectId' } },
        { externalIds: { SSO: 'guid-1' } },
        { raw: { objectId: 'guid-1' } }
      ],
      ['dora', { ...NOTHING, numberField: 'Payroll' }, { fields: { Payroll: '008' } }, { number: '008' }]
    ]
    const ids = new Map<string, string>()
    for (const [name, , old, more] of kinds) {
      await addPerson(world, { name, ...more })
      ids.set(name, addOld(world, name, { email: `${name}@private.example`, ...old }))
    }
    await compareAll(world, NOTHING)
    expect((await world.admin(getMoving)).counts).toMatchObject({ review: 4, linked: 0 })
    for (const [name, basis] of kinds) {
      await compareAll(world, basis)
      expect((await standingOf(world, ids.get(name) ?? ''))?.state).toBe('linked')
    }
    expect(await auditOf(world, 'learner.linked')).toHaveLength(4)
  })

  test('a mark that two accounts or two people have is sure of nobody', async () => {
    await using world = await openMoving()
    await addPerson(world, { name: 'ana', number: '1' })
    await addPerson(world, { name: 'bea', number: '2' })
    await addPerson(world, { name: 'cleo', number: '2' })
    const twice = [1, 2].map(n => addOld(world, 'ana', { email: `ana${n}@old.example`, fields: { Payroll: '1' } }))
    const shared = addOld(world, 'bea', { email: 'bea@old.example', fields: { Payroll: '2' } })
    await compareAll(world, { ...VOUCHED, numberField: 'Payroll' })
    for (const userId of [...twice, shared]) expect((await standingOf(world, userId))?.state).toBe('review')
  })

  test('what the site signs in under CI’s own subject is certain, whatever the name', async () => {
    await using world = await openMoving()
    await addPerson(world, { name: 'ana' })
    const subject = subjectOf(world.organizationId, per('ana'))
    const ana = addOld(world, 'x', { externalIds: { OPENID_CONNECT: subject }, lastName: 'Else' })
    await compareAll(world, NOTHING)
    expect((await standingOf(world, ana))?.state).toBe('linked')
  })

  test('whatever the circumstances, nobody is linked without a vouched mark of one person and one account, and the same name', async () => {
    const letter = fc.constantFrom('a', 'b')
    const email = fc
      .tuple(letter, fc.constantFrom('demo.test', 'old.example'))
      .map(([box, domain]) => `${box}@${domain}`)
    const identity = fc.record({
      personId: fc.uuid(),
      idpId: letter,
      email,
      firstName: letter,
      lastName: fc.constant('Demo'),
      employeeNumber: fc.option(letter, { nil: undefined }),
      attribute: fc.constant(undefined),
      active: fc.boolean(),
      mayEnter: fc.constant(true),
      retired: fc.constant(false),
      startedAt: fc.constant(undefined)
    })
    const account = fc.record({
      userId: fc.uuid(),
      email,
      firstName: letter,
      lastName: fc.constant('Demo'),
      employeeNumber: fc.option(letter, { nil: null }),
      formerId: fc.option(letter, { nil: null }),
      subject: fc.constant(null),
      roles: fc.constant([]),
      createdAt: fc.constant(null)
    })
    const basis = fc.record({
      formerId: fc.constantFrom({ is: 'none' } as const, { is: 'idp_id' } as const),
      numberField: fc.constant('Payroll'),
      emails: fc.constantFrom('from_company' as const, 'unknown' as const)
    })
    await fc.assert(
      fc.asyncProperty(
        fc.array(identity, { maxLength: 5 }),
        fc.array(account, { maxLength: 5 }),
        basis,
        async (people, accounts, vouched) => {
          const circumstances = {
            basis: vouched,
            domains: ['demo.test'],
            subjectOf: (id: string) => id,
            links: new Map<string, string>(),
            said: new Map()
          }
          const judge = await createJudge(people, accounts, circumstances)
          const certain = accounts.flatMap(each => {
            const verdict = judge(each)
            return verdict.kind === 'certain' ? [{ each, personId: verdict.candidate.personId }] : []
          })
          expect(new Set(certain.map(({ personId }) => personId)).size).toBe(certain.length)
          for (const { each, personId } of certain) {
            const person = people.find(one => one.personId === personId)
            expect(person?.firstName).toBe(each.firstName)
            expect(person?.active).toBe(true)
            expect(isSure(each, person, { people, accounts, vouched })).toBe(true)
          }
          // The order in which accounts are listed says nothing.
          const again = await createJudge(people.toReversed(), accounts.toReversed(), circumstances)
          for (const each of accounts) expect(again(each).kind).toBe(judge(each).kind)
        }
      ),
      { numRuns: 2000 }
    )
  })
})

type World = { readonly people: readonly Identity[]; readonly accounts: readonly Account[]; readonly vouched: Basis }

/** Said another way than the judge does: count who has the mark. */
function isSure(account: Account, person: Identity | undefined, { people, accounts, vouched }: World): boolean {
  const alone = (ofPerson: (one: Identity) => unknown, ofAccount: (one: Account) => unknown): boolean => {
    const mark = ofAccount(account)
    return (
      Boolean(mark) &&
      people.filter(one => ofPerson(one) === mark).length === 1 &&
      accounts.filter(one => ofAccount(one) === mark).length === 1 &&
      person !== undefined &&
      ofPerson(person) === mark
    )
  }
  return (
    (vouched.formerId.is === 'idp_id' &&
      alone(
        one => one.idpId,
        one => one.formerId
      )) ||
    alone(
      one => one.employeeNumber,
      one => one.employeeNumber
    ) ||
    (vouched.emails === 'from_company' &&
      account.email.endsWith('@demo.test') &&
      alone(
        one => one.email,
        one => one.email
      ))
  )
}

describe('after linking', () => {
  test('no second account is made, progress is kept, and what was there is found, not drift', async () => {
    await using world = await openMoving({ enrollmentRules: rulesFor([1001, 1002]) })
    await addPerson(world, { name: 'ana' })
    const ana = Number(addOld(world, 'ana'))
    const dates = { activatedAt: '2025-03-02T00:00:00.000Z', expiryDate: null }
    for (const courseId of [1001, 1003]) world.site.enroll({ subdomain: SITE, userId: ana, courseId, ...dates })
    world.site.setProgress(SITE, ana, 1001, 0.5)
    world.site.setProgress(SITE, ana, 1003, 1)
    await world.settle()
    await compareAll(world)
    await joinCohort(world, 'ana')
    await world.settle()
    expect(world.site.users(SITE)).toHaveLength(1)
    expect(postsOf(world, '/users')).toEqual([])
    // Only what the rules give and was not there.
    expect(postsOf(world, '/enrollments')).toHaveLength(1)
    const { courses } = await world.as('ana')(getCourses)
    expect(courses.map(({ courseId, state, progress }) => [courseId, state, progress])).toEqual([
      ['1001', 'enrolled', 0.5],
      ['1002', 'enrolled', 0],
      ['1003', 'completed', 1]
    ])
    // Completed long ago: nobody's journey moves on by it.
    expect(world.facts.filter(({ type }) => type === 'course.completed')).toEqual([])
    await world.admin(admin.lookForDrift)
    await world.settle()
    await comesTrue(async () =>
      expect((await world.admin(admin.getEnrollmentDrift)).drift?.counts).toMatchObject({
        missing: 0,
        extra: 0,
        wrong_expiry: 0,
        by_hand: 0
      })
    )
    expect((await receiptsOf(world, 'ana')).map(({ kind }) => kind)).toContain('learner.linked')
    expect(await auditOf(world, 'learner.linked')).toMatchObject([
      { actor: 'per_admin', person_id: per('ana'), detail: { userId: String(ana), grounds: ['email', 'name'] } }
    ])
    await world.leave('ana')
    await world.settle()
    const open = world.site.enrollments(SITE).filter(({ expiry_date }) => expiry_date === null)
    expect(open).toEqual([])
  })

  test('what somebody opens by hand afterwards is drift', async () => {
    await using world = await openMoving()
    await addPerson(world, { name: 'ana' })
    const ana = Number(addOld(world, 'ana'))
    await compareAll(world)
    await joinCohort(world, 'ana')
    await world.settle()
    const dates = { activatedAt: '2026-11-01T00:00:00.000Z', expiryDate: null }
    world.site.enroll({ subdomain: SITE, userId: ana, courseId: 1003, ...dates })
    await world.settle()
    await world.admin(admin.lookForDrift)
    await comesTrue(async () => expect((await world.admin(admin.getEnrollmentDrift)).drift?.counts.extra).toBe(1))
  })

  test('a dry run links nobody and asks for nothing; what was certain is then linked together', async () => {
    await using world = await openMoving()
    for (const name of ['ana', 'bea']) {
      await addPerson(world, { name })
      addOld(world, name)
    }
    await compareAll(world, VOUCHED, 'dry')
    const { counts, together } = await world.admin(getMoving)
    expect(counts).toMatchObject({ certain: 2, linked: 0 })
    expect(world.calls().filter(call => !call.startsWith('GET'))).toEqual([])
    expect(together).toMatchObject([{ state: 'certain', accounts: 2, mayAccept: true }])
    const group = {
      what: 'together',
      decision: 'accept',
      state: 'certain',
      evidence: together[0]?.evidence ?? ''
    } as const
    await expect(world.admin(decideLearners, { body: { ...group, accounts: 3 } })).rejects.toMatchObject({
      status: 409
    })
    expect(await world.admin(decideLearners, { body: { ...group, accounts: 2 } })).toMatchObject({ done: 2, left: 0 })
    expect((await world.admin(getMoving)).counts).toMatchObject({ certain: 0, linked: 2 })
  })
})

describe('the list for review', () => {
  test('while it is open no second account is made; accepted, the old one is used; refused, a new one is made', async () => {
    await using world = await openMoving({ enrollmentRules: rulesFor([1001]) })
    for (const name of ['ana', 'bea']) await addPerson(world, { name })
    const ana = addOld(world, 'ana', { email: 'ana+lms@demo.test' })
    const bea = addOld(world, 'bea', { email: 'bea@old.example' })
    await compareAll(world)
    for (const name of ['ana', 'bea']) await joinCohort(world, name)
    await world.settle()
    expect(world.site.users(SITE)).toHaveLength(2)
    expect((await world.admin(admin.getEnrollmentWork)).failed).toMatchObject([
      { problem: 'account_in_review', people: 2 }
    ])
    expect(await say(world, 'postpone', bea)).toMatchObject({ done: 1 })
    await accept(world, ana, 'ana')
    await world.settle()
    expect(world.site.enrollments(SITE).map(({ user_id }) => String(user_id))).toEqual([ana])
    expect(world.site.users(SITE)).toHaveLength(2)
    await say(world, 'refuse', bea)
    await world.settle()
    expect(world.site.users(SITE)).toHaveLength(3)
    expect((await world.admin(admin.getEnrollmentWork)).failed).toEqual([])
    const [decided] = await listed(world, 'refused')
    expect(decided).toMatchObject({ userId: bea, candidates: [{ personId: per('bea') }] })
    expect(await auditOf(world, 'learners.refused')).toMatchObject([{ actor: 'per_admin', detail: { userIds: [bea] } }])
  })

  test('what was said holds for later comparisons, until it is taken back', async () => {
    await using world = await openMoving()
    for (const name of ['ana', 'bea', 'cleo']) await addPerson(world, { name })
    const ana = addOld(world, 'ana')
    const bea = addOld(world, 'bea', { email: 'bea@old.example' })
    const cleo = addOld(world, 'cleo', { email: 'cleo@old.example' })
    const vanished = addOld(world, 'vanished')
    await compareAll(world)
    await say(world, 'refuse', bea)
    await say(world, 'postpone', cleo)
    await say(world, 'undo', ana)
    world.site.deleteUser(Number(vanished))
    await compareAll(world)
    expect((await standingOf(world, bea))?.state).toBe('refused')
    expect((await standingOf(world, cleo))?.state).toBe('postponed')
    expect(await standingOf(world, ana)).toEqual({
      state: 'review',
      candidates: [{ personId: per('ana'), doubts: ['undone'] }]
    })
    expect(await standingOf(world, vanished)).toBeUndefined()
    await say(world, 'undo', bea)
    expect((await standingOf(world, bea))?.state).toBe('review')
    await accept(world, bea, 'bea')
    expect((await standingOf(world, bea))?.state).toBe('linked')
  })

  test('an undo parts the account, forgets what it had, and says what was given to it meanwhile', async () => {
    await using world = await openMoving({ enrollmentRules: rulesFor([1001]) })
    await addPerson(world, { name: 'ana' })
    const ana = addOld(world, 'ana')
    const dates = { activatedAt: '2025-03-02T00:00:00.000Z', expiryDate: null }
    world.site.enroll({ subdomain: SITE, userId: Number(ana), courseId: 1003, ...dates })
    await compareAll(world)
    await joinCohort(world, 'ana')
    await world.settle()
    expect(await say(world, 'undo', ana)).toEqual({ done: 1, left: 0, givenMeanwhile: ['Course 1001'] })
    await expect(say(world, 'undo', ana)).rejects.toMatchObject({ status: 409 })
    await world.settle()
    const { courses } = await world.as('ana')(getCourses)
    expect(courses.map(({ courseId, state, coming }) => [courseId, state, coming?.kind])).toEqual([
      ['1001', 'coming', 'review']
    ])
    expect((await receiptsOf(world, 'ana'))[0]).toMatchObject({ kind: 'learner.parted' })
    await accept(world, ana, 'ana')
    await world.settle()
    expect((await world.as('ana')(getCourses)).courses.map(({ state }) => state)).toEqual(['enrolled', 'enrolled'])
    expect(world.site.users(SITE)).toHaveLength(1)
  })

  test('one of two accounts is accepted; the other then cannot be, and an account of somebody else never', async () => {
    await using world = await openMoving()
    await addPerson(world, { name: 'ana' })
    await addPerson(world, { name: 'bea' })
    const [first, second] = ['ana@demo.test', 'ana@old.example'].map(email => addOld(world, 'ana', { email }))
    const bea = addOld(world, 'bea', { externalIds: { OPENID_CONNECT: 'somebody-else' } })
    await compareAll(world)
    const { together } = await world.admin(getMoving)
    expect(together.every(({ mayAccept }) => !mayAccept)).toBe(true)
    for (const { evidence, accounts } of together)
      await expect(
        world.admin(decideLearners, {
          body: { what: 'together', decision: 'accept', state: 'review', evidence, accounts }
        })
      ).rejects.toMatchObject({ status: 409 })
    await accept(world, first ?? '', 'ana')
    await expect(accept(world, second ?? '', 'ana')).rejects.toThrow(/has an account already/u)
    await expect(accept(world, bea, 'bea')).rejects.toThrow(/signs somebody else in/u)
    await expect(accept(world, bea, 'ana')).rejects.toMatchObject({ status: 409 })
    // Two at once: one of them.
    await say(world, 'undo', first ?? '')
    const both = await Promise.allSettled([accept(world, first ?? '', 'ana'), accept(world, second ?? '', 'ana')])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })

  test('all of one evidence are decided at once', async () => {
    await using world = await openMoving()
    for (const name of ['ana', 'bea', 'cleo']) {
      await addPerson(world, { name })
      addOld(world, name, { email: `${name}+lms@demo.test` })
    }
    await compareAll(world)
    const [group] = (await world.admin(getMoving)).together
    expect(group).toMatchObject({ accounts: 3, grounds: ['email_similar', 'name'], doubts: ['no_sure_mark'] })
    const body = { what: 'together', state: 'review', evidence: group?.evidence ?? '', accounts: 3 } as const
    await world.admin(decideLearners, { body: { ...body, decision: 'postpone' } })
    await world.admin(decideLearners, { body: { ...body, state: 'postponed', decision: 'accept' } })
    expect((await world.admin(getMoving)).counts).toMatchObject({ linked: 3, review: 0, postponed: 0 })
    expect(await listed(world, 'linked')).toMatchObject([1, 2, 3].map(() => ({ decided: { reason: '' } })))
    const found = await world.admin(listSiteLearners, { query: { state: 'linked', search: 'BEA' } })
    expect(found.learners.map(({ name }) => name)).toEqual(['bea Demo'])
  })

  test('namesakes, and two accounts of one person, are not decided at once', async () => {
    await using world = await openMoving()
    await addPerson(world, { name: 'ana' })
    for (const email of ['x@old.example', 'y@old.example']) addOld(world, 'ana', { email })
    await compareAll(world)
    const [group] = (await world.admin(getMoving)).together
    expect(group).toMatchObject({ accounts: 2, grounds: ['name'], mayAccept: false })
    const body = {
      what: 'together',
      decision: 'accept',
      state: 'review',
      evidence: group?.evidence ?? '',
      accounts: 2
    } as const
    await expect(world.admin(decideLearners, { body })).rejects.toMatchObject({ status: 409 })
  })

  test('what an admin refused is not linked by its e-mail either', async () => {
    await using world = await openMoving({ enrollmentRules: rulesFor([1001]) })
    await addPerson(world, { name: 'ana' })
    const old = addOld(world, 'ana', { firstName: 'Other' })
    await compareAll(world)
    await say(world, 'refuse', old)
    const { version, content } = await world.admin(admin.getEnrollmentRules)
    const linking = { ...content, linkByEmail: true }
    await world.admin(admin.putEnrollmentRules, { body: { basedOn: version, content: linking, reason: 'Ours' } })
    await joinCohort(world, 'ana')
    await world.settle()
    expect(world.site.enrollments(SITE)).toEqual([])
    expect((await world.admin(admin.getEnrollmentWork)).failed).toMatchObject([{ problem: 'email_taken' }])
  })

  test('nobody but the company’s admin sees or decides anything', async () => {
    await using world = await openMoving()
    await addPerson(world, { name: 'ana' })
    const ana = addOld(world, 'ana')
    await compareAll(world)
    for (const call of [
      world.as('ana')(getMoving),
      world.as('ana')(beginLinkRun, { body: { mode: 'dry', basis: NOTHING } }),
      world.as('ana')(decideLearners, { body: { what: 'undo', userId: ana } })
    ])
      await expect(call).rejects.toMatchObject({ status: 403 })
    const other = await world.deps.db.for('org_other')(async trx =>
      Promise.all(
        ['site_learners', 'site_learner_candidates', 'site_learner_words', 'link_runs', 'cutover_items'].map(
          async table => (await sql`select 1 from ${sql.table(table)}`.execute(trx)).rows.length
        )
      )
    )
    expect(other).toEqual([0, 0, 0, 0, 0])
  })
})

describe('the run', () => {
  test('says before what it can go by and what it will cost', async () => {
    await using world = await openMoving({}, { config: { THINKIFIC_CALLS_PER_MINUTE: '120' } })
    world.site.addProfileField(SITE, { id: 1, label: 'Payroll', field_type: 'text', required: false })
    for (let n = 0; n < 260; n++) addOld(world, `old${n}`)
    const { site } = await world.admin(getMovingChoices)
    expect(site).toEqual({ fields: ['Payroll'], learners: 260, seconds: { plain: 71, withFormerIds: 201 } })
    world.site.standin.faults.add({ kind: 'status', status: 503, body: 'Down for maintenance' })
    expect(await world.admin(getMovingChoices)).toEqual({ site: null })
  })

  test('reads the site in pages and asks each account once', async () => {
    await using world = await openMoving()
    for (let n = 0; n < 251; n++) addOld(world, `old${n}`)
    const before = world.calls().length
    await compareAll(world)
    const calls = world.calls().slice(before)
    expect(calls.filter(call => call === 'GET /users')).toHaveLength(2)
    expect(keyCalls(world)).toHaveLength(251)
    const { run } = await world.admin(getMoving)
    expect(run).toMatchObject({ state: 'done', learners: 251, seen: 251, read: 251 })
  })

  test('is paused, goes on, is cancelled; a second one waits for its end', async () => {
    await using world = await openMoving()
    for (let n = 0; n < 40; n++) addOld(world, `old${n}`)
    world.site.setLatency(200)
    const { runId } = await begin(world)
    await expect(begin(world)).rejects.toMatchObject({ status: 409 })
    const turn = (to: 'pause' | 'resume' | 'cancel') =>
      world.admin(turnLinkRun, { params: { runId }, body: { turn: to } })
    await comesTrue(async () => expect(keyCalls(world).length).toBeGreaterThan(5))
    await turn('pause')
    await expect(turn('pause')).rejects.toMatchObject({ status: 409 })
    await world.settle()
    const held = keyCalls(world).length
    await world.settle()
    expect(keyCalls(world)).toHaveLength(held)
    expect(held).toBeLessThan(40)
    world.site.setLatency(0)
    await turn('resume')
    await runEnds(world)
    expect(keyCalls(world)).toHaveLength(40)
    await expect(turn('cancel')).rejects.toMatchObject({ status: 409 })
    const next = await begin(world)
    await world.admin(turnLinkRun, { params: { runId: next.runId }, body: { turn: 'cancel' } })
    await begin(world)
    await runEnds(world)
  })

  test('a process that died in the middle is replaced; nothing is linked or read twice', async () => {
    await using world = await openMoving()
    for (const name of ['ana', 'bea', 'cleo']) {
      await addPerson(world, { name })
      addOld(world, name)
    }
    // A claim of somebody who is gone, in each of the stages.
    for (const stage of ['list', 'keys', 'judge', 'courses'] as const) {
      await begin(world)
      await world.deps.db.owner(trx =>
        sql`update link_runs set claimed_by = 'crw_dead', claimed_until = clock_timestamp() + interval '300 milliseconds'
          where state = 'running' and stage = ${stage}`.execute(trx)
      )
      await runEnds(world)
    }
    expect((await world.admin(getMoving)).counts).toMatchObject({ linked: 3 })
    expect(await auditOf(world, 'learner.linked')).toHaveLength(3)
  })

  test.each([
    ['a revoked key', { status: 401, body: { error: 'Invalid API key' } }, 'key_refused'],
    ['a fault of the site', { status: 500, body: { error: 'Oops' } }, 'site_failed']
  ])('%s is named, and the run goes on from where it was', async (_what, fault, kind) => {
    await using world = await openMoving()
    await addPerson(world, { name: 'ana' })
    for (let n = 0; n < 12; n++) addOld(world, `old${n}`)
    addOld(world, 'ana')
    world.site.standin.faults.add({ kind: 'status', ...fault, path: 'authentications' })
    await begin(world)
    await comesTrue(async () => expect((await world.admin(getMoving)).site?.problem?.kind).toBe(kind))
    world.site.standin.faults.clear()
    await runEnds(world)
    const { run, site, counts } = await world.admin(getMoving)
    expect(run?.state).toBe('done')
    expect(site?.problem).toBeNull()
    expect(counts).toMatchObject({ linked: 1, nobody: 12 })
  })

  test('an account that the site cannot show is left out after three tries; the others are judged', async () => {
    await using world = await openMoving()
    for (const name of ['ana', 'bea']) await addPerson(world, { name })
    const ana = addOld(world, 'ana')
    const bea = addOld(world, 'bea')
    const fault = { kind: 'status', status: 500, body: { error: 'Oops' } } as const
    world.site.standin.faults.add({ ...fault, path: `/users/${ana}/authentications` })
    await compareAll(world)
    expect((await standingOf(world, ana))?.state).toBe('unread')
    expect((await standingOf(world, bea))?.state).toBe('linked')
    world.site.standin.faults.clear()
    await compareAll(world)
    expect((await standingOf(world, ana))?.state).toBe('linked')
  })

  test('cancelled after it linked, those who are linked are looked at one by one', async () => {
    await using world = await openMoving({ enrollmentRules: rulesFor([1001]) })
    await addPerson(world, { name: 'ana' })
    const ana = addOld(world, 'ana')
    const dates = { activatedAt: '2025-03-02T00:00:00.000Z', expiryDate: null }
    world.site.enroll({ subdomain: SITE, userId: Number(ana), courseId: 1001, ...dates })
    world.site.standin.faults.add({ kind: 'status', status: 503, body: 'Down', path: '/enrollments' })
    const { runId } = await begin(world)
    await comesTrue(async () => expect((await world.admin(getMoving)).run?.stage).toBe('courses'))
    await world.admin(turnLinkRun, { params: { runId }, body: { turn: 'cancel' } })
    await joinCohort(world, 'ana')
    world.site.standin.faults.clear()
    await world.admin(admin.tryEnrollmentAgain)
    await world.settle()
    expect(postsOf(world, '/enrollments')).toEqual([])
    expect((await world.as('ana')(getCourses)).courses.map(({ courseId, state }) => [courseId, state])).toEqual([
      ['1001', 'enrolled']
    ])
  })

  test('gives way to newcomers and leavers', async () => {
    await using world = await openMoving({ enrollmentRules: rulesFor([1001]) })
    for (let n = 0; n < 60; n++) addOld(world, `old${n}`)
    world.site.setLatency(15)
    await begin(world)
    await comesTrue(async () => expect(keyCalls(world).length).toBeGreaterThan(5))
    await world.addPeople(['ana'])
    const known = world.calls().length
    await runEnds(world)
    const calls = world.calls()
    const served = calls.indexOf('POST /enrollments')
    expect(served).toBeGreaterThan(0)
    // One batch at most was under way when she came.
    const between = calls.slice(Math.min(known, served), served)
    expect(between.filter(call => /authentications/u.test(call)).length).toBeLessThanOrEqual(15)
    expect(calls.slice(served).some(call => /authentications/u.test(call))).toBe(true)
    expect(keyCalls(world).length).toBeGreaterThanOrEqual(60)
  })
})
