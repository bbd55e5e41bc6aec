/** The admin's switch for matching by employee number: what it would do, whether Microsoft lets it, and how to give consent. */
import {
  Button,
  Card,
  Link,
  MessageBar,
  MessageBarBody,
  Switch,
  Text,
  Title3,
  makeStyles,
  tokens
} from '@fluentui/react-components'
import { useState, type ReactNode } from 'react'
import type { z } from 'zod'
import { checkAccountMatching, getAccountMatching, putAccountMatching } from '../../api/contract/accounts.ts'
import { formatMoment, useApp } from '../context.ts'
import { Loading, useLoaded } from '../load.tsx'
import { usePress } from '../press.tsx'

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', gap: '12px' },
  row: { display: 'flex', gap: '12px', flexWrap: 'wrap', alignItems: 'center' },
  // The switch carries a margin of its own.
  switch: { marginLeft: '-8px' },
  quiet: { color: tokens.colorNeutralForeground2 }
})

type Matching = z.output<typeof getAccountMatching.answer>

export function AccountMatching(): ReactNode {
  const { session, words } = useApp()
  const loaded = useLoaded(() => session.call(getAccountMatching))
  return (
    <Card>
      <Title3 as="h2">{words.matching.title}</Title3>
      <Text>{words.matching.body}</Text>
      <Loading loaded={loaded}>{matching => <Setting loaded={matching} />}</Loading>
    </Card>
  )
}

function Setting({ loaded }: { readonly loaded: Matching }): ReactNode {
  const styles = useStyles()
  const { session, words } = useApp()
  const { matching: said } = words
  const [changed, setChanged] = useState<Matching>()
  const { busy, run, problem } = usePress()
  const matching = changed ?? loaded
  const { numbers, available, employeeNumber } = matching
  const toggle = (on: boolean): void =>
    run(async () => setChanged(await session.call(putAccountMatching, { body: { employeeNumber: on } })))
  const { teamsToken } = session
  const check =
    teamsToken &&
    ((): void =>
      run(async () => setChanged(await session.call(checkAccountMatching, { body: { token: await teamsToken() } }))))
  return (
    <div className={styles.column}>
      <Text>{numbers.withNumber === 0 ? said.none : said.numbers(numbers)}</Text>
      {available ? (
        <div className={styles.switch}>
          <Switch
            label={said.toggle}
            checked={employeeNumber}
            disabled={busy}
            onChange={(_event, { checked }) => toggle(checked)}
          />
        </div>
      ) : (
        <Text>{said.unavailable}</Text>
      )}
      {employeeNumber && <Answer matching={matching} />}
      {employeeNumber && check && (
        <div>
          <Button disabled={busy} onClick={check}>
            {said.check}
          </Button>
        </div>
      )}
      {employeeNumber && !check && <Text className={styles.quiet}>{said.inTeams}</Text>}
      {problem}
    </div>
  )
}

const INTENTS = { granted: 'success', consent_missing: 'warning', refused: 'warning', unreachable: 'info' } as const

function Answer({ matching: { answer, answeredAt, consent } }: { readonly matching: Matching }): ReactNode {
  const styles = useStyles()
  const app = useApp()
  const { matching: said } = app.words
  if (!answer) return <Text className={styles.quiet}>{said.notAsked}</Text>
  const [state, remedy] = said.answers[answer]
  return (
    <>
      <MessageBar intent={INTENTS[answer]} layout="multiline">
        <MessageBarBody>
          {[state, remedy, answeredAt && said.answered(formatMoment(answeredAt, app))].filter(Boolean).join(' ')}
        </MessageBarBody>
      </MessageBar>
      {answer === 'consent_missing' && (
        <div className={styles.row}>
          {consent.map(({ tenantId, url }) => (
            <Link key={tenantId} href={url} target="_blank" rel="noopener">
              {consent.length > 1 ? said.consentFor(tenantId) : said.consent}
            </Link>
          ))}
        </div>
      )}
    </>
  )
}
