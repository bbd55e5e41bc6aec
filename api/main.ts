/** The api process: config → resources → app → listen → dispose. */
import { createApp } from './app.ts'
import { createAuthenticator } from './oauth/authenticator.ts'
import { listen, stopSignal } from './platform/serve.ts'
import { apiHandlers, openDeps } from './start.ts'
import { startTicking } from './ticks.ts'

await using opened = await openDeps(process.env)
const { deps } = opened
await using authenticator = await createAuthenticator(deps)
await deps.queue.work(apiHandlers(deps))
await using _ticking = startTicking(deps)
const app = await createApp(deps, authenticator)
await using listening = await listen(app, { port: deps.config.PORT, host: '0.0.0.0' })
deps.log.info({ port: listening.port }, 'api listens')
await stopSignal()
deps.log.info({}, 'api stops')
