/** A process of the product whose coach answers at once, or not at all while it is told to be out. Argument: its environment. */
import { z } from 'zod'
import { createApp } from '../../api/app.ts'
import type { Engines } from '../../api/coach/choose.ts'
import { engines } from '../../api/coach/choose.ts'
import { createAuthenticator } from '../../api/oauth/authenticator.ts'
import { createWeb } from '../../api/platform/http.ts'
import { listen, stopSignal } from '../../api/platform/serve.ts'
import { openDeps } from '../../api/start.ts'

const env = z.record(z.string(), z.string()).parse(JSON.parse(process.argv[2] ?? '{}'))
await using opened = await openDeps(env)
const { deps } = opened
await using authenticator = await createAuthenticator(deps)

const state = { out: false }
const instant: Engines = {
  ...engines,
  choose: () => ({
    id: 'instant@1',
    async *answer({ messages }) {
      if (state.out) throw new Error('the engine is out')
      yield { kind: 'text', text: `You said: ${messages.at(-1)?.text}. ` }
      yield { kind: 'text', text: 'What would be a small step?' }
      yield { kind: 'end', state: {}, awaits: 'goal' }
    }
  })
}
const web = createWeb()
web.post('/engine/:state', (req, res) => {
  state.out = req.params.state === 'out'
  res.end()
})
web.use(await createApp(deps, { ...authenticator, engines: instant }))
await using listening = await listen(web, { port: 0, host: '127.0.0.1' })
process.stdout.write(`${JSON.stringify({ url: `http://127.0.0.1:${listening.port}` })}\n`)
await stopSignal()
