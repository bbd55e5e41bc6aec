/** A throwaway PostgreSQL that a drill may restart or crash: made in a folder of its own, gone afterwards. */
import { spawnSync } from 'node:child_process'
import { globSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePorts } from '../harness.ts'

export type DrillPostgres = Disposable & {
  readonly url: string
  /** `immediate` is a crash: what was not committed is gone and it recovers at the start. */
  restart(how: 'fast' | 'immediate'): void
}

/** Undefined where no PostgreSQL is installed. */
export async function startPostgres(): Promise<DrillPostgres | undefined> {
  const folder = binaries()
  if (!folder) return undefined
  const home = mkdtempSync(join(tmpdir(), 'ci-drill-postgres-'))
  const data = join(home, 'data')
  const port = await freePorts()
  const run = (name: string, ...args: readonly string[]): void => runAs(home, join(folder, name), args)
  run('initdb', '-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8')
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${home} -c max_connections=300`
  const control = (...args: readonly string[]): void =>
    run('pg_ctl', '-D', data, '-l', join(home, 'log'), '-w', '-o', options, ...args)
  control('start')
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    restart: how => control('-m', how, 'restart'),
    [Symbol.dispose]: () => {
      control('-m', 'immediate', 'stop')
      rmSync(home, { recursive: true, force: true })
    }
  }
}

const binaries = (): string | undefined =>
  globSync('/usr/{lib/postgresql/*,local,local/pgsql}/bin').toSorted().findLast(holdsServer)

const holdsServer = (folder: string): boolean => globSync(join(folder, '{initdb,pg_ctl}')).length === 2

/** PostgreSQL refuses to be root's. */
function runAs(home: string, command: string, args: readonly string[]): void {
  const isRoot = process.getuid?.() === 0
  if (isRoot) spawnSync('chown', ['postgres', home])
  const [program, all] = isRoot ? ['runuser', ['-u', 'postgres', '--', command, ...args]] : [command, [...args]]
  const { status, stderr } = spawnSync(program, all, {
    cwd: home,
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8'
  })
  if (status !== 0) throw new Error(`${command} ended with ${status}: ${stderr}`)
}
