import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** One hash over these files and folders of the repository, tests left out. */
export function hashOf(paths: readonly string[]): string {
  const hash = createHash('sha256')
  const visit = (path: string): void => {
    const full = join(ROOT, path)
    if (!existsSync(full) || path.endsWith('.test.ts') || path.endsWith('.md')) return
    if (statSync(full).isDirectory()) for (const entry of readdirSync(full).toSorted()) visit(join(path, entry))
    else hash.update(path).update(readFileSync(full))
  }
  for (const path of paths) visit(path)
  return hash.digest('hex')
}
