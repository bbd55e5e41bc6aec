/** The bot process: config → resources → bot → listen → dispose. */
import { health } from '../api/platform/health.ts'
import { answerErrors, createWeb, notFound } from '../api/platform/http.ts'
import { listen, stopSignal } from '../api/platform/serve.ts'
import { personalParts } from '../api/personal-data.ts'
import { openDeps } from '../api/start.ts'
import { botOptions, createBot } from './bot.ts'

await using opened = await openDeps(process.env)
const { deps } = opened
const bot = createBot(deps, { parts: personalParts, ...botOptions(deps) })
await deps.queue.work(bot.handlers)
const app = createWeb()
app.use(health(deps), bot.router, notFound, answerErrors(deps.log))
await using listening = await listen(app, { port: deps.config.PORT, host: '0.0.0.0' })
deps.log.info({ port: listening.port }, 'bot listens')
await stopSignal()
deps.log.info({}, 'bot stops')
