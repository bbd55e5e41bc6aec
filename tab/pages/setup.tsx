/** The admin's page: whether the connections live, how sign-ins end, set-up links, the claim mapping and its lab. */
import {
  Button,
  Card,
  Link,
  MessageBar,
  MessageBarBody,
  Text,
  Title3,
  makeStyles,
  tokens
} from '@fluentui/react-components'
import { useState, type ReactNode } from 'react'
import type { z } from 'zod'
import { getConnections, openPortal, PORTAL_INTENTS } from '../../api/contract/admin.ts'
import { listClaimCases } from '../../api/contract/claims.ts'
import { listDirectoryDrift } from '../../api/contract/directory.ts'
import { countTeamsLinks } from '../../api/contract/identity.ts'
import { formatMoment, useApp } from '../context.ts'
import { Loading, useLoaded } from '../load.tsx'
import { usePress } from '../press.tsx'
import { Brake } from './brake.tsx'
import { ClaimLab } from './claim-lab.tsx'
import { ClaimMapping } from './claim-mapping.tsx'
import { Leavers } from './leavers.tsx'
import { SignIns } from './sign-ins.tsx'
import { useMapping } from './use-mapping.ts'

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', gap: '12px' },
  row: { display: 'flex', gap: '8px', flexWrap: 'wrap' },
  quiet: { color: tokens.colorNeutralForeground2 }
})

export function SetupPage(): ReactNode {
  const styles = useStyles()
  const { session } = useApp()
  const loaded = useLoaded(async () => {
    const [connections, links, { reports }] = await Promise.all([
      session.call(getConnections),
      session.call(countTeamsLinks),
      session.call(listDirectoryDrift)
    ])
    return { connections, links, drift: reports[0] }
  })
  const cases = useLoaded(() => session.call(listClaimCases))
  const mapping = useMapping(cases.reload)
  return (
    <div className={styles.list}>
      <Brake />
      <Loading loaded={loaded}>{state => <Connections {...state} />}</Loading>
      <SignIns />
      <Leavers />
      <Portal />
      <ClaimMapping mapping={mapping} />
      <ClaimLab cases={cases} use={mapping.use} />
    </div>
  )
}

type State = {
  readonly connections: z.output<typeof getConnections.answer>
  readonly links: z.output<typeof countTeamsLinks.answer>
  /** Of the last night. */
  readonly drift: z.output<typeof listDirectoryDrift.answer>['reports'][number] | undefined
}

function Connections({ connections, links, drift }: State): ReactNode {
  const styles = useStyles()
  const app = useApp()
  const { setup } = app.words
  const when = (iso: string | null): string => (iso ? formatMoment(iso, app) : setup.never)
  const failed = connections.signIn.week.filter(({ outcome }) => outcome !== 'signed_in')
  const failures = failed.reduce((sum, { count }) => sum + count, 0)
  return (
    <Card>
      <Title3 as="h2">{setup.connections}</Title3>
      <Text>{setup.directory(when(connections.directory.lastEventAt))}</Text>
      {drift && (
        <Text size={200} className={styles.quiet}>
          {setup.drift({ ...drift, at: formatMoment(drift.at, app) })}
        </Text>
      )}
      <Text>{setup.signIn(when(connections.signIn.lastAt))}</Text>
      {failures > 0 && (
        <MessageBar intent="warning">
          <MessageBarBody>{setup.failed(failures)}</MessageBarBody>
        </MessageBar>
      )}
      <Text>{setup.links(links)}</Text>
    </Card>
  )
}

function Portal(): ReactNode {
  const styles = useStyles()
  const { session, words } = useApp()
  const { setup } = words
  const { busy, run, problem } = usePress()
  const [opened, setOpened] = useState<{ readonly url: string; readonly name: string }>()
  const ask = (intent: (typeof PORTAL_INTENTS)[number]): void =>
    run(async () => {
      const { url } = await session.call(openPortal, { body: { intent } })
      setOpened({ url, name: setup.intents[intent] })
    })
  return (
    <Card>
      <Title3 as="h2">{setup.portal}</Title3>
      <Text>{setup.portalBody}</Text>
      <div className={styles.row}>
        {PORTAL_INTENTS.map(intent => (
          <Button key={intent} disabled={busy} onClick={() => ask(intent)}>
            {setup.intents[intent]}
          </Button>
        ))}
      </div>
      {opened && (
        <output>
          <Link href={opened.url} target="_blank" rel="noopener">
            {setup.goOn(opened.name)}
          </Link>
        </output>
      )}
      {problem}
    </Card>
  )
}
