/** A person's courses and the receipts about them. */
import { z } from 'zod'
import { endpoint } from './endpoint.ts'

const moment = z.iso.datetime()

/** Why a course is not there yet, for the person themselves. */
const comingSchema = z.discriminatedUnion('kind', [
  /** Their turn comes after others; whole minutes from now, at the site's limit. `most` null: more people wait than are counted. */
  z.object({ kind: z.literal('queued'), least: z.int().min(0), most: z.int().min(1).nullable() }),
  /** Nothing is to be done before; what keeps it until then is not told. */
  z.object({ kind: z.literal('starts'), at: moment }),
  /** An account of the site may be theirs, and an admin has yet to say so. */
  z.object({ kind: z.literal('review') }),
  /** The site does not answer, or not well; it is tried again without anybody. */
  z.object({ kind: z.literal('site_silent') }),
  /** The site does not let CI in; an admin has to do something. */
  z.object({ kind: z.literal('site_closed') }),
  /** An admin paused or cancelled the work. */
  z.object({ kind: z.literal('paused') }),
  /** The site refused; an admin sees why. */
  z.object({ kind: z.literal('refused') })
])
export type Coming = z.output<typeof comingSchema>

export const courseSchema = z.object({
  /** A bundle of courses has its own id, which may be a course's too. */
  kind: z.enum(['course', 'bundle']),
  courseId: z.string(),
  name: z.string(),
  /** `coming` and `failed` (it is refused) are not there yet: `coming` says why. */
  state: z.enum(['coming', 'enrolled', 'completed', 'ended', 'failed']),
  coming: comingSchema.nullable(),
  /** Share done, 0 to 1; kept when access ends. */
  progress: z.number().min(0).max(1),
  /** `before`: it was on the account already; `site`: somebody gave it on the site itself. */
  origin: z.enum(['rule', 'import', 'exception', 'before', 'site']),
  /** Of a rule or an import, in the company's words; empty otherwise. An exception's reason is its author's. */
  because: z.string(),
  startsAt: moment.nullable(),
  endsAt: moment.nullable(),
  completedAt: moment.nullable(),
  /** Null where there is nothing to open. */
  url: z.string().nullable()
})
export type CourseView = z.infer<typeof courseSchema>

const none = z.object({})

export const getCourses = endpoint({
  method: 'GET',
  path: '/v1/me/courses',
  access: 'person',
  params: none,
  query: none,
  body: none,
  answer: z.object({ courses: z.array(courseSchema) })
})

export const receiptSchema = z.object({
  receiptId: z.string(),
  kind: z.string(),
  title: z.string(),
  detail: z.record(z.string(), z.unknown()),
  at: z.iso.datetime()
})

export const getReceipts = endpoint({
  method: 'GET',
  path: '/v1/me/receipts',
  access: 'person',
  params: none,
  query: none,
  body: none,
  answer: z.object({ receipts: z.array(receiptSchema) })
})

/** For CI's operators and the sandbox: what was done for one person, also after they left. */
export const getPersonReceipts = endpoint({
  method: 'GET',
  path: '/v1/operator/organizations/:organizationId/people/:personId/receipts',
  access: 'operator',
  params: z.object({ organizationId: z.string(), personId: z.string() }),
  /** `idp`: the path carries the person's id at the company's provider instead of CI's. */
  query: z.object({ by: z.enum(['person', 'idp']).optional() }),
  body: none,
  answer: z.object({ receipts: z.array(receiptSchema) })
})
