/** A person's courses and the receipts about them. */
import { z } from 'zod'
import { endpoint } from './endpoint.ts'

export const courseSchema = z.object({
  courseId: z.string(),
  name: z.string(),
  /** `coming`: asked for and not yet answered by the learning site. */
  state: z.enum(['coming', 'enrolled', 'completed', 'ended', 'failed']),
  /** Share done, 0 to 1. */
  progress: z.number().min(0).max(1),
  /** Why the person has it, in words. */
  because: z.string(),
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
