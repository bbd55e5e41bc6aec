/** What just happened between the systems, the clock, and switches to break a vendor. */
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DialogTrigger,
  Select,
  Text,
  makeStyles,
  tokens
} from '@fluentui/react-components'
import { useState, type ReactNode } from 'react'
import * as control from '../control/contract.ts'
import { call } from './api.ts'
import { localDate, sentenceOf } from './format.ts'

const useStyles = makeStyles({
  pane: {
    display: 'flex',
    flexDirection: 'column',
    gap: '12px',
    padding: '12px',
    minHeight: 0,
    height: '100%',
    boxSizing: 'border-box'
  },
  row: { display: 'flex', gap: '6px', flexWrap: 'wrap', alignItems: 'center', marginTop: '6px' },
  list: { flex: 1, overflowY: 'auto', margin: 0, padding: 0, listStyleType: 'none', minHeight: '120px' },
  line: {
    width: '100%',
    textAlign: 'left',
    border: 0,
    font: 'inherit',
    fontSize: tokens.fontSizeBase200,
    color: 'inherit',
    backgroundColor: 'transparent',
    padding: '4px 2px',
    cursor: 'pointer',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`
  },
  bad: { color: tokens.colorPaletteRedForeground1 },
  pre: {
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    fontSize: tokens.fontSizeBase200,
    maxHeight: '60vh',
    overflowY: 'auto'
  },
  quiet: { color: tokens.colorNeutralForeground2 }
})

export type Line = {
  readonly key: string
  readonly standin: string
  readonly id: number
  readonly method: string
  readonly path: string
  readonly status: number
}

const NAMES: Readonly<Record<string, string>> = {
  entra: 'Entra',
  teams: 'Teams',
  workos: 'WorkOS',
  thinkific: 'Thinkific'
}

const FAULTS: Readonly<Record<string, { readonly name: string; readonly body: Record<string, unknown> }>> = {
  down: { name: 'Down (503)', body: { kind: 'status', status: 503 } },
  slow: { name: 'Slow (3 s)', body: { kind: 'delay', ms: 3000 } },
  limited: { name: 'Too many requests (429)', body: { kind: 'status', status: 429, headers: { 'retry-after': '2' } } },
  drop: { name: 'Answers get lost', body: { kind: 'dropAnswer', probability: 0.5 } }
}

type Props = {
  readonly state: control.SandboxState
  readonly person: control.SandboxPerson
  readonly lines: readonly Line[]
  readonly onChanged: () => void
}

export function Activity({ state, person, lines, onChanged }: Props): ReactNode {
  const styles = useStyles()
  const [problem, setProblem] = useState('')
  const run = (work: Promise<unknown>): void =>
    void work.then(
      () => {
        setProblem('')
        onChanged()
      },
      (error: unknown) => setProblem(error instanceof Error ? error.message : 'That did not work')
    )
  const advance = (ms: number) => run(call(control.moveClock, { body: { kind: 'advance', ms } }))
  return (
    <aside className={styles.pane} aria-label="Clock and activity">
      <section aria-label="Clock">
        <Text as="h2" block weight="semibold">
          {localDate(state.now, person.timezone)}
        </Text>
        <Text size={200} className={styles.quiet} block>
          where {person.name.split(' ')[0]} is
        </Text>
        <div className={styles.row}>
          <Button
            size="small"
            onClick={() => run(call(control.moveClock, { body: { kind: 'nextWorkingHour', personKey: person.key } }))}
          >
            To the next working hour
          </Button>
          <Button size="small" onClick={() => advance(3_600_000)}>
            +1 hour
          </Button>
          <Button size="small" onClick={() => advance(86_400_000)}>
            +1 day
          </Button>
        </div>
      </section>
      <section aria-label="Break a vendor">
        <Text as="h2" block weight="semibold">
          Break a vendor
        </Text>
        {state.standins.map(({ name, faults }) => (
          <div key={name} className={styles.row}>
            <Text size={200} style={{ width: '72px' }} id={`fault-${name}`}>
              {NAMES[name] ?? name}
            </Text>
            <Select
              size="small"
              aria-labelledby={`fault-${name}`}
              value={chosenFault(faults)}
              onChange={(_event, { value }) => run(breakVendor(name, value))}
            >
              <option value="">Works</option>
              {Object.entries(FAULTS).map(([key, fault]) => (
                <option key={key} value={key}>
                  {fault.name}
                </option>
              ))}
            </Select>
          </div>
        ))}
      </section>
      {problem && (
        <Text role="alert" className={styles.bad}>
          {problem}
        </Text>
      )}
      <Text as="h2" block weight="semibold">
        What just happened
      </Text>
      <ol className={styles.list} aria-label="Calls between the systems, newest first">
        {lines.length === 0 && <Text size={200}>Nothing yet. Install the bot for somebody, or take the tour.</Text>}
        {lines.map(line => (
          <li key={line.key}>
            <Detail line={line} />
          </li>
        ))}
      </ol>
    </aside>
  )
}

const chosenFault = (faults: readonly Record<string, unknown>[]): string =>
  Object.entries(FAULTS).find(([, fault]) =>
    faults.some(active => active['kind'] === fault.body['kind'] && active['status'] === fault.body['status'])
  )?.[0] ?? ''

async function breakVendor(name: string, fault: string): Promise<void> {
  await call(control.clearFaults, { params: { name } })
  const chosen = FAULTS[fault]
  if (chosen) await call(control.addFault, { params: { name }, body: chosen.body })
}

function Detail({ line }: { readonly line: Line }): ReactNode {
  const styles = useStyles()
  const [raw, setRaw] = useState('Loading …')
  const load = (): void =>
    void call(control.getReceived, { params: { name: line.standin }, query: { after: line.id - 1 } }).then(
      ({ received }) => {
        const found = received.find(({ id }) => id === line.id)
        setRaw(
          found
            ? `${found.method} ${found.path}\n${pretty(found.body)}\n\n→ ${found.status} in ${found.ms} ms\n${pretty(found.response)}`
            : 'No longer kept'
        )
      },
      () => setRaw('The sandbox does not answer')
    )
  return (
    <Dialog>
      <DialogTrigger disableButtonEnhancement>
        <button
          type="button"
          className={line.status >= 400 || line.status === 0 ? `${styles.line} ${styles.bad}` : styles.line}
          onClick={load}
        >
          {sentenceOf(line)}
        </button>
      </DialogTrigger>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{sentenceOf(line)}</DialogTitle>
          <DialogContent>
            <pre className={styles.pre}>{raw}</pre>
          </DialogContent>
          <DialogActions>
            <DialogTrigger disableButtonEnhancement>
              <Button>Close</Button>
            </DialogTrigger>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}

function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    return text
  }
}
