/** A pressed button that asks the server: busy while it does, and its failure is said where it was pressed. */
import { useState, type ReactNode } from 'react'
import { CallError } from '../api/contract/client.ts'
import { useApp } from './context.ts'
import { Notice } from './parts.tsx'
import { failureOf } from './session.ts'
import type { CoreWords } from './words.ts'

export type Press = {
  readonly busy: boolean
  readonly run: (work: () => Promise<unknown>) => void
  /** Shown beside the buttons; nothing while all is well. */
  readonly problem: ReactNode
}

/** @param refusals what to say instead of the server's words, by the problem's code. */
export function usePress(refusals: Readonly<Record<string, string>> = {}): Press {
  const { words } = useApp()
  const [busy, setBusy] = useState(false)
  const [said, setSaid] = useState('')
  const run = (work: () => Promise<unknown>): void => {
    setBusy(true)
    setSaid('')
    work()
      .catch((error: unknown) => setSaid(notDone(error, words, refusals)))
      .finally(() => setBusy(false))
  }
  return { busy, run, problem: <Problem said={said} /> }
}

/** Pages beside the coach bring words for refusals. */
type NotDoneWords = Pick<CoreWords, 'notDone'> & { readonly refusals?: Readonly<Record<string, string>> }

/** The server's own words where it refused and the page has none in the person's language, and what is safe and what to do where nothing arrived. */
export const notDone = (error: unknown, words: NotDoneWords, refusals: Readonly<Record<string, string>> = {}): string =>
  error instanceof CallError && error.status < 500
    ? (refusals[error.problem.code] ?? words.refusals?.[error.problem.code] ?? error.problem.message)
    : words.notDone[failureOf(error).kind === 'offline' ? 'offline' : 'failed']

export const Problem = ({ said }: { readonly said: string }): ReactNode =>
  said ? <Notice intent="error">{said}</Notice> : null
