/** HR's page about whether nudges help: an offer, or what is on; what was found earlier below. */
import { Subtitle1, Text, makeStyles } from '@fluentui/react-components'
import { useRef, useState, type ReactNode } from 'react'
import { getExperiments } from '../../../api/contract/experiments.ts'
import { useApp } from '../../context.ts'
import { Loading, useLoaded } from '../../load.tsx'
import { Known } from './known.tsx'
import { Offer, type Experiments } from './offer.tsx'

const useStyles = makeStyles({ list: { display: 'flex', flexDirection: 'column', gap: '12px' } })

export function ExperimentsPage(): ReactNode {
  const styles = useStyles()
  const { session, words } = useApp()
  const loaded = useLoaded(() => session.call(getExperiments))
  const [said, setSaid] = useState('')
  const status = useRef<HTMLOutputElement>(null)
  const changed = (text: string) => (): void => {
    setSaid(text)
    loaded.reload()
    // The pressed button is gone; the keyboard goes on from what became of it.
    status.current?.focus()
  }
  return (
    <div className={styles.list}>
      <output ref={status} tabIndex={-1}>
        {said && <Text weight="semibold">{said}</Text>}
      </output>
      <Loading loaded={loaded}>
        {value => (
          <All
            value={value}
            onStarted={changed(words.experiments.started)}
            onEnded={changed(words.experiments.ended)}
          />
        )}
      </Loading>
    </div>
  )
}

type Props = { readonly value: Experiments; readonly onStarted: () => void; readonly onEnded: () => void }

function All({ value, onStarted, onEnded }: Props): ReactNode {
  const styles = useStyles()
  const { words } = useApp()
  const open = value.experiments.find(({ state }) => state !== 'ended')
  const past = value.experiments.filter(each => each !== open)
  return (
    <div className={styles.list}>
      {open ? <Known experiment={open} onEnded={onEnded} /> : <Offer value={value} onStarted={onStarted} />}
      {past.length > 0 && <Subtitle1 as="h2">{words.experiments.past}</Subtitle1>}
      {past.map(each => (
        <Known key={each.experimentId} experiment={each} onEnded={onEnded} />
      ))}
    </div>
  )
}
