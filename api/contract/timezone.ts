import { z } from 'zod'

function isTimezone(value: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value }).resolvedOptions().timeZone.length > 0
  } catch {
    return false
  }
}

export const timezoneSchema = z.string().refine(isTimezone, 'an IANA time zone such as Europe/Berlin')
