/** Times and sentences of the window. Pure. */
type Call = { readonly standin: string; readonly method: string; readonly path: string; readonly status: number }

export const localTime = (iso: string, timezone: string): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone: timezone, weekday: 'short', hour: '2-digit', minute: '2-digit' }).format(
    new Date(iso)
  )

export const localDate = (iso: string, timezone: string): string =>
  new Intl.DateTimeFormat('en-GB', {
    timeZone: timezone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit'
  }).format(new Date(iso))

/** The same day at this time of the day, where it is so, unless the moment lies later. */
export function momentOn(iso: string, timezone: string, time: string): string {
  const shown = new Intl.DateTimeFormat('en-GB', { timeZone: timezone, hour: '2-digit', minute: '2-digit' }).format(
    new Date(iso)
  )
  const minutes = minutesOf(time) - minutesOf(shown)
  return minutes > 0 ? new Date(new Date(iso).getTime() + minutes * 60_000).toISOString() : iso
}

const minutesOf = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}

/** Read every half second, or asked for by the browser alone: not worth a line. */
export const isNoise = ({ standin, path }: Pick<Call, 'standin' | 'path'>): boolean =>
  (standin === 'workos' && path.startsWith('/events')) || path === '/favicon.ico'

const SENTENCES: readonly (readonly [standin: string, method: string, path: RegExp, says: string])[] = [
  ['workos', 'GET', /^\/events/u, 'CI reads the directory’s event stream'],
  ['workos', 'GET', /^\/sso\/authorize/u, 'CI sends a person to their company’s sign-in'],
  ['workos', 'POST', /^\/sso\/token/u, 'CI redeems the sign-in for a profile'],
  ['workos', 'GET', /^\/login/u, 'A person sees their company’s sign-in page'],
  ['workos', 'POST', /^\/login/u, 'A person signs in at their company'],
  ['thinkific', 'POST', /\/users$/u, 'CI creates a learner at the learning site'],
  ['thinkific', 'GET', /\/users\//u, 'CI looks for the learner'],
  ['thinkific', 'POST', /\/enrollments$/u, 'CI enrolls a learner in a course'],
  ['thinkific', 'PUT', /\/enrollments\//u, 'CI changes when access to a course ends'],
  ['thinkific', 'GET', /\/enrollments/u, 'CI reads a learner’s enrollments'],
  ['thinkific', 'GET', /^\/sites/u, 'A person opens the learning site'],
  ['teams', 'POST', /\/activities/u, 'The bot sends a message'],
  ['teams', 'PUT', /\/activities/u, 'The bot updates a card'],
  ['teams', 'GET', /\.well-known/u, 'The bot fetches Teams’ signing keys'],
  ['entra', 'POST', /\/token/u, 'The bot asks Entra for a token'],
  ['entra', 'GET', /\/openid-configuration/u, 'CI asks Entra where its signing keys are'],
  ['entra', 'GET', /\/keys/u, 'CI fetches Entra’s signing keys']
]

export const sentenceOf = ({ standin, method, path, status }: Call): string => {
  const known = SENTENCES.find(([name, verb, pattern]) => name === standin && verb === method && pattern.test(path))
  const outcome = status === 0 ? 'no answer' : String(status)
  return `${known?.[3] ?? `${method} ${path.split('?')[0]} at ${standin}`} · ${outcome}`
}
