/** Runners for benchmarks and drills: list, run one, print its figures as the last line. */
export type Figures = Readonly<Record<string, number | string>>
export type Say = (line: string) => void
export type Named = {
  readonly name: string
  readonly says: string
  /** `seed`: where chance has a part, the same seed throws the same dice. */
  readonly run: (say: Say, seed?: number) => Promise<Figures>
}

/** @param wanted the name and, where chance has a part, a seed. @returns the exit code. */
export async function runNamed(
  command: string,
  all: readonly Named[],
  [wanted, seed]: readonly string[],
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
  const figures = await found.run(say, seed ? Number(seed) : undefined)
  say(JSON.stringify({ name: found.name, ...figures }))
  return 0
}
