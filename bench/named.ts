/** Runners for benchmarks and drills: list, run one, print its figures as the last line. */
export type Figures = Readonly<Record<string, number | string>>
export type Say = (line: string) => void
export type Named = { readonly name: string; readonly says: string; readonly run: (say: Say) => Promise<Figures> }

/** @returns the exit code. */
export async function runNamed(
  command: string,
  all: readonly Named[],
  wanted: string | undefined,
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
  const figures = await found.run(say)
  say(JSON.stringify({ name: found.name, ...figures }))
  return 0
}
