/** `npm run playground`: Microsoft's Agents Playground beside a running sandbox, as Ana Torres of the first demo company. */
import { spawn } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stringify } from 'yaml'
import { generateCompanies } from './companies/generate.ts'
import { DEMO } from './env.ts'

const SANDBOX = process.argv[2] ?? 'http://127.0.0.1:4100'
const PORT = '56150'

const person = generateCompanies()[0]?.people.find(({ persona }) => persona === 'employee')
if (!person) throw new Error('there is no demo employee')
const name = `${person.firstName} ${person.lastName}`
const config = {
  version: '0.1.1',
  tenantId: person.tid,
  bot: { id: `28:${DEMO.botAppId}`, name: 'ConsciousInsights' },
  currentUser: {
    id: `29:${person.oid}`,
    name,
    userPrincipleName: person.upn,
    aadObjectId: person.oid,
    givenName: person.firstName,
    surname: person.lastName,
    email: person.email
  },
  users: [],
  personalChat: { id: 'a:playground-personal' },
  groupChat: { id: '19:playground-group@thread.v2', name: 'Group' },
  team: {
    id: '19:playground-team@thread.tacv2',
    name: 'Team',
    aadGroupId: 'playground-group',
    channels: [{ id: '19:playground-channel@thread.tacv2', name: 'General' }]
  }
}
const folder = mkdtempSync(join(tmpdir(), 'ci-playground-'))
const file = join(folder, '.m365agentsplayground.yml')
writeFileSync(file, stringify(config))
process.stdout.write(`Agents Playground as ${name}: open http://127.0.0.1:${PORT}/\n`)
const child = spawn(
  'agentsplayground',
  ['start', '-e', `${SANDBOX}/sandbox/playground/messages`, '-c', 'msteams', '-p', PORT, '--disable-telemetry'],
  {
    stdio: 'inherit',
    env: { ...process.env, TEAMSAPPTESTER_BROWSER: 'none', M365_AGENTS_PLAYGROUND_CONFIG_PATH: file }
  }
)
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => child.kill(signal))
child.once('exit', code => {
  process.exitCode = code ?? 0
})
