/** Who left, what was shut behind them and when, and the signed receipt for an auditor. */
import { Button, Card, Link, Subtitle2, Text, Title3, makeStyles, tokens } from '@fluentui/react-components'
import { useEffect, useState, type ReactNode } from 'react'
import type { z } from 'zod'
import { listDepartures, signDeparture } from '../../api/contract/departures.ts'
import { formatMoment, useApp } from '../context.ts'
import { Loading, useLoaded } from '../load.tsx'
import { usePress } from '../press.tsx'

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', gap: '16px' },
  leaver: { display: 'flex', flexDirection: 'column', gap: '4px', overflowWrap: 'anywhere' },
  list: { margin: 0, paddingLeft: '20px' },
  row: { display: 'flex', gap: '12px', flexWrap: 'wrap', alignItems: 'center' },
  quiet: { color: tokens.colorNeutralForeground2 }
})

type Leaver = z.output<typeof listDepartures.answer>['departures'][number]

const FIRST = 3
const MORE = 20

export function Leavers(): ReactNode {
  const styles = useStyles()
  const { session, words } = useApp()
  const { leavers } = words
  const [limit, setLimit] = useState(FIRST)
  const loaded = useLoaded(() => session.call(listDepartures, { query: { limit } }))
  const more = (): void => {
    setLimit(Math.min(100, limit + MORE))
    loaded.reload()
  }
  return (
    <Card>
      <Title3 as="h2">{leavers.title}</Title3>
      <Text>{leavers.body}</Text>
      <Loading loaded={loaded}>
        {({ departures, next }) => (
          <div className={styles.column}>
            {departures.length === 0 && <Text className={styles.quiet}>{leavers.none}</Text>}
            {departures.map(each => (
              <One key={each.departureId} leaver={each} />
            ))}
            {next && (
              <div>
                <Button onClick={more}>{leavers.more}</Button>
              </div>
            )}
          </div>
        )}
      </Loading>
    </Card>
  )
}

function One({ leaver }: { readonly leaver: Leaver }): ReactNode {
  const styles = useStyles()
  const app = useApp()
  const { leavers } = app.words
  const name = leaver.name ?? leavers.noName
  const seconds = (from: string, to: string): string =>
    new Intl.NumberFormat(app.locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(
      Math.max(0, (new Date(to).getTime() - new Date(from).getTime()) / 1000)
    )
  const when = formatMoment(leaver.receivedAt, app)
  return (
    <div className={styles.leaver}>
      <Subtitle2 as="h3">{name}</Subtitle2>
      <Text>{leavers.left(leavers.reasons[leaver.reason] ?? leaver.reason, when)}</Text>
      {leaver.returnedAt && <Text>{leavers.returned(formatMoment(leaver.returnedAt, app))}</Text>}
      {leaver.changedAt && (
        <Text size={200} className={styles.quiet}>
          {leavers.heard(seconds(leaver.changedAt, leaver.receivedAt))}
        </Text>
      )}
      <Text size={200} className={styles.quiet}>
        {leavers.ended(seconds(leaver.receivedAt, leaver.revokedAt), timeOf(leaver.refusedEverywhereBy, app))}
      </Text>
      <ul className={styles.list}>
        {leaver.hops.map(({ hop, app: appName, state, at }, index) => (
          <li key={`${hop}${index}`}>
            <Text size={200}>
              {`${hop === 'app' ? appName : leavers.hops[hop]}: ${state === 'done' ? leavers.states.done(seconds(leaver.receivedAt, at ?? leaver.receivedAt)) : leavers.states[state]}`}
            </Text>
          </li>
        ))}
      </ul>
      <Receipt departureId={leaver.departureId} name={name} />
    </div>
  )
}

const timeOf = (
  iso: string,
  { locale, timezone }: { readonly locale: string; readonly timezone: string | undefined }
) =>
  new Intl.DateTimeFormat(locale, { timeStyle: 'medium', ...(timezone ? { timeZone: timezone } : {}) }).format(
    new Date(iso)
  )

function Receipt({ departureId, name }: { readonly departureId: string; readonly name: string }): ReactNode {
  const styles = useStyles()
  const { session, words } = useApp()
  const { leavers } = words
  const { busy, run, problem } = usePress()
  const [file, setFile] = useState<string>()
  useEffect(() => () => (file ? URL.revokeObjectURL(file) : undefined), [file])
  const sign = (): void =>
    run(async () => {
      const signed = await session.call(signDeparture, { params: { departureId } })
      const text = JSON.stringify(
        { ...signed, keys: `${window.location.origin}/.well-known/receipt-keys.json` },
        null,
        2
      )
      setFile(URL.createObjectURL(new Blob([text], { type: 'application/json' })))
    })
  return (
    <div className={styles.row}>
      <Button size="small" disabled={busy} aria-label={leavers.receiptOf(name)} onClick={sign}>
        {leavers.receipt}
      </Button>
      {file && (
        <output>
          <Link href={file} download={`receipt-${departureId}.json`}>
            {leavers.save}
          </Link>
        </output>
      )}
      {problem}
    </div>
  )
}
