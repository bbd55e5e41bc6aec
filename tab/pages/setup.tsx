/** The admin's page: connections, sign-ins, leavers, accounts, the audit log, set-up links, the claim mapping and its lab, who answers as the coach and from which material, how long things are kept, with a way to each. */
import { Button, Card, Link, Text, Title3, makeStyles } from '@fluentui/react-components'
import { useRef, useState, type ReactNode } from 'react'
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
import { CoachEngine } from './coach-engine.tsx'
import { ConnectionHealth } from './connection-health.tsx'
import { LearningSystems } from './learning-systems.tsx'
import { Leavers } from './leavers.tsx'
import { LinkedAccounts } from './linked-accounts.tsx'
import { Material } from './material/section.tsx'
import { Retention } from './retention.tsx'
import { Returners } from './returners.tsx'
import { Safety } from './safety.tsx'
import { SignIns } from './sign-ins.tsx'
import { useMapping } from './use-mapping.ts'

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', gap: '12px' },
  row: { display: 'flex', gap: '8px', flexWrap: 'wrap' }
})

export function SetupPage(): ReactNode {
  const styles = useStyles()
  const { session, words } = useApp()
  const cases = useLoaded(() => session.call(listClaimCases))
  const mapping = useMapping(cases.reload)
  const places = useRef(new Map<string, HTMLElement>())
  const sections: readonly (readonly [title: string, render: () => ReactNode])[] = [
    [words.health.title, () => <ConnectionHealth />],
    [words.setup.portal, () => <Portal />],
    [words.signIns.title, () => <SignIns />],
    [words.mapping.title, () => <ClaimMapping mapping={mapping} />],
    [words.lab.title, () => <ClaimLab cases={cases} use={mapping.use} />],
    [words.safety.title, () => <Safety />],
    [words.coachEngine.title, () => <CoachEngine />],
    [words.material.title, () => <Material />],
    [words.retention.title, () => <Retention />],
    [words.leavers.title, () => <Leavers />],
    [words.matching.title, () => <AccountMatching />],
    [words.accounts.title, () => <LinkedAccounts />],
    [words.learningSystems.title, () => <LearningSystems />],
    [words.audit.title, () => <AuditLog />]
  ]
  return (
    <div className={styles.list}>
      <Brake />
      <Returners />
      <nav aria-label={words.setup.onThisPage} className={styles.row}>
        {sections.map(([title]) => (
          <Button key={title} size="small" onClick={() => goTo(places.current.get(title))}>
            {title}
          </Button>
        ))}
      </nav>
      {sections.map(([title, render]) => (
        <section key={title} tabIndex={-1} aria-label={title} ref={place => keep(places.current, title, place)}>
          {render()}
        </section>
      ))}
    </div>
  )
}

function keep(places: Map<string, HTMLElement>, title: string, place: HTMLElement | null): void {
  if (place) places.set(title, place)
  else places.delete(title)
}

/** The keyboard goes on from there, and a screen reader says where it is. */
function goTo(place: HTMLElement | undefined): void {
  place?.scrollIntoView({ block: 'start' })
  place?.focus({ preventScroll: true })
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
