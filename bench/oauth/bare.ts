/** The ceiling of the exchange: oidc-provider as it comes, storage in memory, the same grant over the same verified Entra token. */
import Provider from 'oidc-provider'
import { createEntraVerifier } from '../../api/identity/entra.ts'
import { TAB_CLIENT, TOKEN_EXCHANGE } from '../../api/oauth/clients.ts'
import { createMint, registerTokenExchange } from '../../api/oauth/exchange.ts'
import { apiResource, issuerOf } from '../../api/oauth/provider.ts'
import { createWeb } from '../../api/platform/http.ts'
import { listen } from '../../api/platform/serve.ts'
import { loadSigningKeys } from '../../api/oauth/keys.ts'
import { createTestWorld } from '../../api/testing.ts'
import { serverOptionsSchema } from './sides.ts'

const options = serverOptionsSchema.parse(JSON.parse(process.argv[2] ?? '{}'))
const SECRET = 'secret-of-the-bare-side'

const web = createWeb()
const { port } = await listen(web, { port: 0, host: '127.0.0.1' })
const url = `http://127.0.0.1:${port}`
const world = await createTestWorld({ config: { PUBLIC_URL: url, ENTRA_URL: options.entraUrl } })
const { deps } = world
const provider = new Provider(issuerOf(url), {
  jwks: { keys: [...(await loadSigningKeys(deps))] as never },
  clients: [
    {
      client_id: TAB_CLIENT,
      client_secret: SECRET,
      token_endpoint_auth_method: 'client_secret_post',
      grant_types: [TOKEN_EXCHANGE],
      response_types: [],
      redirect_uris: []
    }
  ],
  findAccount: (_ctx, sub) => ({ accountId: sub, claims: () => ({ sub }) }),
  extraTokenClaims: async () => ({ roles: [] }),
  features: {
    devInteractions: { enabled: false },
    resourceIndicators: { enabled: true, getResourceServerInfo: () => apiResource(url) }
  }
})
const verify = createEntraVerifier(deps)
const person = {
  organizationId: 'org_a',
  personId: 'per_a',
  idpId: 'a',
  email: undefined,
  firstName: '',
  lastName: '',
  title: undefined,
  department: undefined,
  country: undefined,
  timezone: undefined,
  locale: undefined,
  state: 'active',
  inDirectory: true,
  access: true,
  siteLearner: false,
  roles: []
} as const
const accounts = { find: async () => undefined, rolesOf: async () => [], remember: () => {} }
const verifyOnly = async (token: string) => {
  const verdict = await verify(token)
  return verdict.kind === 'valid'
    ? ({ kind: 'person', person } as const)
    : ({ kind: 'refused', reason: 'invalid_token' } as const)
}
registerTokenExchange(provider, {
  mint: createMint(provider, { accounts, publicUrl: url }),
  open: Object.assign(verifyOnly, {
    verify: async () => ({ kind: 'refused', reason: 'invalid_token' }) as const
  }),
  tries: { wait: () => 0, countRefused: async () => {} },
  publicUrl: url
})
web.use('/oidc', provider.callback())
process.stdout.write(`${JSON.stringify({ url, tabSecret: SECRET })}\n`)
process.once('SIGTERM', () => {
  void world[Symbol.asyncDispose]().finally(() => process.kill(process.pid, 'SIGKILL'))
})
