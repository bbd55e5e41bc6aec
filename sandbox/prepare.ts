/** Before the start: the pages built, the demo's history in place. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { StartOptions } from './arguments.ts'
import { hashOf, ROOT } from './hash.ts'
import { lockFolder } from './lock.ts'
import { makeHistory } from './history.ts'
import { restoreSnapshot } from './snapshot.ts'

type Say = (line: string) => void

export async function prepare(options: StartOptions, say: Say): Promise<void> {
  await buildPages(say)
  const ready = join(options.folder, 'ready')
  if (existsSync(ready) && !options.fresh) return
  {
    using _lock = lockFolder(options.folder)
    for (const name of readdirSync(options.folder))
      if (name !== 'lock') rmSync(join(options.folder, name), { recursive: true, force: true })
    mkdirSync(options.folder, { recursive: true, mode: 0o700 })
    say('Restoring six weeks of the demo companies …')
    if (!(await restoreSnapshot(options.folder)))
      say('There is no snapshot for this version; the history is made now, which takes minutes.')
  }
  if (!existsSync(join(options.folder, 'clock.json')))
    await makeHistory({ folder: options.folder, port: options.port }, say)
  writeFileSync(ready, new Date().toISOString())
}

/** Builds what changed since the last build; unchanged sources cost a hash. */
export async function buildPages(say: Say): Promise<void> {
  for (const [name, config] of [
    ['tab', 'tab/vite.config.ts'],
    ['window', 'sandbox/window/vite.config.ts']
  ] as const) {
    const stamp = join(ROOT, 'dist', `${name}.hash`)
    const hash = hashOf(['tab', 'sandbox/window', 'sandbox/control', 'api/contract', 'package-lock.json'])
    if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash && existsSync(join(ROOT, 'dist', name, 'index.html')))
      continue
    say(`Building the ${name} …`)
    const { build } = await import('vite')
    await build({ configFile: join(ROOT, config), logLevel: 'error' })
    writeFileSync(stamp, hash)
  }
}
