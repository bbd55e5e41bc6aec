/** How long `npm start` takes on a fresh folder: ready is the tab served and one authenticated turn answered. */
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '../api/contract/client.ts'
import { decideAgreementEndpoint, postTurn } from '../api/contract/coach.ts'
import { exchangeTeamsToken } from '../api/contract/identity.ts'
import { freePorts } from '../e2e/harness.ts'
import { getTeamsToken } from '../sandbox/control/contract.ts'
import type { Figures, Say } from './named.ts'

const PERSON = 'northwind/ana-torres'
const PATIENCE_MS = 120_000

export async function benchStart(say: Say): Promise<Figures> {
  const folder = mkdtempSync(join(tmpdir(), 'ci-bench-start-'))
  const port = await freePorts()
  const url = `http://127.0.0.1:${port}`
  const started = performance.now()
  const child = spawn('node', ['sandbox/main.ts', '--port', String(port), '--data', folder, '--fresh'])
  try {
    const token = await printedToken(child, say)
    const tab = await fetch(`${url}/tab/`)
    if (!tab.ok) throw new Error(`the tab answered ${tab.status}`)
    await answerOneTurn(url, token)
    const secondsToReady = Number(((performance.now() - started) / 1000).toFixed(2))
    const peakMB = peakOf(child)
    say(`ready after ${secondsToReady} s, at most ${peakMB} MB`)
    return { secondsToReady, peakMB }
  } finally {
    child.kill('SIGTERM')
    await new Promise(resolve => child.once('exit', resolve))
    rmSync(folder, { recursive: true, force: true })
  }
}

function printedToken(child: ChildProcess, say: Say): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  let text = ''
  const late = setTimeout(() => reject(new Error('not ready in time')), PATIENCE_MS)
  child.stdout?.on('data', (part: Buffer) => {
    text += part.toString()
    const found = /token (\S+)/u.exec(text)?.[1]
    if (found) resolve(found)
  })
  child.stderr?.on('data', (part: Buffer) => say(part.toString().trimEnd()))
  child.once('exit', code => reject(new Error(`the start ended with code ${code}`)))
  return promise.finally(() => clearTimeout(late))
}

async function answerOneTurn(url: string, controlToken: string): Promise<void> {
  const control = createClient({ baseUrl: url, fetch, token: async () => controlToken })
  const { token } = await control(getTeamsToken, { params: { personKey: PERSON } })
  const { accessToken } = await createClient({ baseUrl: url, fetch })(exchangeTeamsToken, { body: { token } })
  const person = createClient({ baseUrl: url, fetch, token: async () => accessToken })
  await person(decideAgreementEndpoint, { body: { decision: 'given' } })
  const answer = await person(postTurn, { body: { turnId: crypto.randomUUID(), text: 'Quiero delegar más' } })
  if (answer.kind !== 'turn') throw new Error(`the coach answered with "${answer.kind}"`)
}

/** Highest resident memory of the process, in megabytes. */
const peakOf = (child: ChildProcess): number =>
  Math.round(Number(/VmHWM:\s+(\d+) kB/u.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? 0) / 1024)
