/** One piece of work at a time: a second press while it runs does nothing. */
import { useCallback, useRef, useState } from 'react'
import { CallError } from '../../api/contract/client.ts'
import { NotThereError } from './hands.ts'

export type Work = {
  readonly busy: boolean
  /** What went wrong last, for people; empty when nothing did. */
  readonly problem: string
  /** Never throws. */
  readonly run: (work: () => Promise<unknown>) => Promise<void>
}

export function useWork(): Work {
  const running = useRef(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState('')
  const run = useCallback(async (work: () => Promise<unknown>): Promise<void> => {
    if (running.current) return
    running.current = true
    setBusy(true)
    try {
      await work()
      setProblem('')
    } catch (error) {
      setProblem(sayProblem(error))
    } finally {
      running.current = false
      setBusy(false)
    }
  }, [])
  return { busy, problem, run }
}

const UNREACHABLE = 'The sandbox does not answer. Start it with “npm start”, then reload this page'

/** The sandbox's own refusals are written for people; a broken network's are not. */
export function sayProblem(error: unknown): string {
  if (error instanceof NotThereError) return error.message
  if (!(error instanceof CallError)) return UNREACHABLE
  if (error.status === 401) return 'The sandbox was started again. Reload this page'
  return error.status < 500 ? error.message : 'That did not work. Nothing is lost: try again'
}
