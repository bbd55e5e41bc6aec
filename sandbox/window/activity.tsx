/** The clock, switches to break a vendor, and what just happened between the systems. */
import { Button, Text, makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import * as control from '../control/contract.ts'
import { call } from './api.ts'
import { localDate } from './format.ts'
import { Request, type Line } from './request.tsx'
import { useWork } from './use-work.ts'
import { Vendors } from './vendors.tsx'

const HOUR = 3_600_000
const DAY = 24 * HOUR

const useStyles = makeStyles({
  pane: {
    display: 'flex',
    flexDirection: 'column',
    gap: '16px',
    padding: '12px',
    minHeight: 0,
    height: '100%',
    boxSizing: 'border-box'
  },
  row: { display: 'flex', gap: '6px', flexWrap: 'wrap', alignItems: 'center', marginTop: '6px' },
  happened: { flex: 1, minHeight: '160px', display: 'flex', flexDirection: 'column', gap: '4px' },
  list: { flex: 1, overflowY: 'auto', margin: 0, padding: 0, listStyleType: 'none' },
  quiet: { color: tokens.colorNeutralForeground2 },
  bad: { color: tokens.colorPaletteRedForeground1 }
})

type Props = {
  readonly state: control.SandboxState
  readonly person: control.SandboxPerson
  readonly lines: readonly Line[]
  readonly onChanged: () => void
}

export function Activity({ state, person, lines, onChanged }: Props): ReactNode {
  const styles = useStyles()
  return (
    <section className={styles.pane} aria-label="Clock and activity">
      <Clock {...{ state, person, onChanged }} />
      <Vendors standins={state.standins} onChanged={onChanged} />
      <section className={styles.happened} aria-label="What just happened">
        <Text as="h2" block weight="semibold">
          What just happened
        </Text>
        {lines.length === 0 ? (
          <Text size={200} className={styles.quiet}>
            Nothing since this page was opened. Install the bot for somebody, or take the tour. Every request between
            the systems is then a line here; press one to see it raw.
          </Text>
        ) : (
          <ol className={styles.list} aria-label="Calls between the systems, newest first">
            {lines.map(line => (
              <li key={line.key}>
                <Request line={line} />
              </li>
            ))}
          </ol>
        )}
      </section>
    </section>
  )
}

function Clock({ state, person, onChanged }: Omit<Props, 'lines'>): ReactNode {
  const styles = useStyles()
  const { busy, problem, run } = useWork()
  const move = (body: Parameters<typeof moveTo>[0]): void => void run(() => moveTo(body)).then(onChanged)
  return (
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
          disabledFocusable={busy}
          onClick={() => move({ kind: 'nextWorkingHour', personKey: person.key })}
        >
          To the next working hour
        </Button>
        <Button size="small" disabledFocusable={busy} onClick={() => move({ kind: 'advance', ms: HOUR })}>
          +1 hour
        </Button>
        <Button size="small" disabledFocusable={busy} onClick={() => move({ kind: 'advance', ms: DAY })}>
          +1 day
        </Button>
      </div>
      {problem && (
        <Text role="alert" className={styles.bad}>
          {problem}
        </Text>
      )}
    </section>
  )
}

const moveTo = (
  body:
    | { readonly kind: 'advance'; readonly ms: number }
    | { readonly kind: 'nextWorkingHour'; readonly personKey: string }
): Promise<unknown> => call(control.moveClock, { body })
