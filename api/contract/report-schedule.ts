/** When HR's reports are made and posted: once a week or a month, at a wall time in a zone, or never by themselves. */
import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { timezoneSchema } from './timezone.ts'

export const reportScheduleSchema = z.object({
  /** `month`: on the first such weekday of it. */
  every: z.enum(['week', 'month', 'never']),
  /** 1 is Monday, 7 is Sunday. */
  weekday: z.int().min(1).max(7),
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/u, 'a time such as 09:30'),
  timezone: timezoneSchema
})
export type ReportSchedule = z.output<typeof reportScheduleSchema>

const none = z.object({})
const answer = z.object({ schedule: reportScheduleSchema, nextAt: z.iso.datetime().nullable() })
export type ScheduleView = z.output<typeof answer>

export const getReportSchedule = endpoint({
  method: 'GET',
  path: '/v1/report-schedule',
  access: 'hr',
  params: none,
  query: none,
  body: none,
  answer
})

export const putReportSchedule = endpoint({
  method: 'PUT',
  path: '/v1/report-schedule',
  access: 'hr',
  params: none,
  query: none,
  body: reportScheduleSchema,
  answer
})
