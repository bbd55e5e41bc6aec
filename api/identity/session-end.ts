/** When a company's provider wants its sign-in to end everywhere. Pure. */

/** IPSIE's claim in seconds since 1970; SAML's attribute of the authentication statement as a date. */
const NAMES = ['session_expiry', 'SessionNotOnOrAfter', 'sessionNotOnOrAfter']

/** @returns seconds since 1970, as the provider says; undefined where it says nothing that can be read. */
export function sessionEnd(raw: Readonly<Record<string, unknown>>): number | undefined {
  const values = NAMES.map(name => raw[name]).map(value => (Array.isArray(value) ? (value[0] as unknown) : value))
  return values.map(toSeconds).find(seconds => seconds !== undefined)
}

function toSeconds(value: unknown): number | undefined {
  const seconds =
    typeof value === 'string' && !/^\d+$/u.test(value) ? Date.parse(value) / 1000 : Number(value ?? Number.NaN)
  return Number.isFinite(seconds) && seconds > 0 ? Math.floor(seconds) : undefined
}
