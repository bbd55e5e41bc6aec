/** `npm run replay-erasures -- <journal>`: after a restore, erases again what people had erased, and companies that had left. Running it twice changes nothing. */
import { replayCompany } from './leaving/erasing.ts'
import { personalParts } from './personal-data.ts'
import { replayErasure } from './privacy/erasing.ts'
import { isOfCompany, readJournal } from './privacy/journal.ts'
import { openDeps } from './start.ts'

const [path = process.env['ERASURE_JOURNAL']] = process.argv.slice(2)
if (path === undefined) {
  process.stderr.write('Name the journal: npm run replay-erasures -- <file>, or set ERASURE_JOURNAL\n')
  process.exitCode = 1
} else {
  const { lines, cut } = await readJournal(path)
  await using opened = await openDeps(process.env)
  let replayed = 0
  // Whose company is gone has nothing left.
  const companies = lines.filter(isOfCompany)
  for (const line of companies) if (await replayCompany(opened.deps, line)) replayed++
  const gone = new Set(companies.map(({ organizationId }) => organizationId))
  for (const line of lines)
    if (!isOfCompany(line) && !gone.has(line.organizationId) && (await replayErasure(opened.deps, personalParts, line)))
      replayed++
  process.stdout.write(`${lines.length} erasures in the journal, ${replayed} of them erased again\n`)
  if (cut.length > 0) {
    const told = `${cut.length} lines were cut and never written whole. Find out whose erasures they were, and erase again:\n`
    process.stderr.write(`${told}${cut.join('\n')}\n`)
    process.exitCode = 1
  }
}
