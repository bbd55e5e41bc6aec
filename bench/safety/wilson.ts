/** Wilson's interval: honest for few sentences and for shares near none or all. Pure. */
export type Share = { readonly hits: number; readonly of: number; readonly from: number; readonly to: number }

const Z = 1.96

export function wilson(hits: number, of: number): Share {
  if (of === 0) return { hits, of, from: 0, to: 1 }
  const share = hits / of
  const middle = share + (Z * Z) / (2 * of)
  const spread = Z * Math.sqrt((share * (1 - share) + (Z * Z) / (4 * of)) / of)
  const whole = 1 + (Z * Z) / of
  return { hits, of, from: Math.max(0, (middle - spread) / whole), to: Math.min(1, (middle + spread) / whole) }
}

export const told = ({ hits, of, from, to }: Share): string =>
  of === 0 ? 'none' : `${(hits / of).toFixed(3)} (${hits} of ${of}; 95 % ${from.toFixed(3)}–${to.toFixed(3)})`
