/** Thinkific Admin API v1 as a LearningSystem. Shapes: the vendor's OpenAPI and support articles. */
import { z } from 'zod'
import type { Target } from '../contract/enrollment-rules.ts'
import type {
  Access,
  Changed,
  Created,
  Given,
  LearningSystem,
  MemberPage,
  NewLearner,
  SiteEnrollment,
  SiteMember
} from './learning-system.ts'
import { refusal, type ProblemKind } from './problems.ts'
import { askThinkific, saidIn, type Answer, type CallDeps, type ThinkificSite } from './thinkific-call.ts'
import { keyAt, learnerCalls, PROVIDERS, type Provider } from './thinkific-learners.ts'
import { listAll, moment, PAGE, pageOf, read, type Call } from './thinkific-read.ts'

const userSchema = z.object({ id: z.number() })
const enrollmentSchema = z.object({
  id: z.number(),
  user_id: z.number(),
  course_id: z.number(),
  course_name: z.string().nullish(),
  percentage_completed: z.coerce.number(),
  completed: z.boolean().nullish(),
  expired: z.boolean().nullish(),
  activated_at: moment,
  expiry_date: moment
})
const enrollmentsSchema = pageOf(enrollmentSchema)
const usersSchema = pageOf(userSchema)
const namedSchema = z.object({ id: z.number(), name: z.string() })
const memberSchema = z.object({ user_id: z.number(), activated_at: moment, expiry_date: moment })
const membersSchema = pageOf(memberSchema)

export function createThinkific(deps: CallDeps, site: ThinkificSite): LearningSystem {
  const call: Call = one => askThinkific(deps, site, one)
  const provider = PROVIDERS[site.signIn ?? 'oidc']
  let groups: readonly z.output<typeof namedSchema>[] | undefined
  const groupId = async (name: string): Promise<number | undefined> => {
    groups ??= await listAll(call, { path: '/groups', schema: namedSchema })
    return groups?.find(group => group.name === name)?.id
  }
  return {
    ...learnerCalls(call, provider),
    findLearner: async subject => {
      const answer = await call({ method: 'GET', path: `/users/${encodeURIComponent(subject)}?provider=${provider}` })
      return answer.status === 404 ? undefined : { userId: String(read(userSchema, answer).id) }
    },
    findLearnerByEmail: email => findByEmail(call, provider, email),
    createLearner: learner => create(call, provider, learner),
    listEnrollments: async userId => {
      const found: SiteEnrollment[] = []
      for (let page: number | undefined = 1; page !== undefined;) {
        const path = `/enrollments?query[user_id]=${userId}&page=${page}&limit=${PAGE}`
        const answer: z.output<typeof enrollmentsSchema> = read(enrollmentsSchema, await call({ method: 'GET', path }))
        found.push(...answer.items.map(toEnrollment))
        page = answer.meta.pagination.next_page ?? undefined
      }
      return found
    },
    pageOfEnrollments: async ({ page, since }) => {
      const changed = since ? `query[updated_after]=${encodeURIComponent(since.toISOString())}&` : ''
      const path = `/enrollments?${changed}page=${page}&limit=${PAGE}`
      const answer = read(enrollmentsSchema, await call({ method: 'GET', path }))
      return { items: answer.items.map(toEnrollment), next: answer.meta.pagination.next_page ?? undefined }
    },
    pageOfMembers: ({ target, page }) =>
      target.kind === 'bundle' ? pageOfBundle(call, target.id, page) : pageOfGroup(call, groupId(target.id), page),
    coursesIn: async bundleId => {
      const found = await listAll(call, { path: `/bundles/${bundleId}/courses`, schema: userSchema })
      return found?.map(({ id }) => String(id))
    },
    enroll: input => enroll(call, input),
    setAccess: input => setAccess(call, input),
    joinGroups: async ({ userId, names }) => {
      const body = { user_id: Number(userId), group_names: names }
      return toGiven(await call({ method: 'POST', path: '/group_users', body }), {
        gone: 'group_gone',
        enrollment: undefined
      })
    },
    catalog: async () => ({
      targets: [
        ...(await listNamed(call, 'courses', 'course')),
        ...(await listNamed(call, 'bundles', 'bundle')),
        ...(await listNamed(call, 'groups', 'group'))
      ]
    })
  }
}

async function create(call: Call, provider: Provider, learner: NewLearner): Promise<Created> {
  const answer = await call({
    method: 'POST',
    path: '/users',
    body: {
      email: learner.email,
      first_name: learner.firstName,
      last_name: learner.lastName,
      external_id: learner.subject,
      provider,
      send_welcome_email: false
    }
  })
  if (answer.status < 300) return { kind: 'created', userId: String(read(userSchema, answer).id) }
  const said = saidIn(answer.body)
  if (/external_id/u.test(said) && isTaken(said)) return { kind: 'there' }
  return refusal(/email/u.test(said) && isTaken(said) ? 'email_taken' : 'refused', said)
}

async function findByEmail(call: Call, provider: Provider, email: string) {
  const path = `/users?query[email]=${encodeURIComponent(email)}&limit=2`
  const { items } = read(usersSchema, await call({ method: 'GET', path }))
  const [user, more] = items
  if (!user || more) return undefined
  return { userId: String(user.id), linkedTo: await keyAt(call, String(user.id), provider) }
}

type Item = Target & { readonly kind: 'course' | 'bundle' }
type Ask = { readonly userId: string; readonly target: Item } & Access

async function enroll(call: Call, { userId, target, ...access }: Ask): Promise<Given> {
  if (target.kind === 'bundle') {
    const body = { user_id: Number(userId), ...dates(access) }
    const answer = await call({ method: 'POST', path: `/bundles/${target.id}/enrollments`, body })
    return toGiven(answer, { gone: 'bundle_gone', enrollment: undefined })
  }
  const body = { course_id: Number(target.id), user_id: Number(userId), ...dates(access) }
  const answer = await call({ method: 'POST', path: '/enrollments', body })
  const enrollment = answer.status < 300 ? toEnrollment(read(enrollmentSchema, answer)) : undefined
  return toGiven(answer, { gone: 'course_gone', enrollment })
}

type Reading = { readonly gone: ProblemKind; readonly enrollment: SiteEnrollment | undefined }

function toGiven({ status, body }: Answer, { gone, enrollment }: Reading): Given {
  // 202: the site goes on by itself; its webhooks and the sweep tell when it is done.
  if (status < 300) return { kind: 'given', enrollment, answer: String(status) }
  const said = saidIn(body)
  if (status === 404) return /user/iu.test(said) ? { kind: 'learner_gone' } : refusal(gone, said)
  return isTaken(said) ? { kind: 'there' } : refusal('refused', said)
}

const isTaken = (said: string): boolean => /already/iu.test(said)

/** There is no DELETE: setting the expiry is the only way to end access. */
async function setAccess(call: Call, input: Ask & { readonly enrollmentId: string }): Promise<Changed> {
  const { target, userId, enrollmentId, ...access } = input
  const answer =
    target.kind === 'bundle'
      ? await call({
          method: 'PUT',
          path: `/bundles/${target.id}/enrollments`,
          body: { user_id: Number(userId), ...dates(access) }
        })
      : await call({ method: 'PUT', path: `/enrollments/${enrollmentId}`, body: dates(access) })
  if (answer.status < 300) return { kind: 'changed', answer: String(answer.status) }
  return answer.status === 404 ? { kind: 'gone' } : refusal('refused', saidIn(answer.body))
}

/** Without activated_at Thinkific starts a free trial. */
const dates = ({ activatedAt, expiresAt }: Access) => ({
  activated_at: activatedAt.toISOString(),
  expiry_date: expiresAt?.toISOString() ?? null
})

async function listNamed(call: Call, path: string, kind: Target['kind']): Promise<readonly Target[]> {
  const found = (await listAll(call, { path: `/${path}`, schema: namedSchema })) ?? []
  return found.map(({ id, name }) => ({ kind, id: kind === 'group' ? name : String(id), name }))
}

async function pageOfBundle(call: Call, bundleId: string, page: number): Promise<MemberPage | undefined> {
  const answer = await call({ method: 'GET', path: `/bundles/${bundleId}/enrollments?page=${page}&limit=${PAGE}` })
  if (answer.status === 404) return undefined
  const { items, meta } = read(membersSchema, answer)
  return { items: items.map(toMember), next: meta.pagination.next_page ?? undefined }
}

/** A group is named in our rules and known by a number to the site. */
async function pageOfGroup(
  call: Call,
  groupId: Promise<number | undefined>,
  page: number
): Promise<MemberPage | undefined> {
  const id = await groupId
  if (id === undefined) return undefined
  const path = `/users?query[group_id]=${id}&page=${page}&limit=${PAGE}`
  const { items, meta } = read(usersSchema, await call({ method: 'GET', path }))
  const members = items.map(user => ({ userId: String(user.id), isActivated: true, expiresAt: null }))
  return { items: members, next: meta.pagination.next_page ?? undefined }
}

const toMember = (row: z.output<typeof memberSchema>): SiteMember => ({
  userId: String(row.user_id),
  isActivated: Boolean(row.activated_at),
  expiresAt: row.expiry_date ? new Date(row.expiry_date) : null
})

const toEnrollment = (row: z.output<typeof enrollmentSchema>): SiteEnrollment => ({
  enrollmentId: String(row.id),
  userId: String(row.user_id),
  courseId: String(row.course_id),
  courseName: row.course_name ?? String(row.course_id),
  progress: row.percentage_completed,
  completed: row.completed ?? false,
  open: Boolean(row.activated_at) && !row.expired,
  activatedAt: row.activated_at ? new Date(row.activated_at) : null,
  expiresAt: row.expiry_date ? new Date(row.expiry_date) : null
})
