/** The state of learning site, Teams, mail, coach and forwarding, with what to do about each. */
import { Badge, Button, Card, Subtitle2, Text, Title3, makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { getConsoleHealth, type ConnectedHealth } from '../../../api/contract/console-health.ts'
import { formatMoment, useApp, useGoing } from '../../context.ts'
import { Loading, useLoaded } from '../../load.tsx'

const useStyles = makeStyles({
  one: { display: 'flex', flexDirection: 'column', gap: '4px', overflowWrap: 'anywhere' },
  head: { display: 'flex', gap: '8px', alignItems: 'center', flexWrap: 'wrap' },
  quiet: { color: tokens.colorNeutralForeground2 }
})

const COLORS = { green: 'success', amber: 'warning', red: 'danger', off: 'informative' } as const

export function ConnectedThings(): ReactNode {
  const styles = useStyles()
  const { session, words } = useApp()
  const { show } = useGoing()
  const loaded = useLoaded(() => session.call(getConsoleHealth))
  return (
    <Card>
      <Title3 as="h2">{words.connected.title}</Title3>
      <Loading loaded={loaded}>{({ connections }) => connections.map(one => <One key={one.what} one={one} />)}</Loading>
      <Text className={styles.quiet}>{words.connected.who}</Text>
      <div>
        <Button size="small" onClick={() => show('reachPage')}>
          {words.connected.openReach}
        </Button>
      </div>
    </Card>
  )
}

function One({ one: { what, light, reason, lastAt } }: { readonly one: ConnectedHealth }): ReactNode {
  const styles = useStyles()
  const app = useApp()
  const { connected: said, health } = app.words
  const [state, remedy] = said.reasons[reason]
  return (
    <div className={styles.one}>
      <div className={styles.head}>
        <Subtitle2 as="h3">{said.names[what]}</Subtitle2>
        <Badge appearance="tint" color={COLORS[light]}>
          {light === 'off' ? said.off : health.lights[light]}
        </Badge>
      </div>
      <Text weight="semibold">{state}</Text>
      {remedy && <Text>{remedy}</Text>}
      {lastAt && (
        <Text size={200} className={styles.quiet}>
          {said.lastAt(formatMoment(lastAt, app))}
        </Text>
      )}
    </div>
  )
}
