/** `npm run clients` as an operator runs it: a process of its own where the database is a server. */
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Config } from '../platform/config.ts'
import type { Deps } from '../platform/deps.ts'
import { runClients } from './registry-command.ts'

const MAIN = fileURLToPath(new URL('../clients.ts', import.meta.url))

export type Ran = { readonly code: number; readonly out: string; readonly err: string }

export const runAsProcess = (env: Readonly<Record<string, string>>, args: readonly string[]): Promise<Ran> =>
  new Promise(resolve => {
    const child = execFile(process.execPath, [MAIN, ...args], { env }, (_error, out, err) =>
      resolve({ code: child.exitCode ?? -1, out, err })
    )
  })

/** The environment that this configuration was read from. */
export const environmentOf = (config: Config): Readonly<Record<string, string>> => ({
  ...Object.fromEntries(
    Object.entries(config).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]))
  ),
  COOKIE_KEYS: config.COOKIE_KEYS.join(','),
  FRAME_ANCESTORS: config.FRAME_ANCESTORS.join(' ')
})

/** On the world's own database. The embedded one is this process's alone, so that the command runs within. */
export async function runClientsOn(deps: Deps, args: readonly string[]): Promise<string> {
  if (deps.db.engine.kind === 'pglite') return (await runClients(deps, args)).join('\n')
  const ran = await runAsProcess({ ...environmentOf(deps.config), DATABASE_SCHEMA: deps.db.schema }, args)
  if (ran.code !== 0) throw new Error(ran.err)
  return ran.out
}

export const secretIn = (printed: string): string => /client secret\s+(\S+)/u.exec(printed)?.[1] ?? ''
