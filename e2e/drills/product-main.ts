/** The product in a process of its own, so that a drill can kill it. Argument: a file with its configuration. */
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { listen, stopSignal } from '../../api/platform/serve.ts'
import { openClock } from '../../sandbox/clock.ts'
import { openProduct } from '../../sandbox/product.ts'

const given = z
  .object({ env: z.record(z.string(), z.string()), clock: z.string(), port: z.int() })
  .parse(JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')))

await using product = await openProduct(given.env, openClock(given.clock))
await using _server = await listen(product.app, { port: given.port, host: '127.0.0.1' })
process.stdout.write('ready\n')
await stopSignal()
