/** `npm run bench -- NAME`: runs one benchmark; the last line it prints is one JSON object. Without a name it lists them. */
import { benchCoach } from './coach.ts'
import { benchDirectory } from './directory.ts'
import { benchCoaching } from './coaching.ts'
import { benchConsole } from './console.ts'
import { benchExchange } from './exchange.ts'
import { benchLeave } from './leave.ts'
import { benchLogin } from './login.ts'
import { benchEnrollment } from './enrollment.ts'
import { benchPlanning } from './planning.ts'
import { benchStart } from './start.ts'
import { benchNudges } from './nudges.ts'
import { benchReports } from './reports.ts'
import { benchSafety } from './safety.ts'
import { benchTab } from './tab.ts'
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
    name: 'nudges',
    says: '20,000 due nudges to their stored outcome, beside a bare botbuilder loop; then a minute within Teams’ limits',
    run: benchNudges
  },
  {
    name: 'directory',
    says: 'a first import of 100,000 people by events and by lists, beside one transaction with the same rows',
    run: benchDirectory
  },
  {
    name: 'coach',
    says: 'first words on 200 open streams, turns at 20 a second from another process, an engine outage in the middle',
    run: benchCoach
  },
  {
    name: 'leave',
    says: 'the file of a company of 100,000 people made, fetched and the company erased, beside a bare read of the same rows; memory',
    run: benchLeave
  },
  {
    name: 'console',
    says: 'each list of the admins’ console over HTTP with 100,000 people, beside 10,000 of the same build; files; --only=WORD',
    run: (say, _seed, rest) => benchConsole(say, rest),
    passes: ({ over300Ms }) => over300Ms === 0
  },
  {
    name: 'planning',
    says: 'a week of nudges for 100,000 people, beside a bare read of the same rows',
    run: benchPlanning
  },
  {
    name: 'reports',
    says: 'a day added to a year of reports of 100,000 people, beside all of it anew; time of each page of reports',
    run: benchReports,
    passes: ({ pageP95Ms, ratio }) => Number(pageP95Ms) <= 300 && Number(ratio) <= 0.05
  },
  {
    name: 'safety',
    says: 'danger heard and false alarms on sentences of somebody who has not seen the rules; --set FILE.jsonl takes others',
    run: (say, _seed, rest) => benchSafety(say, rest)
  },
  {
    name: 'coaching',
    says: 'quality gates of the coach per language over simulated people; `--write` keeps the result, `--show=en` prints sessions, `--model` measures another',
    run: benchCoaching,
    passes: ({ gatesFailed }) => gatesFailed === 0
  },
  {
    name: 'tab',
    says: 'bytes and time until the composer works on a slow machine, beside the official template’s ingredients',
    run: benchTab
  }
]

process.exitCode = await runNamed('bench', BENCHES, process.argv.slice(2))
