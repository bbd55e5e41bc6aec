/** WorkOS and Entra in a process of their own: whoever is hinted at signs in, and Teams tokens are handed out by object id. */
import express from 'express'
import { startTestEntra, startTestWorkos } from '../../api/oauth/test-vendors.ts'
import { listen } from '../../api/platform/serve.ts'
import { CONNECTION, TENANT } from '../../api/oauth/test-world.ts'

const workos = await startTestWorkos()
workos.next = asked => ({
  idp_id: (asked.get('login_hint') ?? '').split('@')[0] ?? '',
  connection_id: CONNECTION,
  connection_type: 'GenericOIDC',
  raw_attributes: { mail: asked.get('login_hint') ?? '' }
})
const entra = await startTestEntra(process.argv[2] ?? '')
const tokens = express()
tokens.get('/token/:oid', async (req, res) => {
  res.send(await entra.token({ tid: TENANT, oid: req.params['oid'] }))
})
const issuing = await listen(tokens, { port: 0, host: '127.0.0.1' })
process.stdout.write(
  `${JSON.stringify({ workosUrl: workos.url, entraUrl: entra.url, tokensUrl: `http://127.0.0.1:${issuing.port}` })}\n`
)
