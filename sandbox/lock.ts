/** One process per data folder: two on one PGlite folder start without an error and silently lose rows. */
import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'

export class LockedError extends Error {
  override readonly name = 'LockedError'
  readonly code = 'folder_locked'
}

/** @throws LockedError naming the process that holds the folder. A holder that died is no holder. */
export function lockFolder(folder: string): Disposable {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = join(folder, 'lock')
  const taken = take(file) || (isDead(file) && (rmSync(file, { force: true }), take(file)))
  if (!taken) {
    const holder = readFileSync(file, 'utf8').trim()
    throw new LockedError(
      `"${folder}" is in use by process ${holder}. Stop that one, or start here with --data another-folder`
    )
  }
  return { [Symbol.dispose]: () => rmSync(file, { force: true }) }
}

function take(file: string): boolean {
  try {
    const handle = openSync(file, 'wx', 0o600)
    writeSync(handle, String(process.pid))
    closeSync(handle)
    return true
  } catch {
    return false
  }
}

function isDead(file: string): boolean {
  const pid = Number(readFileSync(file, 'utf8'))
  if (!Number.isInteger(pid) || pid <= 0) return true
  try {
    process.kill(pid, 0)
    return pid === process.pid
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH'
  }
}
