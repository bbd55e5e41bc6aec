/** `npm run snapshot`: makes the demo's history anew and writes what ships. Takes minutes. */
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeHistory, TODAY } from './history.ts'
import { SHIPPED_KEY, writeSnapshot } from './snapshot.ts'

const PORT = 4900
const folder = mkdtempSync(join(tmpdir(), 'ci-history-'))
mkdirSync(join(folder, 'secrets'), { mode: 0o700 })
writeFileSync(join(folder, 'secrets', 'master-key'), SHIPPED_KEY, { mode: 0o600 })
await makeHistory({ folder, port: PORT }, line => process.stdout.write(`${line}\n`))
await writeSnapshot(folder, TODAY)
rmSync(folder, { recursive: true, force: true })
process.stdout.write('Written to sandbox/snapshot\n')
