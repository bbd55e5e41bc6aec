/** WorkOS in a process of its own, with a directory of the size that is asked for and the events of its first synchronization. */
import { z } from 'zod'
import { createWorkosStandin } from '../../sandbox/workos/workos.ts'
import { pathSchema } from './options.ts'
import { COMPANY, DIRECTORY, GROUPS, personAt } from './people.ts'

const { size, path } = z.object({ size: z.int(), path: pathSchema }).parse(JSON.parse(process.argv[2] ?? '{}'))
/** Where the lists are to be read, the directory was connected before WorkOS' window of events. */
const clock = { days: path === 'lists' ? 40 : 0 }
const workos = createWorkosStandin({
  now: () => new Date(Date.now() - clock.days * 86_400_000),
  apiKey: 'workos-key-for-benchmarks',
  clientId: 'client_bench',
  webhookSecret: 'workos-webhook-secret',
  limits: false
})
workos.addOrganization({ id: COMPANY, name: 'Bench', domains: [] })
workos.addDirectory({
  id: DIRECTORY,
  organizationId: COMPANY,
  type: 'okta scim v2.0',
  name: 'Bench',
  domain: 'bench.test'
})
const groupIds = new Map(GROUPS.map(name => [name, workos.addGroup({ directoryId: DIRECTORY, name }).id]))
for (let place = 0; place < size; place++) {
  const { groups, ...person } = personAt(place, size)
  workos.upsertUser({ ...person, directoryId: DIRECTORY })
  for (const name of groups) workos.addToGroup(groupIds.get(name) ?? '', person.id)
}
clock.days = 0
await workos.listen()
process.stdout.write(`${JSON.stringify({ url: workos.standin.url() })}\n`)
process.once('SIGTERM', () => {
  void workos[Symbol.asyncDispose]().finally(() => process.exit(0))
})
