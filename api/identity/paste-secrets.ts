/** What is taken out of a paste before anything looks at it: no token, password or one-time value is shown, stored or logged. Pure. */
const SECRET = /token|secret|password|passwd|signature|assertion|samlresponse|private|cookie|certificate/iu
const ONCE = new Set(['nonce', 'jti', 'sid', 'at_hash', 'c_hash', 'uti', 'rh', 'code', 'code_verifier', 'xms_st'])
const COMPACT = /^ey[\w-]+\.[\w-]*\.[\w-]*(?:\.[\w-]*\.[\w-]*)?$/u
const DEEPEST = 8

export function withoutSecrets(claims: Readonly<Record<string, unknown>>, depth = 0): Record<string, unknown> {
  const kept = Object.entries(claims).filter(([name, value]) => !isSecret(name, value))
  return Object.fromEntries(kept.map(([name, value]) => [name, clean(value, depth + 1)]))
}

const isSecret = (name: string, value: unknown): boolean =>
  SECRET.test(name) || ONCE.has(name) || (typeof value === 'string' && COMPACT.test(value.trim()))

function clean(value: unknown, depth: number): unknown {
  if (depth > DEEPEST) return null
  if (Array.isArray(value)) return value.filter(each => !isSecret('', each)).map(each => clean(each, depth + 1))
  if (typeof value !== 'object' || value === null) return value
  return withoutSecrets(Object.fromEntries(Object.entries(value)), depth)
}
