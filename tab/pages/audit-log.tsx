/** The audit log: newest first, by days, saved as a file, and forwarded where the admin wants it. */
import { Button, Card, Field, Input, Link, Select, Text, Title3, makeStyles, tokens } from '@fluentui/react-components'
import { useEffect, useState, type ReactNode } from 'react'
import type { z } from 'zod'
import { AUDIT_FORMATS, AUDIT_NOUNS, exportAudit, listAudit } from '../../api/contract/audit.ts'
import { formatMoment, useApp } from '../context.ts'
import { Loading, useLoaded } from '../load.tsx'
import { usePress } from '../press.tsx'
import { AuditForwarding } from './audit-forwarding.tsx'

const useStyles = makeStyles({
  row: { display: 'flex', gap: '12px', flexWrap: 'wrap', alignItems: 'flex-end' },
  column: { display: 'flex', flexDirection: 'column', gap: '12px' },
  list: { margin: 0, padding: 0, listStyle: 'none', display: 'flex', flexDirection: 'column', gap: '12px' },
  event: { display: 'flex', flexDirection: 'column', overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2 }
})

type Event = z.output<typeof listAudit.answer>['events'][number]
/** Days as the browser's date fields give them, whom it is about or who did it, and of what it is; empty for no bound. */
type Wanted = { readonly from: string; readonly to: string; readonly who: string; readonly about: string }

const FIRST = 8
const TYPING_MS = 300
const MORE = 50
const MOST = 500

export function AuditLog(): ReactNode {
  const styles = useStyles()
  const { words } = useApp()
  const { audit } = words
  const [typed, setTyped] = useState<Wanted>({ from: '', to: '', who: '', about: '' })
  const [days, setDays] = useState(typed)
  useEffect(() => {
    const timer = setTimeout(() => setDays(typed), TYPING_MS)
    return () => clearTimeout(timer)
  }, [typed])
  return (
    <Card>
      <Title3 as="h2">{audit.title}</Title3>
      <Text>{audit.body}</Text>
      <div className={styles.row}>
        {(['from', 'to'] as const).map(end => (
          <Field key={end} label={audit[end]}>
            <Input
              type="date"
              value={typed[end]}
              onChange={(_event, { value }) => setTyped({ ...typed, [end]: value })}
            />
          </Field>
        ))}
        <Field label={words.auditSearch.who}>
          <Input type="search" value={typed.who} onChange={(_event, { value }) => setTyped({ ...typed, who: value })} />
        </Field>
        <Field label={words.auditSearch.about}>
          <Select value={typed.about} onChange={(_event, { value }) => setTyped({ ...typed, about: value })}>
            <option value="">{words.auditSearch.everything}</option>
            {AUDIT_NOUNS.map(noun => (
              <option key={noun} value={noun}>
                {words.auditSearch.nouns[noun]}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <Events key={JSON.stringify(days)} days={days} />
      <Files key={`file ${JSON.stringify(days)}`} days={days} />
      <AuditForwarding />
    </Card>
  )
}

/** Days of the reader's own calendar, the last one whole. */
const rangeOf = ({ from, to, who, about }: Wanted) => {
  const begin = new Date(`${from}T00:00`)
  const end = new Date(`${to}T00:00`)
  end.setDate(end.getDate() + 1)
  return {
    ...(Number.isNaN(begin.getTime()) ? {} : { from: begin.toISOString() }),
    ...(Number.isNaN(end.getTime()) ? {} : { to: end.toISOString() }),
    ...(who.trim() ? { who: who.trim() } : {}),
    ...(about ? { action: `${about}.` } : {})
  }
}

function Events({ days }: { readonly days: Wanted }): ReactNode {
  const styles = useStyles()
  const { session, words } = useApp()
  const { audit } = words
  const [limit, setLimit] = useState(FIRST)
  const loaded = useLoaded(() => session.call(listAudit, { query: { ...rangeOf(days), limit } }))
  const more = (): void => {
    setLimit(Math.min(MOST, limit + MORE))
    loaded.reload()
  }
  return (
    <Loading loaded={loaded}>
      {({ events, next }) => (
        <div className={styles.column}>
          {events.length === 0 && <Text className={styles.quiet}>{audit.empty}</Text>}
          {events.length > 0 && (
            <ul className={styles.list}>
              {events.map(event => (
                <li key={event.eventId} className={styles.event}>
                  <One event={event} />
                </li>
              ))}
            </ul>
          )}
          {next && limit < MOST && (
            <div>
              <Button onClick={more}>{audit.more}</Button>
            </div>
          )}
        </div>
      )}
    </Loading>
  )
}

function One({ event }: { readonly event: Event }): ReactNode {
  const styles = useStyles()
  const app = useApp()
  const { audit } = app.words
  const { text, at, about, by } = event
  // Whoever acts on themselves is named once.
  const names = [by && audit.by(by), about && about !== by && audit.about(about)]
  return (
    <>
      <Text>{text}</Text>
      <Text size={200} className={styles.quiet}>
        {[formatMoment(at, app), ...names].filter(Boolean).join(' · ')}
      </Text>
    </>
  )
}

function Files({ days }: { readonly days: Wanted }): ReactNode {
  const styles = useStyles()
  const { session, words } = useApp()
  const { audit } = words
  const { busy, run, problem } = usePress()
  const [file, setFile] = useState<{ readonly name: string; readonly url: string }>()
  useEffect(() => () => (file ? URL.revokeObjectURL(file.url) : undefined), [file])
  const make = (format: (typeof AUDIT_FORMATS)[number]): void =>
    run(async () => {
      const { name, content } = await session.save(exportAudit, { query: { ...rangeOf(days), format } })
      setFile({ name, url: URL.createObjectURL(content) })
    })
  return (
    <>
      <div className={styles.row}>
        {AUDIT_FORMATS.map(format => (
          <Button key={format} disabled={busy} onClick={() => make(format)}>
            {audit[format]}
          </Button>
        ))}
        {file && (
          <output>
            <Link href={file.url} download={file.name}>
              {audit.saveFile(file.name)}
            </Link>
          </output>
        )}
      </div>
      {problem}
    </>
  )
}
