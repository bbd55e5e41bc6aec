/** `npm run replay-erasures -- <journal>`: after a restore, erases again what people had erased. Running it twice changes nothing. */
import { personalParts } from './personal-data.ts'
import { replayErasure } from './privacy/erasing.ts'
import { readJournal } from './privacy/journal.ts'
import { openDeps } from './start.ts'

const [path = process.env['ERASURE_JOURNAL']] = process.argv.slice(2)
if (path === undefined) {
  process.stderr.write('Name the journal: npm run replay-erasures -- <file>, or set ERASURE_JOURNAL\n')
  process.exitCode = 1
} else {
  const lines = await readJournal(path)
  await using opened = await openDeps(process.env)
  let replayed = 0
  for (const line of lines) if (await replayErasure(opened.deps, personalParts, line)) replayed++
  process.stdout.write(`${lines.length} erasures in the journal, ${replayed} of them erased again\n`)
}
