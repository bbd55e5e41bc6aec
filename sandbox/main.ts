/** `npm start`: the whole world and the product on this machine, ready to be used. */
import { parseArgs } from 'node:util'
import { stopSignal } from '../api/platform/serve.ts'
import { readArguments, USAGE } from './arguments.ts'
import { announce } from './announce.ts'
import { prepare } from './prepare.ts'
import { openSandbox } from './sandbox.ts'
import { finishRestore } from './snapshot.ts'

try {
  const options = readArguments(process.argv.slice(2), parseArgs)
  if (options.kind === 'help') {
    process.stdout.write(USAGE)
  } else {
    const started = performance.now()
    await prepare(options, line => process.stdout.write(`${line}\n`))
    await using box = await openSandbox(options)
    await finishRestore(box, options.folder)
    announce(box, (performance.now() - started) / 1000)
    await stopSignal()
    process.stdout.write('\nStopping: finishing what is in hand …\n')
  }
} catch (error) {
  process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
