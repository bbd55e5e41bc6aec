/** Runners for benchmarks and drills: list, run one, print its figures as the last line. */
export type Figures = Readonly<Record<string, number | string>>
export type Say = (line: string) => void
export type Named = {
  readonly name: string
  readonly says: string
  /** `seed`: where chance has a part, the same seed throws the same dice. Figures with `failed` end with a failure. */
  readonly run: (say: Say, seed?: number, options?: readonly string[]) => Promise<Figures>
  /** Whether the figures are as they must be; without it they are only told. */
  readonly passes?: (figures: Figures) => boolean
}

/** @param wanted the name, where chance has a part a seed, then options that begin with dashes. @returns the exit code. */
export async function runNamed(
  command: string,
  all: readonly Named[],
  [wanted, ...rest]: readonly string[],
  say: Say = line => void process.stdout.write(`${line}\n`)
): Promise<number> {
  const list = all.map(({ name, says }) => `  ${name.padEnd(10)} ${says}`).join('\n')
  if (!wanted) {
    say(`npm run ${command} -- NAME\n${list}`)
    return 0
  }
  const found = all.find(({ name }) => name === wanted)
  if (!found) {
    say(`There is no ${command} "${wanted}". There are:\n${list}`)
    return 1
  }
  const [seed] = rest.filter(each => /^\d+$/u.test(each))
  const figures = await found.run(say, seed ? Number(seed) : undefined, rest)
  say(JSON.stringify({ name: found.name, ...figures }))
  return 'failed' in figures || found.passes?.(figures) === false ? 1 : 0
}
