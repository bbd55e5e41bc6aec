/** One side of a comparison in a process of its own: the product's provider on PostgreSQL, with its storage or another. */
import pg from 'pg'
import { createClients } from '../../api/oauth/clients.ts'
import { PER_MINUTE } from '../../api/oauth/limits.ts'
import { createOpenIdProvider } from '../../api/oauth/oauth.ts'
import { fillCompany } from '../../api/oauth/test-world.ts'
import { createWeb } from '../../api/platform/http.ts'
import { listen } from '../../api/platform/serve.ts'
import { createTestWorld } from '../../api/testing.ts'
import { memoryAdapter, plainAdapter } from './adapters.ts'
import { objectIdOf, personOf, serverOptionsSchema } from './sides.ts'

const options = serverOptionsSchema.parse(JSON.parse(process.argv[2] ?? '{}'))

/** Statements that the product sent, but for those of the queue's own upkeep. */
let statements = 0
const query = pg.Client.prototype.query
pg.Client.prototype.query = function count(this: pg.Client, ...args: Parameters<typeof query>) {
  const [first] = args as unknown as [string | { readonly text?: string }]
  const text = typeof first === 'string' ? first : (first.text ?? '')
  if (!/^\s*(?:begin|start transaction|commit|rollback)[^;]*$/iu.test(text) && !text.includes('_jobs')) statements += 1
  return query.apply(this, args)
} as typeof query

const web = createWeb()
const { port } = await listen(web, { port: 0, host: '127.0.0.1' })
const url = `http://127.0.0.1:${port}`
const world = await createTestWorld({
  config: { PUBLIC_URL: url, WORKOS_URL: options.workosUrl, ENTRA_URL: options.entraUrl }
})
const { deps } = world
await fillCompany(
  deps,
  Array.from({ length: options.people }, (_, index) => ({
    idpId: personOf(index),
    raw: { objectId: objectIdOf(index) }
  }))
)
const UNLIMITED = { ...PER_MINUTE, ...Object.fromEntries(Object.keys(PER_MINUTE).map(name => [name, 1e9])) }
const clients = createClients(deps)
const adapters = {
  ours: undefined,
  plain: plainAdapter(deps.db, clients.find),
  memory: memoryAdapter(clients.find)
}
const provider = await createOpenIdProvider(deps, { perMinute: UNLIMITED, adapter: adapters[options.side] })
const tab = await clients.find('ci-tab')
web.get('/statements', (_req, res) => void res.json({ statements }))
web.use(provider.router)
process.stdout.write(`${JSON.stringify({ url, tabSecret: tab?.client_secret })}\n`)
process.once('SIGTERM', () => {
  void world[Symbol.asyncDispose]().finally(() => process.exit(0))
})
