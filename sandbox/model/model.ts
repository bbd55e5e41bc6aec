/**
 * Stands in for Azure OpenAI and for services that speak the same protocol: streamed chat completions, tool calls, keys, deployments,
 * filters. What it says is simple; how it says it is the vendors' format.
 */
import type { Request, Response } from 'express'
import { z } from 'zod'
import { createStandin, readJson, type Standin, type StandinOptions } from '../harness/standin.ts'
import { filtered, REFUSALS, streamOf, type Head, type Reply } from './wire.ts'

const requestSchema = z.looseObject({
  model: z.string(),
  stream: z.boolean().optional(),
  messages: z.array(
    z.looseObject({ role: z.enum(['system', 'developer', 'user', 'assistant', 'tool']), content: z.string().nullish() })
  ),
  tools: z.array(z.looseObject({ function: z.looseObject({ name: z.string() }) })).optional()
})
export type ChatRequest = z.output<typeof requestSchema>

/** What goes wrong in the middle of a stream; what goes wrong before it are the faults that every stand-in has. */
export type StreamFault = 'stall' | 'cut' | 'garbage' | 'filter' | 'no_end' | 'empty'

type Deployment = { readonly model: string; readonly key: string }
type Saying = (request: ChatRequest) => Reply

export type ModelStandin = {
  readonly standin: Standin
  /** Its key opens it, and no other. */
  addDeployment(deployment: Deployment): void
  says(saying: Saying): void
  /** How each stream ends from now on; well again without one. */
  breakStreams(fault: StreamFault | undefined): void
  /** Refuses prompts as Azure's filter does. */
  filterPrompts(on: boolean): void
  asked(): readonly ChatRequest[]
  /** Streams that somebody is still reading. */
  open(): number
  azureUrl(): string
  compatibleUrl(): string
  [Symbol.asyncDispose](): Promise<void>
}

const spokenLast = ({ messages }: ChatRequest): string =>
  /<said>\n(?<said>[^]*?)\n<\/said>\s*$/u.exec(messages.findLast(({ role }) => role === 'user')?.content ?? '')
    ?.groups?.['said'] ?? ''

const reflects: Saying = request => ({ text: `So this is what matters: ${spokenLast(request)}. What would be better?` })

/** Half of what there is to say. */
const FIRST_CHUNKS = 4

export function createModelStandin(options: Omit<StandinOptions, 'name'>): ModelStandin {
  const standin = createStandin({ ...options, name: 'model' })
  const deployments = standin.store.collection<Deployment>('deployments')
  const asked: ChatRequest[] = []
  const open = new Set<Response>()
  let saying = reflects
  let fault: StreamFault | undefined
  let filters = false

  const complete = (req: Request, res: Response, { azure, key }: { azure: boolean; key: string }): void => {
    const parsed = requestSchema.safeParse(readJson(req))
    if (!parsed.success) return void res.status(400).json({ error: { message: parsed.error.message, code: null } })
    const request = parsed.data
    if (![...deployments.values()].some(each => each.key === key)) return void res.status(401).json(REFUSALS.key)
    const found = deployments.get(request.model)
    if (found?.key !== key) return void res.status(404).json(REFUSALS.deployment)
    asked.push(request)
    if (!request.stream) return void res.status(400).json(REFUSALS.notStreamed)
    if (filters) return void res.status(400).json(REFUSALS.prompt)
    const created = Math.floor(standin.now().getTime() / 1000)
    stream(res, { id: `chatcmpl-${asked.length}`, created, model: request.model, azure }, saying(request))
  }

  const stream = (res: Response, head: Head, reply: Reply): void => {
    open.add(res)
    res.once('close', () => open.delete(res))
    res.status(200).set({ 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-cache' })
    res.flushHeaders()
    const whole = streamOf(head, fault === 'empty' ? {} : reply)
    const first = whole.slice(0, FIRST_CHUNKS)
    switch (fault) {
      case undefined:
      case 'empty':
        for (const each of whole) res.write(each)
        return void res.end()
      case 'stall':
        first.forEach(each => res.write(each))
        return
      case 'cut':
        first.forEach(each => res.write(each))
        return void setTimeout(() => res.socket?.destroy(), 20)
      case 'garbage':
        first.forEach(each => res.write(each))
        return void res.end('data: {"choices":[{"delta":{"content":"half\n\n')
      case 'filter':
        first.forEach(each => res.write(each))
        return void res.end(`${filtered(head)}data: [DONE]\n\n`)
      case 'no_end':
        first.forEach(each => res.write(each))
        return void res.end()
    }
  }

  standin.app.post('/openai/v1/chat/completions', (req, res) =>
    complete(req, res, { azure: true, key: req.get('api-key') ?? '' })
  )
  standin.app.post('/v1/chat/completions', (req, res) =>
    complete(req, res, {
      azure: false,
      key: /^Bearer (?<key>.+)$/u.exec(req.get('authorization') ?? '')?.groups?.['key'] ?? ''
    })
  )
  return {
    standin,
    addDeployment: deployment => void deployments.set(deployment.model, deployment),
    says: next => {
      saying = next
    },
    breakStreams: next => {
      fault = next
    },
    filterPrompts: on => {
      filters = on
    },
    asked: () => asked,
    open: () => open.size,
    azureUrl: () => standin.url(),
    compatibleUrl: () => `${standin.url()}/v1`,
    [Symbol.asyncDispose]: () => standin[Symbol.asyncDispose]()
  }
}
