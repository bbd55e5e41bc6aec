/** Whether what is about to be released was announced: the version rose and the ledger names each difference. Pure. */
export type Released = { readonly version: string; readonly lines: readonly string[] }
export type Announcement = {
  readonly version: string
  readonly added: readonly string[]
  readonly removed: readonly string[]
}

type Now = Released & { readonly released: Released; readonly ledger: readonly Announcement[] }

/** @returns what is wrong, a sentence each; nothing when all is announced. */
export function unannounced({ version, lines, released, ledger }: Now): readonly string[] {
  const added = lines.filter(line => !released.lines.includes(line))
  const removed = released.lines.filter(line => !lines.includes(line))
  if (added.length + removed.length === 0) return []
  const told = ledger.find(entry => entry.version === version)
  return [
    ...(isHigher(version, released.version)
      ? []
      : [`Something changed since ${released.version} and the version did not rise: raise it`]),
    ...missing(added, told?.added).map(line => `New, and not in the ledger’s entry ${version}: ${line}`),
    ...missing(removed, told?.removed).map(line => `Gone, and not in the ledger’s entry ${version}: ${line}`),
    ...missing(told?.added ?? [], added).map(line => `In the ledger’s entry ${version} as new, but it is not: ${line}`),
    ...missing(told?.removed ?? [], removed).map(
      line => `In the ledger’s entry ${version} as gone, but it is not: ${line}`
    )
  ]
}

const missing = (wanted: readonly string[], from: readonly string[] = []): readonly string[] =>
  wanted.filter(line => !from.includes(line))

/** By numbers, from the left. */
export function isHigher(one: string, other: string): boolean {
  const [a, b] = [one, other].map(version => version.split('.').map(Number))
  const at = (a ?? []).findIndex((part, index) => part !== (b?.[index] ?? 0))
  return at >= 0 && (a?.[at] ?? 0) > (b?.[at] ?? 0)
}
