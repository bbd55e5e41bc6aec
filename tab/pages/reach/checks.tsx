/** Asks Microsoft whether everything is in place, says what is not, and has the commands that grant it. */
import { Button, Card, MessageBar, MessageBarBody, Text, Title3, makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { checkReach, type CompanyReach, type ReachCheck } from '../../../api/contract/reach.ts'
import { formatMoment, useApp } from '../../context.ts'
import { usePress } from '../../press.tsx'
import { grantCommands } from './grant-commands.ts'

const useStyles = makeStyles({
  quiet: { color: tokens.colorNeutralForeground2 },
  column: { display: 'flex', flexDirection: 'column', gap: '8px' },
  code: {
    margin: '8px 0 0',
    padding: '12px',
    overflowX: 'auto',
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
    fontSize: tokens.fontSizeBase200
  }
})

type Props = { readonly reach: CompanyReach; readonly changed: () => void }

export function ReachChecks({ reach, changed }: Props): ReactNode {
  const styles = useStyles()
  const { session, words } = useApp()
  const said = words.reach
  const { busy, run, problem } = usePress()
  const { level } = reach.settings
  const check = (): void =>
    run(async () => {
      await session.call(checkReach)
      changed()
    })
  return (
    <Card>
      <Title3 as="h2">{said.checkTitle}</Title3>
      {level === 0 ? (
        <Text>{said.levelZero}</Text>
      ) : (
        <div className={styles.column}>
          <Text className={styles.quiet}>{said.checkBody}</Text>
          {reach.checks.length === 0 && <Text>{said.unchecked}</Text>}
          {reach.checks.map(each => (
            <Found key={each.tenantId} check={each} level={level} several={reach.checks.length > 1} />
          ))}
          <div>
            <Button disabled={busy} onClick={check}>
              {said.check}
            </Button>
          </div>
          {problem}
          <details>
            <summary>{said.grant}</summary>
            <Text className={styles.quiet}>{said.grantBody}</Text>
            <pre className={styles.code} tabIndex={0}>
              {grantCommands(reach.clientId, reach.tenantIds, level)}
            </pre>
          </details>
        </div>
      )}
    </Card>
  )
}

const INTENT = { ok: 'success', missing: 'error', unknown: 'warning' } as const

type FoundProps = { readonly check: ReachCheck; readonly level: number; readonly several: boolean }

function Found({ check, level, several }: FoundProps): ReactNode {
  const styles = useStyles()
  const app = useApp()
  const said = app.words.reach
  const lines = level === 2 ? (['feed', 'install', 'app'] as const) : (['feed'] as const)
  return (
    <div className={styles.column}>
      <Text size={200} className={styles.quiet}>
        {several && `${check.tenantId}. `}
        {said.checkedAt(formatMoment(check.checkedAt, app))}
      </Text>
      <MessageBar intent={check.token === 'ok' ? 'success' : 'error'} layout="multiline">
        <MessageBarBody>
          {said.token[check.token]} {check.number}
        </MessageBarBody>
      </MessageBar>
      {check.token === 'ok' &&
        lines.map(line => (
          <MessageBar key={line} intent={INTENT[check[line]]} layout="multiline">
            <MessageBarBody>{said.checks[line][check[line]]}</MessageBarBody>
          </MessageBar>
        ))}
    </div>
  )
}
