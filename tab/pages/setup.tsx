/** The admin's page: connections, sign-ins, leavers, accounts, the audit log, set-up links, the claim mapping and its lab. */
import { Button, Card, Link, Text, Title3, makeStyles } from '@fluentui/react-components'
import { useState, type ReactNode } from 'react'
import { openPortal, PORTAL_INTENTS } from '../../api/contract/admin.ts'
import { listClaimCases } from '../../api/contract/claims.ts'
import { useApp } from '../context.ts'
import { useLoaded } from '../load.tsx'
import { usePress } from '../press.tsx'
import { AccountMatching } from './account-matching.tsx'
import { AuditLog } from './audit-log.tsx'
import { Brake } from './brake.tsx'
import { ClaimLab } from './claim-lab.tsx'
import { ClaimMapping } from './claim-mapping.tsx'
import { ConnectionHealth } from './connection-health.tsx'
import { Leavers } from './leavers.tsx'
import { LinkedAccounts } from './linked-accounts.tsx'
import { SignIns } from './sign-ins.tsx'
import { useMapping } from './use-mapping.ts'

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', gap: '12px' },
  row: { display: 'flex', gap: '8px', flexWrap: 'wrap' }
})

export function SetupPage(): ReactNode {
  const styles = useStyles()
  const { session } = useApp()
  const cases = useLoaded(() => session.call(listClaimCases))
  const mapping = useMapping(cases.reload)
  return (
    <div className={styles.list}>
      <Brake />
      <ConnectionHealth />
      <SignIns />
      <Leavers />
      <AccountMatching />
      <LinkedAccounts />
      <AuditLog />
      <Portal />
      <ClaimMapping mapping={mapping} />
      <ClaimLab cases={cases} use={mapping.use} />
    </div>
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
