/** Has a file read on a thread of its own, with a bound on its time and its memory. */
import { Worker } from 'node:worker_threads'
import type { MaterialLanguage } from '../../contract/material.ts'
import { SECOND } from '../../platform/time.ts'
import { MaterialError } from './blocks.ts'
import type { Material } from './read.ts'
import type { Told } from './worker.ts'

export type Bounds = { readonly ms: number; readonly bytes: number }

const BOUNDS: Bounds = { ms: 20 * SECOND, bytes: 384 * 1024 * 1024 }
const LOOK_MS = 50
const HEAP_MB = 192

/** One file at a time in a process. */
let before: Promise<unknown> = Promise.resolve()

/** @throws MaterialError. */
export function readFileApart(
  file: Uint8Array,
  language: MaterialLanguage,
  bounds: Bounds = BOUNDS
): Promise<Material> {
  const reading = before.then(() => read(file, language, bounds))
  before = reading.catch(() => undefined)
  return reading
}

async function read(file: Uint8Array, language: MaterialLanguage, bounds: Bounds): Promise<Material> {
  const over = Promise.withResolvers<Told>()
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: { file, language },
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
    // Nothing of the process is its business.
    env: {},
    execArgv: [],
    stdout: true,
    stderr: true
  })
  worker.once('message', (told: Told) => over.resolve(told))
  worker.once('error', error => over.reject(brokenBy(error)))
  worker.once('exit', () => over.reject(new MaterialError('damaged')))
  const late = setTimeout(() => over.reject(new MaterialError('too_slow')), bounds.ms)
  const watch = setInterval(() => {
    // Bytes outside of the heap have no limit of their own.
    void worker.getHeapStatistics().then(
      ({ external_memory: bytes }) =>
        bytes > bounds.bytes ? over.reject(new MaterialError('too_large_inside')) : undefined,
      () => undefined
    )
  }, LOOK_MS)
  try {
    const told = await over.promise
    if (told.kind === 'refused') throw new MaterialError(told.problem)
    return told
  } finally {
    clearTimeout(late)
    clearInterval(watch)
    await worker.terminate()
  }
}

const brokenBy = (error: unknown): MaterialError =>
  new MaterialError(
    error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
      ? 'too_large_inside'
      : 'damaged',
    { cause: error }
  )
