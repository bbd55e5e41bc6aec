/** Switches to break a vendor, and the banner that says so and mends it. */
import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  Select,
  Text,
  makeStyles
} from '@fluentui/react-components'
import type { ReactNode } from 'react'
import * as control from '../control/contract.ts'
import { call } from './api.ts'
import { chosenFault, faultName, FAULTS, OTHERWISE, sayBroken, vendorName, type Standin } from './faults.ts'
import { useWork } from './use-work.ts'

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: '72px minmax(0, 1fr)',
    gap: '6px',
    alignItems: 'center',
    marginTop: '6px'
  },
  bars: { maxHeight: '40vh', overflowY: 'auto', flexShrink: 0 }
})

type Props = { readonly standins: readonly Standin[]; readonly onChanged: () => void }

export function Vendors({ standins, onChanged }: Props): ReactNode {
  const { busy, problem, run } = useWork()
  const styles = useStyles()
  const choose = (name: string, fault: string): void => void run(() => breakVendor(name, fault)).then(onChanged)
  return (
    <section aria-label="Break a vendor">
      <Text as="h2" block weight="semibold">
        Break a vendor
      </Text>
      {standins.map(standin => {
        const { name } = standin
        const chosen = chosenFault(standin)
        return (
          <div key={name} className={styles.row}>
            <Text size={200} id={`fault-${name}`}>
              {vendorName(name)}
            </Text>
            <Select
              size="small"
              aria-labelledby={`fault-${name}`}
              aria-busy={busy}
              value={chosen}
              onChange={(_event, { value }) => choose(name, value)}
            >
              <option value="">Works</option>
              {Object.keys(FAULTS).map(fault => (
                <option key={fault} value={fault}>
                  {faultName(fault)}
                </option>
              ))}
              {chosen === OTHERWISE && <option value={OTHERWISE}>{faultName(OTHERWISE)}</option>}
            </Select>
          </div>
        )
      })}
      {problem && <Text role="alert">{problem}</Text>}
    </section>
  )
}

export function Broken({ standins, onChanged }: Props): ReactNode {
  const { busy, problem, run } = useWork()
  const broken = standins.filter(({ faults }) => faults.length > 0)
  const styles = useStyles()
  if (broken.length === 0) return null
  return (
    <section className={styles.bars} aria-label="Broken vendors">
      {broken.map(standin => (
        <MessageBar key={standin.name} intent="warning">
          <MessageBarBody>
            {sayBroken(standin)} CI keeps trying and catches up once it is mended. {problem}
          </MessageBarBody>
          <MessageBarActions>
            <Button
              size="small"
              disabledFocusable={busy}
              onClick={() => void run(() => breakVendor(standin.name, '')).then(onChanged)}
            >
              Mend {vendorName(standin.name)}
            </Button>
          </MessageBarActions>
        </MessageBar>
      ))}
    </section>
  )
}

async function breakVendor(name: string, fault: string): Promise<void> {
  await call(control.clearFaults, { params: { name } })
  const chosen = FAULTS[fault]
  if (chosen) await call(control.addFault, { params: { name }, body: chosen.body })
}
