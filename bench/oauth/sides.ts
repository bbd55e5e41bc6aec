/** The processes of a comparison: started, asked where they listen, stopped. */
import { spawn, type ChildProcess } from 'node:child_process'
import { z } from 'zod'

export const serverOptionsSchema = z.object({
  side: z.enum(['ours', 'plain', 'memory']).default('ours'),
  workosUrl: z.url().default('http://127.0.0.1:9'),
  entraUrl: z.url(),
  people: z.number().int().default(0)
})
export type ServerOptions = z.input<typeof serverOptionsSchema>

export const personOf = (index: number): string => `person${index}`
export const objectIdOf = (index: number): string => `cccccccc-0000-4000-8000-${String(index).padStart(12, '0')}`

const PATIENCE_MS = 120_000
/** A server, for both sides the same: an embedded database would take its time from the side's own thread. */
export const BENCH_DATABASE = process.env['TEST_DATABASE_URL'] || 'postgres://postgres@127.0.0.1:5432/test'

export type Started = AsyncDisposable & { readonly said: unknown; readonly process: ChildProcess }

/** Waits for the first line the process prints: one JSON object. */
export async function startProcess(
  file: string,
  argument: string,
  { patienceMs = PATIENCE_MS, flags = [] }: { readonly patienceMs?: number; readonly flags?: readonly string[] } = {}
): Promise<Started> {
  const child = spawn('node', [...flags, file, argument], {
    env: { ...environment(), TEST_DATABASE_URL: BENCH_DATABASE, DATABASE_POOL: '10' },
    stdio: ['ignore', 'pipe', 'inherit']
  })
  const line = Promise.withResolvers<string>()
  let text = ''
  child.stdout.on('data', (part: Buffer) => {
    text += part.toString()
    if (text.includes('\n')) line.resolve(text)
  })
  child.once('exit', code => line.reject(new Error(`${file} ended with code ${code}`)))
  const late = setTimeout(() => line.reject(new Error(`${file} did not start`)), patienceMs)
  const said: unknown = JSON.parse(await line.promise.finally(() => clearTimeout(late)))
  return {
    said,
    process: child,
    [Symbol.asyncDispose]: async () => {
      if (child.exitCode !== null) return
      child.kill('SIGTERM')
      await new Promise(resolve => child.once('exit', resolve))
    }
  }
}

const environment = (): NodeJS.ProcessEnv => ({ PATH: `${import.meta.dirname}/../../node_modules/.bin:/usr/bin:/bin` })

const serverSchema = z.object({ url: z.url(), tabSecret: z.string() })
export type Server = Started & z.output<typeof serverSchema>

const file = (name: string): string => `${import.meta.dirname}/${name}`

export async function startServer(options: ServerOptions, name = 'server.ts'): Promise<Server> {
  const started = await startProcess(file(name), JSON.stringify(options))
  return {
    ...started,
    ...serverSchema.parse(started.said),
    [Symbol.asyncDispose]: () => started[Symbol.asyncDispose]()
  }
}

const vendorsSchema = z.object({ workosUrl: z.url(), entraUrl: z.url(), tokensUrl: z.url() })
export type Vendors = Started & z.output<typeof vendorsSchema>

/** @param audience of the Teams tokens. */
export async function startVendors(audience: string): Promise<Vendors> {
  const started = await startProcess(file('vendors.ts'), audience)
  return {
    ...started,
    ...vendorsSchema.parse(started.said),
    [Symbol.asyncDispose]: () => started[Symbol.asyncDispose]()
  }
}

/** How many times a second `once` ends well, by `width` at a time. @throws when one fails. */
export async function perSecond(
  once: (serial: number) => Promise<void>,
  { seconds, width }: { readonly seconds: number; readonly width: number }
): Promise<number> {
  const started = performance.now()
  const until = started + seconds * 1000
  let serial = 0
  const loop = async (): Promise<void> => {
    while (performance.now() < until) {
      serial += 1
      await once(serial)
    }
  }
  await Promise.all(Array.from({ length: width }, loop))
  return serial / ((performance.now() - started) / 1000)
}

export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

export const rounded = (value: number): number => Number(value.toFixed(2))
