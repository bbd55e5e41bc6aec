/** A day of the calendar, of no zone, such as "Nov 26, 2026". */
export const dayIn = (day: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(day))
