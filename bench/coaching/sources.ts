/** A mark of the engine's sources, words and rules alike: figures belong to the version they were measured with. */
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'

const ROOT = `${import.meta.dirname}/../../api/coach/scripted`

export async function sourcesOf(): Promise<string> {
  const files = (await readdir(ROOT, { recursive: true }))
    .filter(file => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .toSorted()
  const hash = createHash('sha256')
  for (const file of files) hash.update(`${file}\n${await readFile(`${ROOT}/${file}`, 'utf8')}`)
  return hash.digest('hex').slice(0, 16)
}
