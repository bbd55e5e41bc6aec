/** Ways to break a vendor, and what then waits. Pure. */
import type { SandboxState } from '../control/contract.ts'

export type Standin = SandboxState['standins'][number]

type Fault = { readonly name: string; readonly body: Readonly<Record<string, unknown>> }

export const FAULTS: Readonly<Record<string, Fault>> = {
  down: { name: 'Down (503)', body: { kind: 'status', status: 503 } },
  slow: { name: 'Slow (3 s)', body: { kind: 'delay', ms: 3000 } },
  limited: { name: 'Too many requests (429)', body: { kind: 'status', status: 429, headers: { 'retry-after': '2' } } },
  drop: { name: 'Answers get lost', body: { kind: 'dropAnswer', probability: 0.5 } }
}

/** For a fault that an outside program set through the control API. */
export const OTHERWISE = 'otherwise'

const VENDORS: Readonly<Record<string, { readonly name: string; readonly waits: string }>> = {
  entra: { name: 'Entra', waits: 'The bot cannot prove who it is, so its messages wait.' },
  teams: { name: 'Teams', waits: 'The bot’s messages wait.' },
  workos: { name: 'WorkOS', waits: 'Changes in the directory are heard later, and sign-ins have to be tried again.' },
  thinkific: { name: 'Thinkific', waits: 'Learners and their courses wait.' },
  mail: { name: 'Mail', waits: 'Codes to sign in are mailed later.' },
  lms: { name: 'Learning system', waits: 'Courses with the coach in them do not open.' }
}

export const vendorName = (name: string): string => VENDORS[name]?.name ?? name

/** @returns a key of FAULTS, `OTHERWISE`, or `''` for a vendor that works. */
export function chosenFault({ faults }: Pick<Standin, 'faults'>): string {
  if (faults.length === 0) return ''
  const known = Object.entries(FAULTS).find(([, { body }]) =>
    faults.some(active => active['kind'] === body['kind'] && active['status'] === body['status'])
  )
  return known?.[0] ?? OTHERWISE
}

export const faultName = (fault: string): string => FAULTS[fault]?.name ?? 'Broken otherwise'

/** One sentence: what is broken, what waits. */
export const sayBroken = (standin: Standin): string =>
  `${vendorName(standin.name)} is broken: ${faultName(chosenFault(standin)).toLowerCase()}. ` +
  (VENDORS[standin.name]?.waits ?? '')
