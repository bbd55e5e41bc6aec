/** Reads one file on a thread of its own: whatever a file does to its reader, nobody else waits for it. */
import { parentPort, workerData } from 'node:worker_threads'
import { z } from 'zod'
import { MATERIAL_LANGUAGES } from '../../contract/material.ts'
import { FILE_PROBLEMS, MaterialError, type FileProblem } from './blocks.ts'
import { readMaterial, type Material } from './read.ts'

export type Told = ({ readonly kind: 'read' } & Material) | { readonly kind: 'refused'; readonly problem: FileProblem }

const orderSchema = z.object({ file: z.instanceof(Uint8Array), language: z.enum(MATERIAL_LANGUAGES) })

async function told(): Promise<Told> {
  const { file, language } = orderSchema.parse(workerData)
  try {
    return { kind: 'read', ...(await readMaterial(file, language)) }
  } catch (error) {
    const problem = error instanceof MaterialError ? FILE_PROBLEMS.find(each => each === error.code) : undefined
    return { kind: 'refused', problem: problem ?? 'damaged' }
  }
}

if (parentPort) parentPort.postMessage(await told())
