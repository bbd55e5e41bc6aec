/** Days from one to another, both among them, such as "Dec 22, 2026 – Jan 6, 2027"; one day alone where they are the same. */
export type Span = { readonly from: string; readonly to: string }

export const tellSpan = ({ from, to }: Span, locale: string): string =>
  new Intl.DateTimeFormat(locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC'
  }).formatRange(new Date(from), new Date(to))
