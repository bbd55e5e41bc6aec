/** Moving in from the company's former chatbot: the upload, what became of earlier ones, and the one that is being decided. */
import {
  Button,
  Card,
  MessageBar,
  MessageBarBody,
  Subtitle2,
  Text,
  Title3,
  makeStyles,
  tokens
} from '@fluentui/react-components'
import { useState, type ReactNode } from 'react'
import type { z } from 'zod'
import {
  cancelFormerImport,
  carryOutFormerImport,
  checkFormerImport,
  listFormerImports,
  MOST_FORMER_BYTES,
  saveFormerReport,
  undoFormerImport,
  uploadFormerImport
} from '../../../api/contract/former-coach.ts'
import { formatDay, formatMoment, useApp } from '../../context.ts'
import { Loading, useLoaded, useLookAgain } from '../../load.tsx'
import { usePress } from '../../press.tsx'
import { Findings } from './findings.tsx'
import { Upload } from './upload.tsx'

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', gap: '12px' },
  list: { margin: 0, padding: 0, listStyle: 'none', display: 'flex', flexDirection: 'column', gap: '12px' },
  row: { display: 'flex', gap: '8px', flexWrap: 'wrap', alignItems: 'center' },
  text: { overflowWrap: 'anywhere', whiteSpace: 'normal' },
  quiet: { color: tokens.colorNeutralForeground2 }
})

const LOOK_MS = 2000

type One = z.output<typeof listFormerImports.answer>['imports'][number]
type Report = z.output<typeof checkFormerImport.answer>

const isUnderWay = ({ state }: One): boolean => state === 'importing' || state === 'undoing'

export function Former(): ReactNode {
  const styles = useStyles()
  const { session, words } = useApp()
  const { former } = words.enrollment
  const loaded = useLoaded(() => session.call(listFormerImports))
  const { value, reload } = loaded
  const [open, setOpen] = useState<string>()
  useLookAgain(loaded, value?.imports.some(isUnderWay) ? LOOK_MS : undefined)
  const show = (importId: string | undefined): void => {
    setOpen(importId)
    reload()
  }
  return (
    <Card>
      <Title3 as="h2">{former.title}</Title3>
      <Text>{former.body}</Text>
      <Upload
        words={former}
        accept=".jsonl,.ndjson,.json,.txt"
        mostBytes={MOST_FORMER_BYTES}
        send={(name, body) => session.call(uploadFormerImport, { query: { name }, body })}
        onTaken={show}
      />
      {open && <Open key={open} importId={open} onClose={() => show(undefined)} />}
      <Loading loaded={loaded}>
        {({ imports: all }) => (
          <ul className={styles.list} aria-live="polite">
            {all.length === 0 && (
              <li>
                <Text className={styles.quiet}>{former.none}</Text>
              </li>
            )}
            {all
              .filter(({ importId }) => importId !== open)
              .map(one => (
                <li key={one.importId} className={styles.column}>
                  <Line one={one} onOpen={() => show(one.importId)} onChange={reload} />
                </li>
              ))}
          </ul>
        )}
      </Loading>
    </Card>
  )
}

function Open({ importId, onClose }: { readonly importId: string; readonly onClose: () => void }): ReactNode {
  const styles = useStyles()
  const { session, words } = useApp()
  const { former } = words.enrollment
  const params = { importId }
  const loaded = useLoaded(() => session.call(checkFormerImport, { params }))
  const { busy, run, problem } = usePress()
  const carryOut = ({ seen }: Report): void =>
    run(async () => {
      await session.call(carryOutFormerImport, { params, body: { seen } })
      onClose()
    })
  return (
    <section aria-label={former.wouldBring} className={styles.column}>
      <Loading loaded={loaded}>
        {report => (
          <>
            <Subtitle2 as="h3">{former.wouldBring}</Subtitle2>
            <Summary report={report} />
            {report.findings.length > 0 && (
              <Findings
                words={former}
                found={report.findings.map(one => ({ ...one, at: former.finding(one.line, one.field, one.account) }))}
                rest={report.errors + report.notes - report.findings.length}
                save={() => session.save(saveFormerReport, { params })}
              />
            )}
            <div className={styles.row}>
              {report.errors === 0 && report.people > 0 && (
                <Button appearance="primary" disabled={busy} onClick={() => carryOut(report)}>
                  {former.carryOut}
                </Button>
              )}
              <Button disabled={busy} onClick={loaded.reload}>
                {former.checkAgain}
              </Button>
            </div>
          </>
        )}
      </Loading>
      {problem}
      <div>
        <Button appearance="subtle" onClick={onClose}>
          {former.close}
        </Button>
      </div>
    </section>
  )
}

/** In a few sentences, also for those who hear the page. */
function Summary({ report }: { readonly report: Report }): ReactNode {
  const styles = useStyles()
  const app = useApp()
  const { former } = app.words.enrollment
  const { people, conversations, messages, from, to, leftOut, errors } = report
  const { unknown, not_linked: notLinked, left } = leftOut
  const parts = [
    ...(errors > 0 ? [former.errors(errors)] : []),
    ...(people > 0 ? [`${former.counts(people, conversations, messages)}.`] : []),
    ...(people === 0 && errors === 0 ? [former.nothing] : []),
    ...(from && to ? [former.span(formatDay(from, app), formatDay(to, app))] : []),
    ...(unknown + notLinked + left > 0 ? [former.leftOut(unknown, notLinked, left)] : [])
  ]
  return (
    <MessageBar intent={errors > 0 ? 'error' : people > 0 ? 'success' : 'warning'} layout="multiline">
      <MessageBarBody className={styles.text}>{parts.join(' ')}</MessageBarBody>
    </MessageBar>
  )
}

type LineProps = { readonly one: One; readonly onOpen: () => void; readonly onChange: () => void }

function Line({ one, onOpen, onChange }: LineProps): ReactNode {
  const styles = useStyles()
  const app = useApp()
  const { former } = app.words.enrollment
  const { busy, run, problem } = usePress()
  const [asking, setAsking] = useState(false)
  const { importId, fileName, state, people, conversations, messages } = one
  const decide = (endpoint: typeof cancelFormerImport): void =>
    run(async () => {
      await app.session.call(endpoint, { params: { importId } })
      setAsking(false)
      onChange()
    })
  return (
    <>
      <div className={styles.row}>
        <Text className={styles.text}>
          {former.line(fileName, former.states[state], formatMoment(one.decidedAt ?? one.uploadedAt, app))}
          {people > 0 && ` (${former.counts(people, conversations, messages)})`}
          {state === 'importing' && ` ${former.progress(one.linesDone, one.lines)}`}
        </Text>
        {state === 'open' && (
          <>
            <Button size="small" aria-label={former.goOn(fileName)} disabled={busy} onClick={onOpen}>
              {former.goOnShort}
            </Button>
            <Button
              size="small"
              aria-label={former.cancel(fileName)}
              disabled={busy}
              onClick={() => decide(cancelFormerImport)}
            >
              {former.cancelShort}
            </Button>
          </>
        )}
        {state === 'imported' && !asking && (
          <Button size="small" aria-label={former.undo(fileName)} disabled={busy} onClick={() => setAsking(true)}>
            {former.undoShort}
          </Button>
        )}
      </div>
      {asking && (
        <>
          <Text>{former.undoBody}</Text>
          <div className={styles.row}>
            <Button appearance="primary" disabled={busy} onClick={() => decide(undoFormerImport)}>
              {former.remove}
            </Button>
            <Button disabled={busy} onClick={() => setAsking(false)}>
              {former.keep}
            </Button>
          </div>
        </>
      )}
      {problem}
    </>
  )
}
