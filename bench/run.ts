/** `npm run bench -- NAME`: runs one benchmark; the last line it prints is one JSON object. Without a name it lists them. */
import { benchDirectory } from './directory.ts'
import { benchExchange } from './exchange.ts'
import { benchLogin } from './login.ts'
import { benchEnrollment } from './enrollment.ts'
import { benchStart } from './start.ts'
import { runNamed, type Named } from './named.ts'

const BENCHES: readonly Named[] = [
  {
    name: 'start',
    says: 'a fresh start until the tab is served and one authenticated turn is answered',
    run: benchStart
  },
  {
    name: 'login',
    says: 'sign-ins a second: our storage beside a plain adapter and one in memory; statements a login',
    run: benchLogin
  },
  {
    name: 'exchange',
    says: 'Teams tokens exchanged a second, beside a bare provider in memory',
    run: benchExchange
  },
  {
    name: 'enrollment',
    says: '2,000 people in three courses at 120 calls a minute, beside the least time and calls; plans for 100,000 people',
    run: benchEnrollment
  },
  {
    name: 'directory',
    says: 'a first import of 100,000 people by events and by lists, beside one transaction with the same rows',
    run: benchDirectory
  }
]

process.exitCode = await runNamed('bench', BENCHES, process.argv.slice(2))
