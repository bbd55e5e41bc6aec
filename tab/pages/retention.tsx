/** How long the company lets things be kept: tried first, and asked for once more where something would go. */
import { Button, Card, Field, Input, Text, Title3, makeStyles, tokens } from '@fluentui/react-components'
import { useState, type ReactNode } from 'react'
import type { z } from 'zod'
import {
  getRetention,
  LEAST_DAYS,
  MOST_DAYS,
  putRetention,
  tryRetention,
  type RetentionPolicy
} from '../../api/contract/retention.ts'
import { ConfirmButton } from '../confirm.tsx'
import { formatDay, useApp } from '../context.ts'
import { Loading, useLoaded } from '../load.tsx'
import { tellPeople } from '../people-cell.ts'
import { usePress } from '../press.tsx'

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', gap: '12px' },
  row: { display: 'flex', gap: '8px', flexWrap: 'wrap' },
  days: { maxWidth: '160px' },
  list: { margin: 0, paddingLeft: '20px' },
  quiet: { color: tokens.colorNeutralForeground2 }
})

type Period = keyof RetentionPolicy
type Tried = z.output<typeof tryRetention.answer>
type View = z.output<typeof getRetention.answer>

const PERIODS: readonly (readonly [Period, keyof Tried])[] = [
  ['conversationDays', 'conversations'],
  ['nudgeDays', 'nudges'],
  ['inboundDays', 'inbound'],
  ['traceDays', 'traces']
]

export function Retention(): ReactNode {
  const { session, words } = useApp()
  const loaded = useLoaded(() => session.call(getRetention))
  return (
    <Card>
      <Title3 as="h2">{words.retention.title}</Title3>
      <Text>{words.retention.intro}</Text>
      <Loading loaded={loaded}>{view => <Editor view={view} />}</Loading>
    </Card>
  )
}

/** As they are typed. */
type Draft = Readonly<Record<Period, string>>

const draftOf = (policy: RetentionPolicy): Draft => ({
  conversationDays: String(policy.conversationDays),
  nudgeDays: String(policy.nudgeDays),
  inboundDays: String(policy.inboundDays),
  traceDays: String(policy.traceDays)
})

const policyIn = (draft: Draft): RetentionPolicy | undefined =>
  putRetention.body.safeParse(
    Object.fromEntries(
      PERIODS.map(([period]) => [period, draft[period].trim() === '' ? undefined : Number(draft[period])])
    )
  ).data

const isSame = (a: RetentionPolicy, b: RetentionPolicy): boolean => PERIODS.every(([period]) => a[period] === b[period])

function Editor({ view }: { readonly view: View }): ReactNode {
  const styles = useStyles()
  const app = useApp()
  const { session } = app
  const said = app.words.retention
  const [now, setNow] = useState(view)
  const [draft, setDraft] = useState(() => draftOf(view))
  const [tried, setTried] = useState<Tried>()
  const [saved, setSaved] = useState(false)
  const { busy, run, problem } = usePress()
  const policy = policyIn(draft)
  const shorter = policy && PERIODS.some(([period]) => policy[period] < now[period])
  const change = (period: Period, value: string): void => {
    setSaved(false)
    // What was seen belongs to what was asked.
    setTried(undefined)
    setDraft({ ...draft, [period]: value })
  }
  const look = (body: RetentionPolicy): void => run(async () => setTried(await session.call(tryRetention, { body })))
  const save = (body: RetentionPolicy): void =>
    run(async () => {
      const kept = await session.call(putRetention, { body })
      setNow(kept)
      setDraft(draftOf(kept))
      setTried(undefined)
      setSaved(true)
    })
  const results =
    tried && PERIODS.map(([period, kind]) => said.result(said.names[period], tellPeople(tried[kind], app.words)))
  const mayBeSaved = policy !== undefined && !isSame(policy, now) && !busy
  return (
    <div className={styles.column}>
      <Text className={styles.quiet}>{now.changedAt ? said.since(formatDay(now.changedAt, app)) : said.own}</Text>
      {PERIODS.map(([period]) => (
        <Days key={period} period={period} value={draft[period]} onChange={value => change(period, value)} />
      ))}
      <output className={styles.column}>
        {results && (
          <>
            <Text>{said.tried}</Text>
            <ul className={styles.list}>
              {results.map(line => (
                <li key={line}>{line}</li>
              ))}
            </ul>
            <Text size={200} className={styles.quiet}>
              {said.exact}
            </Text>
          </>
        )}
      </output>
      {shorter && !results && <Text>{said.before}</Text>}
      <div className={styles.row}>
        <Button disabled={busy || !policy} onClick={() => policy && look(policy)}>
          {said.tryFirst}
        </Button>
        {shorter ? (
          <ConfirmButton
            label={said.save}
            title={said.saveAsk}
            body={said.saveBody((results ?? []).join('; '))}
            confirm={said.confirm}
            keep={said.keep}
            disabled={!mayBeSaved || !results}
            onConfirm={() => save(policy)}
          />
        ) : (
          <Button disabled={!mayBeSaved} onClick={() => policy && save(policy)}>
            {said.save}
          </Button>
        )}
      </div>
      <output>{saved && said.saved}</output>
      {problem}
    </div>
  )
}

type DaysProps = { readonly period: Period; readonly value: string; readonly onChange: (value: string) => void }

function Days({ period, value, onChange }: DaysProps): ReactNode {
  const styles = useStyles()
  const { words, locale } = useApp()
  const said = words.retention
  const least = LEAST_DAYS[period]
  const most = new Intl.NumberFormat(locale).format(MOST_DAYS)
  const days = value.trim() === '' ? Number.NaN : Number(value)
  const fits = Number.isInteger(days) && days >= least && days <= MOST_DAYS
  return (
    <Field
      label={said.label(said.names[period])}
      hint={said.hint(said.what[period], least, most)}
      {...(fits ? {} : { validationMessage: said.outside(least, most) })}
    >
      <Input
        className={styles.days}
        type="number"
        min={least}
        max={MOST_DAYS}
        value={value}
        onChange={(_event, { value: next }) => onChange(next)}
      />
    </Field>
  )
}
