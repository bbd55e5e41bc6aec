/** What CI recorded about a person, newest first; still there after they left. */
import { Spinner, Text, makeStyles, tokens } from '@fluentui/react-components'
import { useCallback, useEffect, useState, type ReactNode } from 'react'
import * as control from '../control/contract.ts'
import { call } from './api.ts'
import { useCenter } from './center.ts'
import { Failed } from './failed.tsx'
import { localDate } from './format.ts'
import { useInOrder } from './in-order.ts'
import { sayProblem } from './use-work.ts'

const LOOK_EVERY_MS = 2000

const useStyles = makeStyles({
  list: {
    height: '100%',
    boxSizing: 'border-box',
    overflowY: 'auto',
    margin: 0,
    padding: '8px 16px',
    listStyleType: 'none'
  },
  receipt: { display: 'grid', padding: '10px 0', borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  quiet: { color: tokens.colorNeutralForeground2 }
})

type Receipt = { readonly kind: string; readonly title: string; readonly at: string }

export function Receipts({ person }: { readonly person: control.SandboxPerson }): ReactNode {
  const styles = useStyles()
  const center = useCenter()
  const [receipts, setReceipts] = useState<readonly Receipt[]>()
  const [problem, setProblem] = useState('')
  const ask = useInOrder()
  const load = useCallback(() => {
    const counts = ask()
    return call(control.getSandboxReceipts, { params: { personKey: person.key } }).then(
      answer => {
        if (!counts()) return
        setReceipts(answer.receipts)
        setProblem('')
      },
      (error: unknown) => counts() && setProblem(sayProblem(error))
    )
  }, [ask, person.key])
  useEffect(() => {
    void load()
    const timer = setInterval(() => void load(), LOOK_EVERY_MS)
    return () => clearInterval(timer)
  }, [load])
  if (!receipts && problem)
    return <Failed title="The receipts could not be loaded" problem={problem} onRetry={() => void load()} />
  if (!receipts) return <Spinner label="Loading …" style={{ margin: 'auto' }} />
  if (receipts.length === 0)
    return (
      <div className={center}>
        <Text size={400} weight="semibold" align="center">
          Nothing recorded about {person.name} yet
        </Text>
        <Text align="center">
          When CI acts on somebody’s account or courses it writes down what and when, such as “Enrolled in Listening
          that works”.
        </Text>
      </div>
    )
  return (
    <ol className={styles.list} aria-label={`What CI recorded about ${person.name}`} tabIndex={0}>
      {receipts.map(({ kind, title, at }, index) => (
        <li key={`${at}-${kind}-${index}`} className={styles.receipt}>
          <Text weight="semibold">{title}</Text>
          <Text size={200} className={styles.quiet}>
            {localDate(at, person.timezone)} · {kind}
          </Text>
        </li>
      ))}
    </ol>
  )
}
