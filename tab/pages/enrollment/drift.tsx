/** What the last comparison with the site found, and its repair: shown first, carried out when the admin says so. */
import { Button, Card, Checkbox, Text, Title3, makeStyles, tokens } from '@fluentui/react-components'
import { useEffect, useState, type ReactNode } from 'react'
import type { z } from 'zod'
import {
  DRIFTS,
  getEnrollmentDrift,
  lookForDrift,
  repairDrift,
  type DriftKind
} from '../../../api/contract/enrollment-admin.ts'
import type { Target } from '../../../api/contract/enrollment-rules.ts'
import { formatMoment, useApp } from '../../context.ts'
import { Loading, useLoaded, useLookAgain } from '../../load.tsx'
import { usePress } from '../../press.tsx'
import type { Words } from '../../words.ts'
import { durationOf } from './sentences.ts'

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: '8px', border: 0, margin: 0, padding: 0, minWidth: 0 },
  column: { display: 'flex', flexDirection: 'column', gap: '8px' },
  list: { margin: 0, paddingLeft: '20px', overflowWrap: 'anywhere' },
  row: { display: 'flex', gap: '8px', flexWrap: 'wrap' },
  quiet: { color: tokens.colorNeutralForeground2 }
})

type Report = NonNullable<z.output<typeof getEnrollmentDrift.answer>['drift']>

const LOOK_MS = 2000

type Callbacks = {
  readonly onRepair: () => void
  /** While a comparison runs: a site that cannot be read is told with the work at hand. */
  readonly onLook: () => void
}

export function Drift({ onRepair, onLook }: Callbacks): ReactNode {
  const styles = useStyles()
  const { session, words } = useApp()
  const { enrollment } = words
  const { busy, run, problem } = usePress()
  const loaded = useLoaded(() => session.call(getEnrollmentDrift))
  const [looking, setLooking] = useState<{ readonly before: string | undefined }>()
  const { value, failure } = loaded
  const current = value?.drift?.driftId
  const waits = looking !== undefined && looking.before === current
  useLookAgain(loaded, waits ? LOOK_MS : undefined)
  useEffect(() => {
    if (waits) onLook()
  }, [waits, value, failure, onLook])
  const look = (): void =>
    run(async () => {
      await session.call(lookForDrift)
      setLooking({ before: current })
    })
  return (
    <Card>
      <Title3 as="h2">{enrollment.drift}</Title3>
      <Text>{enrollment.driftBody}</Text>
      <Text size={200} className={styles.quiet}>
        {enrollment.driftLimits}
      </Text>
      <Loading loaded={loaded}>
        {({ drift }) =>
          drift ? (
            <Found key={drift.driftId} drift={drift} onRepair={onRepair} />
          ) : (
            <Text className={styles.quiet}>{enrollment.noDrift}</Text>
          )
        }
      </Loading>
      <div>
        <Button disabled={busy || waits || value === undefined} onClick={look}>
          {enrollment.look}
        </Button>
      </div>
      <output>{waits ? enrollment.looking : ''}</output>
      {problem}
    </Card>
  )
}

type Props = { readonly drift: Report; readonly onRepair: () => void }

function Found({ drift, onRepair }: Props): ReactNode {
  const styles = useStyles()
  const app = useApp()
  const { enrollment } = app.words
  const found = DRIFTS.filter(what => drift.counts[what] > 0)
  return (
    <div className={styles.column}>
      <Text>{enrollment.compared(drift.people, drift.listed, formatMoment(drift.foundAt, app))}</Text>
      {drift.unread.length > 0 && (
        <Text>{enrollment.unread(drift.unread.map(({ name }) => `“${name}”`).join(', '))}</Text>
      )}
      {found.length === 0 && drift.unread.length === 0 && <Text>{enrollment.inStep}</Text>}
      <ul className={styles.list}>
        {drift.items.map(({ personId, name, target, what }) => (
          <li key={`${personId}${target.kind}${target.id}`}>
            <Text size={200}>{enrollment.driftItem(name, target.name, wordsOf(target, what, enrollment))}</Text>
          </li>
        ))}
      </ul>
      {drift.items.length === 100 && <Text className={styles.quiet}>{enrollment.firstHundred}</Text>}
      {found.length > 0 && drift.repairRunId === null && <Repair drift={drift} found={found} onRepair={onRepair} />}
      {drift.repairRunId !== null && <Text className={styles.quiet}>{enrollment.repaired}</Text>}
    </div>
  )
}

const wordsOf = ({ kind }: Target, what: DriftKind, words: Words['enrollment']): string =>
  kind === 'group' && what === 'extra' ? words.extraMember : words.drifts[what]

type RepairProps = Props & { readonly found: readonly DriftKind[] }

function Repair({ drift, found, onRepair }: RepairProps): ReactNode {
  const styles = useStyles()
  const { session, words } = useApp()
  const { enrollment } = words
  const { busy, run, problem } = usePress()
  // What somebody opened by hand may be right: it is closed only when the admin says so.
  const [what, setWhat] = useState<readonly DriftKind[]>(found.filter(each => each !== 'extra'))
  const [cost, setCost] = useState<z.output<typeof repairDrift.answer>>()
  const [begun, setBegun] = useState(false)
  const ask = (mode: 'dry' | 'carry_out') =>
    session.call(repairDrift, { params: { driftId: drift.driftId }, body: { mode, what: [...what] } })
  const toggle = (each: DriftKind, on: boolean): void => {
    setCost(undefined)
    setWhat(DRIFTS.filter(one => (one === each ? on : what.includes(one))))
  }
  const repair = (): void =>
    run(async () => {
      await ask('carry_out')
      setBegun(true)
      onRepair()
    })
  if (begun) return <output>{enrollment.repaired}</output>
  return (
    <fieldset className={styles.form}>
      <legend>
        <Text>{enrollment.mend}</Text>
      </legend>
      {found.map(each => (
        <Checkbox
          key={each}
          label={`${enrollment.drifts[each]} (${drift.counts[each]})`}
          checked={what.includes(each)}
          onChange={(_event, { checked }) => toggle(each, checked === true)}
        />
      ))}
      <div className={styles.row}>
        <Button disabled={busy || what.length === 0} onClick={() => run(async () => setCost(await ask('dry')))}>
          {enrollment.repairDry}
        </Button>
        {cost && cost.calls > 0 && (
          <Button appearance="primary" disabled={busy} onClick={repair}>
            {enrollment.repair}
          </Button>
        )}
      </div>
      {cost && (
        <output>
          {(cost.calls > 0 || cost.byHand === 0) &&
            enrollment.repairCost(cost.people, cost.calls, durationOf(cost.seconds, enrollment))}
          {cost.byHand > 0 && ` ${enrollment.repairByHand(cost.byHand)}`}
        </output>
      )}
      {problem}
    </fieldset>
  )
}
