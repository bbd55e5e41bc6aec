/** Where a link leads: a page, and the one thing on it that the link is about. Pure. */
export type Place = { readonly page: string; readonly item?: string }

const PAGE_OF: Readonly<Record<string, string>> = {
  plan: 'plans',
  nudge: 'nudges',
  course: 'courses',
  console: 'setupPage'
}

/** `plans`, `plan:pln_01…`, `nudge:nud_01…`; undefined for anything else. Links are written by anybody. */
export function readPlace(text: string | undefined): Place | undefined {
  const { kind, item } = /^(?<kind>\w{1,40})(?::(?<item>[\w-]{1,80}))?$/u.exec(text ?? '')?.groups ?? {}
  if (!kind) return undefined
  if (!item) return { page: kind }
  const page = PAGE_OF[kind]
  return page ? { page, item } : undefined
}

/** What is shown where no link says otherwise. */
export const opensCoach = (place: Place | undefined): boolean => !place || place.page === 'coach'

export const writePlace = ({ page, item }: Place): string =>
  item ? `${Object.keys(PAGE_OF).find(kind => PAGE_OF[kind] === page) ?? page}:${item}` : page
