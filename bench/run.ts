/** `npm run bench -- NAME`: runs one benchmark; the last line it prints is one JSON object. Without a name it lists them. */
import { benchStart } from './start.ts'
import { runNamed, type Named } from './named.ts'

const BENCHES: readonly Named[] = [
  {
    name: 'start',
    says: 'a fresh start until the tab is served and one authenticated turn is answered',
    run: benchStart
  }
]

process.exitCode = await runNamed('bench', BENCHES, process.argv[2])
