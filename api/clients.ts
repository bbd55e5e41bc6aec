/** `npm run clients`: adds, lists and removes the apps that sign people in through CI. Without a command it says how. */
import { runClients, USAGE } from './oauth/registry-command.ts'
import { ConfigError } from './platform/config.ts'
import { ProblemError } from './platform/errors.ts'
import { openDeps } from './start.ts'

const args = process.argv.slice(2)
if (args.length === 0) process.stdout.write(`${USAGE}\n`)
else
  try {
    await using opened = await openDeps(process.env)
    const lines = await runClients(opened.deps, args)
    process.stdout.write(lines.map(line => `${line}\n`).join(''))
  } catch (error) {
    if (!(error instanceof ProblemError || error instanceof ConfigError)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exitCode = 1
  }
