/** A product process that can be killed and started again on the same data. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const MAIN = fileURLToPath(new URL('product-main.ts', import.meta.url))
const START_MS = 60_000

export type ProductProcess = {
  /** kill -9, then the same again; resolves once it answers. */
  killAndRestart(): Promise<void>
  [Symbol.asyncDispose](): Promise<void>
}

export type ProductOptions = {
  readonly folder: string
  readonly env: Readonly<Record<string, string>>
  readonly port: number
  readonly onError: (line: string) => void
}

export async function startProduct({ folder, env, port, onError }: ProductOptions): Promise<ProductProcess> {
  const file = join(folder, `product-${port}.json`)
  writeFileSync(file, JSON.stringify({ env, port, clock: join(folder, 'clock.json') }), { mode: 0o600 })
  let child = await start(file, onError)
  return {
    killAndRestart: async () => {
      await stop(child, 'SIGKILL')
      child = await start(file, onError)
    },
    [Symbol.asyncDispose]: () => stop(child, 'SIGTERM')
  }
}

async function start(file: string, onError: (line: string) => void): Promise<ChildProcess> {
  const child = spawn(process.execPath, [MAIN, file], { stdio: ['ignore', 'pipe', 'pipe'] })
  child.stderr.on('data', (part: Buffer) => onError(part.toString().trimEnd()))
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const late = setTimeout(() => reject(new Error('the product was not ready in time')), START_MS)
  child.stdout.on('data', (part: Buffer) => part.toString().includes('ready') && resolve())
  child.once('exit', code => reject(new Error(`the product ended with code ${code}`)))
  await promise.finally(() => clearTimeout(late))
  return child
}

async function stop(child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill(signal)
  await ended
}
