/**
 * A company's first import, by the events of WorkOS' first synchronization and by its lists, beside one transaction that
 * inserts the same rows. The stand-in runs in a process of its own, over HTTP and without its rate limit; each import is a fresh
 * process on a fresh schema. Its peak memory is `maxRSS` from start to end, with the heap bounded as in a small container
 * (`IMPORT`): where there is much memory, node's collector lets garbage lie, and the peak tells how long the run was.
 * `ratio`, `perPersonGrowth` and `peakMemoryRatio` are the worse of the two paths; each is a median of rounds, because the
 * machine is shared.
 */
import pg from 'pg'
import { z } from 'zod'
import { insertPlainly, readTables } from './directory/plain.ts'
import type { ImportOptions } from './directory/options.ts'
import type { Figures, Say } from './named.ts'
import { BENCH_DATABASE, median, rounded, startProcess } from './oauth/sides.ts'

const SMALL = 10_000
const LARGE = 100_000
const ROUNDS = 3
const PATHS = ['events', 'lists'] as const
const IMPORT = { patienceMs: 3_600_000, flags: ['--max-old-space-size=256', '--max-semi-space-size=8'] }

type Path = ImportOptions['path']
type Round = { readonly seconds: number; readonly peakMB: number; readonly plainSeconds: number; readonly rows: number }

export async function benchDirectory(say: Say): Promise<Figures> {
  await using stack = new AsyncDisposableStack()
  const directories: Awaited<ReturnType<typeof startWorkos>>[] = []
  for (const path of PATHS)
    for (const size of [SMALL, LARGE]) directories.push(stack.use(await startWorkos(path, size)))
  const rounds: { readonly path: Path; readonly size: number; readonly round: Round }[] = []
  for (let serial = 0; serial < ROUNDS; serial++)
    for (const { path, size, url } of directories) {
      const round = await runRound({ path, size, workosUrl: url })
      rounds.push({ path, size, round })
      say(
        `${path} of ${size}: ${round.seconds.toFixed(1)} s, plainly ${round.plainSeconds.toFixed(1)} s for ${round.rows} rows, at most ${round.peakMB.toFixed(0)} MB`
      )
    }
  const of = (path: Path, size: number, read: (round: Round) => number): number =>
    median(rounds.filter(each => each.path === path && each.size === size).map(({ round }) => read(round)))
  const by = (path: Path) => ({
    ratio: of(path, LARGE, ({ seconds, plainSeconds }) => seconds / plainSeconds),
    perPersonGrowth:
      (of(path, LARGE, ({ seconds }) => seconds) / of(path, SMALL, ({ seconds }) => seconds)) * (SMALL / LARGE),
    peakMemoryRatio: of(path, LARGE, ({ peakMB }) => peakMB) / of(path, SMALL, ({ peakMB }) => peakMB),
    peopleASecond: LARGE / of(path, LARGE, ({ seconds }) => seconds)
  })
  const [events, lists] = [by('events'), by('lists')]
  const worse = (figure: keyof typeof events): number => rounded(Math.max(events[figure], lists[figure]))
  return {
    ratio: worse('ratio'),
    perPersonGrowth: worse('perPersonGrowth'),
    peakMemoryRatio: worse('peakMemoryRatio'),
    eventsRatio: rounded(events.ratio),
    listsRatio: rounded(lists.ratio),
    eventsPeoplePerSecond: rounded(events.peopleASecond),
    listsPeoplePerSecond: rounded(lists.peopleASecond),
    peakMB: rounded(
      Math.max(
        of('events', LARGE, ({ peakMB }) => peakMB),
        of('lists', LARGE, ({ peakMB }) => peakMB)
      )
    )
  }
}

async function startWorkos(path: Path, size: number) {
  const started = await startProcess(`${import.meta.dirname}/directory/workos.ts`, JSON.stringify({ path, size }))
  return { ...started, path, size, ...z.object({ url: z.url() }).parse(started.said) }
}

type Asked = Pick<ImportOptions, 'path' | 'size' | 'workosUrl'>

async function runRound(asked: Asked): Promise<Round> {
  const schema = `bench_${process.pid}`
  try {
    const options: ImportOptions = { ...asked, databaseUrl: BENCH_DATABASE, schema }
    await using done = await startProcess(`${import.meta.dirname}/directory/import.ts`, JSON.stringify(options), IMPORT)
    const taken = z.object({ seconds: z.number(), peakMB: z.number() }).parse(done.said)
    const tables = await readTables(BENCH_DATABASE, schema)
    const plainSeconds = await insertPlainly(BENCH_DATABASE, tables)
    return { ...taken, plainSeconds, rows: tables.reduce((sum, { rows }) => sum + rows.length, 0) }
  } finally {
    await dropSchema(BENCH_DATABASE, schema)
  }
}

async function dropSchema(databaseUrl: string, schema: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  await client.query(`drop schema if exists "${schema}" cascade`)
  await client.query(`drop schema if exists "${schema}_jobs" cascade`)
  await client.end()
}
