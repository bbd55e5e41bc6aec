/** Calls an endpoint value over HTTP; the tab, tests and the sandbox use the same one. */
import type { z } from 'zod'
import type { Endpoint, Problem } from './endpoint.ts'

export class CallError extends Error {
  override readonly name = 'CallError'
  readonly status: number
  readonly problem: Problem
  constructor(status: number, problem: Problem) {
    super(problem.message)
    this.status = status
    this.problem = problem
  }
}

export type ClientOptions = {
  /** Without a trailing slash; `''` for the same origin. */
  readonly baseUrl: string
  readonly fetch: typeof fetch
  readonly token?: () => Promise<string | undefined>
}

export type Input<E extends Endpoint> = {
  readonly params?: z.input<E['params']>
  readonly query?: z.input<E['query']>
  readonly body?: z.input<E['body']>
  readonly signal?: AbortSignal
}

/** @throws CallError when the server refuses; the network's own error when it cannot be reached. */
export function createClient(options: ClientOptions) {
  const ask = createAsk(options)
  return async <E extends Endpoint>(target: E, input: Input<E> = {}): Promise<z.output<E['answer']>> => {
    const response = await ask(target, input)
    return parse<E['answer']>(target.answer, await response.json().catch(() => undefined))
  }
}

export type Client = ReturnType<typeof createClient>

export type File = { readonly name: string; readonly content: Blob }

/** For endpoints that answer with a file. @throws as `createClient` does. */
export function createFileClient(options: ClientOptions) {
  const ask = createAsk(options)
  return async <E extends Endpoint>(target: E, input: Input<E> = {}): Promise<File> => {
    const response = await ask(target, input)
    const name = /filename="?(?<name>[^";]+)/u.exec(response.headers.get('content-disposition') ?? '')?.groups?.['name']
    return { name: name ?? 'file', content: await response.blob() }
  }
}

/** For endpoints whose answer stays open. @throws as `createClient` does. */
export const createOpener = (
  options: ClientOptions
): (<E extends Endpoint>(target: E, input?: Input<E>) => Promise<Response>) => {
  const ask = createAsk(options)
  return (target, input = {}) => ask(target, input)
}

/** A wait that the page takes upon itself; a longer one is told to whoever waits. */
const SHORT_WAIT_SECONDS = 2
const TRIES = 5

/** A 503 that says when to ask again is given before anything is begun (RFC 9110, 15.6.4): asking again does nothing twice. */
function createAsk(options: ClientOptions) {
  const ask = createOneAsk(options)
  return async <E extends Endpoint>(target: E, input: Input<E>): Promise<Response> => {
    for (let tries = 1; ; tries += 1) {
      const response = await ask(target, input)
      if (response.ok) return response
      const wait = Number(response.headers.get('retry-after') ?? Number.NaN)
      if (response.status === 503 && wait <= SHORT_WAIT_SECONDS && tries < TRIES) {
        await response.body?.cancel()
        await new Promise(resolve => setTimeout(resolve, wait * 1000))
      } else {
        const answer: unknown = await response.json().catch(() => undefined)
        throw new CallError(response.status, problemOf(answer, response.status))
      }
    }
  }
}

function createOneAsk(options: ClientOptions) {
  return async <E extends Endpoint>(target: E, input: Input<E>): Promise<Response> => {
    const token = await options.token?.()
    return options.fetch(options.baseUrl + fillPath(target.path, input), {
      method: target.method,
      headers: {
        accept: 'application/json',
        ...(input.body === undefined
          ? {}
          : { 'content-type': input.body instanceof Uint8Array ? 'application/octet-stream' : 'application/json' }),
        ...(token ? { authorization: `Bearer ${token}` } : {})
      },
      ...(input.body === undefined ? {} : { body: bodyOf(input.body) }),
      ...(input.signal ? { signal: input.signal } : {})
    })
  }
}

/** A file goes as it is. */
const bodyOf = (body: unknown): BodyInit =>
  body instanceof Uint8Array ? new Blob([body.slice()]) : JSON.stringify(body)

const parse = <S extends z.ZodType>(schema: S, value: unknown): z.output<S> => schema.parse(value)

function fillPath(path: string, input: { readonly params?: unknown; readonly query?: unknown }): string {
  const params = new Map(Object.entries(input.params ?? {}))
  const filled = path.replaceAll(/:(\w+)/gu, (_, name: string) => encodeURIComponent(String(params.get(name))))
  const query = new URLSearchParams(
    Object.entries(input.query ?? {}).flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)]]))
  ).toString()
  return query ? `${filled}?${query}` : filled
}

function problemOf(answer: unknown, status: number): Problem {
  if (typeof answer === 'object' && answer !== null && 'code' in answer && 'message' in answer && 'reference' in answer)
    return { code: String(answer.code), message: String(answer.message), reference: String(answer.reference) }
  return { code: 'unreachable', message: `The server answered ${status} without a reason`, reference: '' }
}
