/** Files of the product itself that papers are written from, read once. */
import { readFile } from 'node:fs/promises'
import { z } from 'zod'

const root = new URL('../../', import.meta.url)
const read = (path: string): Promise<string> => readFile(new URL(path, root), 'utf8')

let version: Promise<string> | undefined
export const productVersion = (): Promise<string> =>
  (version ??= read('package.json').then(text => z.object({ version: z.string() }).parse(JSON.parse(text)).version))

export const readLock = (): Promise<string> => read('package-lock.json')
