/** Moving in from a spreadsheet: the upload, what became of earlier ones, and the one that is being decided. */
import { Button, Card, Text, Title3, makeStyles, tokens } from '@fluentui/react-components'
import { useState, type ReactNode } from 'react'
import type { z } from 'zod'
import type { DryRun } from '../../../api/contract/enrollment-admin.ts'
import {
  cancelImport,
  listImports,
  MOST_FILE_BYTES,
  undoImport,
  uploadImport
} from '../../../api/contract/enrollment-imports.ts'
import { formatMoment, useApp } from '../../context.ts'
import { Loading, useLoaded } from '../../load.tsx'
import { usePress } from '../../press.tsx'
import { Outcome } from './dry-run.tsx'
import { OpenImport } from './open-import.tsx'
import { Upload } from './upload.tsx'

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', gap: '12px' },
  list: { margin: 0, padding: 0, listStyle: 'none', display: 'flex', flexDirection: 'column', gap: '12px' },
  row: { display: 'flex', gap: '8px', flexWrap: 'wrap', alignItems: 'center' },
  text: { overflowWrap: 'anywhere', whiteSpace: 'normal' },
  quiet: { color: tokens.colorNeutralForeground2 }
})

type Props = { readonly onRun: () => void }
type One = z.output<typeof listImports.answer>['imports'][number]

export function Imports({ onRun }: Props): ReactNode {
  const styles = useStyles()
  const { session, words } = useApp()
  const { imports } = words.enrollment
  const loaded = useLoaded(() => session.call(listImports))
  const [open, setOpen] = useState<string>()
  const [done, setDone] = useState(false)
  const show = (importId: string | undefined): void => {
    setOpen(importId)
    setDone(false)
    loaded.reload()
  }
  const finish = (): void => {
    show(undefined)
    setDone(true)
    onRun()
  }
  return (
    <Card>
      <Title3 as="h2">{imports.title}</Title3>
      <Text>{imports.body}</Text>
      <Upload
        words={imports}
        accept=".xlsx,.csv,.tsv,.txt"
        mostBytes={MOST_FILE_BYTES}
        send={(name, body) => session.call(uploadImport, { query: { name }, body })}
        onTaken={show}
      />
      {done && <output>{imports.imported}</output>}
      {open && <OpenImport key={open} importId={open} onClose={() => show(undefined)} onDone={finish} />}
      <Loading loaded={loaded}>
        {({ imports: all }) => (
          <ul className={styles.list}>
            {all.length === 0 && (
              <li>
                <Text className={styles.quiet}>{imports.none}</Text>
              </li>
            )}
            {all
              .filter(({ importId }) => importId !== open)
              .map(one => (
                <li key={one.importId} className={styles.column}>
                  <Line one={one} onOpen={() => show(one.importId)} onChange={loaded.reload} onRun={onRun} />
                </li>
              ))}
          </ul>
        )}
      </Loading>
    </Card>
  )
}

type LineProps = Props & { readonly one: One; readonly onOpen: () => void; readonly onChange: () => void }

function Line({ one, onOpen, onChange, onRun }: LineProps): ReactNode {
  const styles = useStyles()
  const app = useApp()
  const { imports } = app.words.enrollment
  const { busy, run, problem } = usePress()
  const [undo, setUndo] = useState<DryRun>()
  const { importId, fileName, state } = one
  const params = { importId }
  const cancel = (): void =>
    run(async () => {
      await app.session.call(cancelImport, { params })
      onChange()
    })
  const askUndo = (): void =>
    run(async () => setUndo((await app.session.call(undoImport, { params, body: { mode: 'dry' } })).dry ?? undefined))
  const withdraw = (): void =>
    run(async () => {
      await app.session.call(undoImport, { params, body: { mode: 'carry_out' } })
      setUndo(undefined)
      onChange()
      onRun()
    })
  return (
    <>
      <div className={styles.row}>
        <Text className={styles.text}>
          {imports.line(fileName, imports.states[state], formatMoment(one.decidedAt ?? one.uploadedAt, app))}
          {one.assignments + one.rules > 0 && ` (${imports.counts(one.assignments, one.rules)})`}
        </Text>
        {state === 'open' && (
          <>
            <Button size="small" aria-label={imports.goOn(fileName)} disabled={busy} onClick={onOpen}>
              {imports.goOnShort}
            </Button>
            <Button size="small" aria-label={imports.cancel(fileName)} disabled={busy} onClick={cancel}>
              {imports.cancelShort}
            </Button>
          </>
        )}
        {state === 'imported' && !undo && (
          <Button size="small" aria-label={imports.undo(fileName)} disabled={busy} onClick={askUndo}>
            {imports.undoShort}
          </Button>
        )}
      </div>
      {undo && (
        <>
          <Text>{imports.undoDry}</Text>
          <Outcome dry={undo} />
          <div className={styles.row}>
            <Button appearance="primary" disabled={busy} onClick={withdraw}>
              {imports.withdraw}
            </Button>
            <Button disabled={busy} onClick={() => setUndo(undefined)}>
              {imports.keep}
            </Button>
          </div>
        </>
      )}
      {problem}
    </>
  )
}
