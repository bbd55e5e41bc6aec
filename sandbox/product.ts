/** The whole product in one process, as the embedded start runs it: api, bot, tab, jobs and ticks on one database. */
import express, { type Express } from 'express'
import { createApp } from '../api/app.ts'
import { createAuthenticator } from '../api/oauth/authenticator.ts'
import { answerErrors } from '../api/platform/http.ts'
import type { Clock } from '../api/platform/time.ts'
import type { Deps } from '../api/platform/deps.ts'
import { personalParts } from '../api/personal-data.ts'
import { apiHandlers, openDeps } from '../api/start.ts'
import { startTicking } from '../api/ticks.ts'
import { botOptions, createBot } from '../bot/bot.ts'

export type Product = { readonly app: Express; readonly deps: Deps; [Symbol.asyncDispose](): Promise<void> }

export async function openProduct(
  env: Readonly<Record<string, string | undefined>>,
  clock: Clock,
  { streamGapMs }: { readonly streamGapMs?: number } = {}
): Promise<Product> {
  await using stack = new AsyncDisposableStack()
  const { deps } = stack.use(await openDeps(env, { clock }))
  const authenticator = stack.use(await createAuthenticator(deps))
  const streaming = streamGapMs === undefined ? {} : { streaming: { gapMs: streamGapMs } }
  const bot = createBot(deps, { parts: personalParts, ...botOptions(deps), ...streaming })
  await deps.queue.work([...apiHandlers(deps), ...bot.handlers])
  stack.use(startTicking(deps))
  const app = express()
  app.use(bot.router, answerErrors(deps.log), await createApp(deps, authenticator))
  const owned = stack.move()
  return { app, deps, [Symbol.asyncDispose]: () => owned.disposeAsync() }
}
