/** `npm run announce`, as part of a release: writes down what it asks for and holds, and refuses what the ledgers do not tell. */
import { writeFile } from 'node:fs/promises'
import { unannounced } from './announced.ts'
import { readNow, readReleased, RELEASED } from './release.ts'

const now = await readNow()
const before = await readReleased()
const problems = before
  ? (['permissions', 'register'] as const).flatMap(kind =>
      unannounced({ ...now[kind], released: before[kind] }).map(problem => `${kind}: ${problem}`)
    )
  : []
if (problems.length > 0) {
  console.error(problems.join('\n'))
  process.exitCode = 1
} else {
  const kept = ({ version, lines }: { readonly version: string; readonly lines: readonly string[] }) => ({
    version,
    lines
  })
  const released = { permissions: kept(now.permissions), register: kept(now.register) }
  await writeFile(RELEASED, `${JSON.stringify(released, undefined, 2)}\n`)
  console.log(
    `Written: ${now.permissions.lines.length} lines of permissions (${now.permissions.version}), ${now.register.lines.length} of the register (version ${now.register.version})`
  )
}
