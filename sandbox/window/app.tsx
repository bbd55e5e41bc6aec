/** Loads the sandbox's state, keeps it fresh, and shows the window in one of Teams' themes. */
import { FluentProvider, Spinner, makeStyles, tokens } from '@fluentui/react-components'
import { useCallback, useEffect, useState, type ReactNode } from 'react'
import * as control from '../control/contract.ts'
import { call, listen } from './api.ts'
import { Failed } from './failed.tsx'
import { isNoise } from './format.ts'
import { useInOrder } from './in-order.ts'
import type { Line } from './request.tsx'
import { poppedOutFor } from './pop-out.ts'
import { PoppedOut } from './popped-out.tsx'
import { THEMES, useTheme } from './theme.ts'
import { sayProblem } from './use-work.ts'
import { Window } from './window.tsx'

const KEPT_LINES = 200
const GATHER_MS = 150

const useStyles = makeStyles({
  frame: { height: '100vh', display: 'flex', backgroundColor: tokens.colorNeutralBackground2 }
})

type World = {
  readonly state: control.SandboxState | undefined
  /** Why the sandbox cannot be seen; empty when it can. */
  readonly lost: string
  readonly lines: readonly Line[]
  /** Grows with every change. */
  readonly version: number
  readonly refresh: () => void
}

export function App(): ReactNode {
  const [theme, chooseTheme] = useTheme()
  const { state, ...world } = useWorld()
  const styles = useStyles()
  const personKey = poppedOutFor()
  return (
    <FluentProvider theme={THEMES[theme]}>
      {state && personKey ? (
        <PoppedOut {...{ state, personKey, theme }} />
      ) : state ? (
        <Window {...{ state, theme, chooseTheme, ...world }} />
      ) : (
        <main className={styles.frame}>
          {world.lost ? (
            <Failed title="The sandbox cannot be seen" problem={world.lost} onRetry={world.refresh} />
          ) : (
            <Spinner label="Opening the sandbox …" style={{ margin: 'auto' }} />
          )}
        </main>
      )}
    </FluentProvider>
  )
}

function useWorld(): World {
  const [state, setState] = useState<control.SandboxState>()
  const [lost, setLost] = useState('')
  const [lines, setLines] = useState<readonly Line[]>([])
  const [version, setVersion] = useState(0)
  const ask = useInOrder()
  const refresh = useCallback(() => {
    const counts = ask()
    call(control.getState).then(
      next => {
        if (!counts()) return
        setState(next)
        setLost('')
      },
      (error: unknown) => counts() && setLost(sayProblem(error))
    )
    setVersion(before => before + 1)
  }, [ask])
  useEffect(() => {
    refresh()
    let pending: ReturnType<typeof setTimeout> | undefined
    const soon = (): void => {
      pending ??= setTimeout(() => {
        pending = undefined
        refresh()
      }, GATHER_MS)
    }
    const stop = listen(event => {
      if (event.kind !== 'call') return soon()
      if (!isNoise(event)) setLines(before => [lineOf(event), ...before].slice(0, KEPT_LINES))
    }, refresh)
    return () => {
      stop()
      clearTimeout(pending)
    }
  }, [refresh])
  return { state, lost, lines, version, refresh }
}

const lineOf = ({ standin, id, method, path, status }: Omit<Line, 'key'>): Line => ({
  key: `${standin}-${id}`,
  standin,
  id,
  method,
  path,
  status
})
