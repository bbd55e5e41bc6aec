/** `npm run playground`: Microsoft's Agents Playground beside a running sandbox, as Ana Torres of the first demo company. */
import { spawn } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stringify } from 'yaml'
import { generateCompanies } from './companies/generate.ts'
import type { DemoPerson } from './companies/model.ts'
import { DEMO } from './env.ts'

const SANDBOX = process.argv[2] ?? 'http://127.0.0.1:4100'
const PORT = process.argv[3] ?? '56150'

/** The playground asks for at least five colleagues. */
const COLLEAGUES = 5

const people = generateCompanies()[0]?.people ?? []
const person = people.find(({ persona }) => persona === 'employee')
if (!person) throw new Error('there is no demo employee')
const nameOf = ({ firstName, lastName }: DemoPerson): string => `${firstName} ${lastName}`
const userOf = (one: DemoPerson) => ({
  id: `29:${one.oid}`,
  name: nameOf(one),
  userPrincipleName: one.upn,
  aadObjectId: one.oid,
  givenName: one.firstName,
  surname: one.lastName,
  email: one.email
})
const config = {
  version: '0.1.1',
  tenantId: person.tid,
  bot: { id: `28:${DEMO.botAppId}`, name: 'ConsciousInsights' },
  currentUser: userOf(person),
  users: people
    .filter(one => one !== person)
    .slice(0, COLLEAGUES)
    .map(userOf),
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
process.stdout.write(
  `Agents Playground as ${nameOf(person)}: open http://127.0.0.1:${PORT}/ (its recording: ${folder})\n`
)
const child = spawn(
  'agentsplayground',
  [
    'start',
    '-e',
    `${SANDBOX}/sandbox/playground/messages`,
    '-c',
    'msteams',
    '-p',
    PORT,
    '--enable-events-recording',
    '--disable-telemetry'
  ],
  {
    stdio: 'inherit',
    // Its log and its recording of every activity stay out of the repository.
    cwd: folder,
    env: { ...process.env, TEAMSAPPTESTER_BROWSER: 'none', M365_AGENTS_PLAYGROUND_CONFIG_PATH: file }
  }
)
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => child.kill(signal))
child.once('exit', code => {
  process.exitCode = code ?? 0
})
