/** When a company lets messages come: its hours, its days without any, its works agreement; and what an admin's draft of them would give. */
import { z } from 'zod'
import { endpoint } from './endpoint.ts'

export const MOST_OWN_DAYS = 200
export const MOST_BLACKOUTS = 50
/** As many days lie between the first and the last of one blackout at most. */
export const LONGEST_BLACKOUT = 366

const wallTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/u, 'a time such as 09:30')
const localDate = z.iso.date()
const inOrder = ({ start, end }: { readonly start: string; readonly end: string }): boolean => start < end

export const workingHoursSchema = z
  .object({ start: wallTime, end: wallTime, days: z.array(z.int().min(1).max(7)).min(1).max(7) })
  .refine(inOrder, 'an end later than the start')

/** Part of the country, as in ISO 3166-2 after it: `BY`. */
export const regionSchema = z.string().regex(/^[A-Z0-9]{1,3}$/u)

/** No messages at all, such as at the year's close: both days belong to it. */
export const blackoutSchema = z
  .object({ from: localDate, to: localDate })
  .refine(
    ({ from, to }) => from <= to && Date.parse(to) - Date.parse(from) <= LONGEST_BLACKOUT * 86_400_000,
    'a year at most, the earlier day first'
  )

/** A works agreement: nothing goes out before or after, beside what the law of somebody's country says. */
export const agreedHoursSchema = z
  .object({ start: wallTime, end: wallTime })
  .refine(inOrder, 'an end later than the start')

export const messageTimes = {
  workingHours: workingHoursSchema,
  /** Days of the company's own without messages. */
  holidays: z.array(localDate).max(MOST_OWN_DAYS),
  /** Whether the public holidays of where somebody works are free of messages. */
  publicHolidays: z.boolean(),
  /** Of the company's country; null: only what all of it keeps. */
  region: regionSchema.nullable(),
  blackouts: z.array(blackoutSchema).max(MOST_BLACKOUTS),
  disconnect: agreedHoursSchema.nullable()
}
const messageTimesSchema = z.object(messageTimes)
export type MessageTimes = z.output<typeof messageTimesSchema>

const quietSchema = z.object({
  from: localDate,
  to: localDate,
  why: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('public_holiday'), name: z.string() }),
    z.object({ kind: z.literal('own_day') }),
    z.object({ kind: z.literal('blackout') })
  ])
})
export type Quiet = z.output<typeof quietSchema>

const placeSchema = z.object({
  /** ISO 3166-1. */
  country: z.string(),
  /** What is left of the working hours there; null: nothing, and no message would come. */
  open: z.object({ start: z.string(), end: z.string() }).nullable(),
  /** Of the country's right to disconnect. */
  law: z.string().nullable(),
  /** The next ones, or what lasts today, the earliest first. */
  quiet: z.array(quietSchema)
})
export type MessagePlace = z.output<typeof placeSchema>

/** Keeps nothing: what these settings would give, in the countries where most people work, the company's own first. */
export const tryMessageTimes = endpoint({
  method: 'POST',
  path: '/v1/admin/company/message-times/try',
  access: 'admin',
  params: z.object({}),
  query: z.object({ language: z.enum(['en', 'es']) }),
  body: messageTimesSchema,
  answer: z.object({
    /** The day it is by the company's time zone. */
    today: localDate,
    country: z.string(),
    /** Parts of the company's country with holidays of their own; none where the calendar knows of no such. */
    regions: z.array(z.object({ code: z.string(), name: z.string() })),
    places: z.array(placeSchema)
  })
})
