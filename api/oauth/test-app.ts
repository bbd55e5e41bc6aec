/** A registered app that listens for back-channel logouts, over real HTTP. */
import express from 'express'
import { listen, type Listening } from '../platform/serve.ts'
import { sealNewSecret } from './clients.ts'
import { addClient } from './store.ts'
import type { Registered } from './test-party.ts'
import type { SignInWorld } from './test-world.ts'

export type TestApp = Listening & Registered & { readonly logouts: string[]; answer: number }

export async function startTestApp(
  { deps }: SignInWorld,
  clientId: string,
  { deaf = false }: { readonly deaf?: boolean } = {}
): Promise<TestApp> {
  const logouts: string[] = []
  const state: Pick<TestApp, 'answer'> = { answer: 200 }
  const web = express()
  web.post('/logout', express.urlencoded(), (req, res) => {
    const { logout_token: token } = req.body as Record<string, string>
    if (state.answer === 200) logouts.push(token ?? '')
    res.status(state.answer).end()
  })
  const listening = await listen(web, { port: 0, host: '127.0.0.1' })
  const url = `http://127.0.0.1:${listening.port}`
  const { secret, sealed } = sealNewSecret(deps, clientId)
  const row = {
    clientId,
    ...sealed,
    registered: true,
    organizationId: undefined,
    name: `Demo App ${clientId}`,
    redirectUris: [`${url}/callback`],
    postLogoutRedirectUris: [],
    backchannelLogoutUri: deaf ? undefined : `${url}/logout`,
    authMethod: 'client_secret_basic' as const,
    pkce: true
  }
  await deps.db.router(trx => addClient(trx, row, deps.realNow()))
  return Object.assign(state, listening, { clientId, clientSecret: secret, redirectUri: `${url}/callback`, logouts })
}
