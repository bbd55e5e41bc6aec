/** What a person recognizes a browser by. Rough on purpose: it is shown, never trusted. */
const BROWSERS = [
  ['Microsoft Teams', /Teams\//u],
  ['Edge', /Edg(?:e|A|iOS)?\//u],
  ['Opera', /OPR\//u],
  ['Firefox', /(?:Firefox|FxiOS)\//u],
  ['Chrome', /(?:Chrome|CriOS)\//u],
  ['Safari', /Safari\//u]
] as const
const SYSTEMS = [
  ['iPhone', /iPhone/u],
  ['iPad', /iPad/u],
  ['Android', /Android/u],
  ['Windows', /Windows/u],
  ['macOS', /Mac OS X|Macintosh/u],
  ['ChromeOS', /CrOS/u],
  ['Linux', /Linux/u]
] as const

/** @returns such as `Firefox, Windows`; undefined for what is no known browser. */
export function deviceOf(userAgent: string): string | undefined {
  const of = (list: readonly (readonly [string, RegExp])[]) => list.find(([, sign]) => sign.test(userAgent))?.[0]
  return [of(BROWSERS), of(SYSTEMS)].filter(Boolean).join(', ') || undefined
}
