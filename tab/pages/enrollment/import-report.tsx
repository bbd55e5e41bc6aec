/** What is wrong by row and what to do; once nothing is, what could be rules, what it would do, and the import. */
import {
  Button,
  Checkbox,
  Field,
  Input,
  MessageBar,
  MessageBarBody,
  Subtitle2,
  Text,
  makeStyles,
  tokens
} from '@fluentui/react-components'
import { useState, type ReactNode } from 'react'
import type { z } from 'zod'
import {
  carryOutImport,
  dryRunImport,
  saveImportReport,
  type checkImport
} from '../../../api/contract/enrollment-imports.ts'
import { useApp } from '../../context.ts'
import { usePress } from '../../press.tsx'
import { Outcome } from './dry-run.tsx'
import { Findings } from './findings.tsx'
import { conditionOf } from './sentences.ts'

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', gap: '12px' },
  set: { display: 'flex', flexDirection: 'column', gap: '8px', border: 0, margin: 0, padding: 0, minWidth: 0 },
  field: { gridTemplateColumns: 'minmax(0, 1fr)' },
  wide: { minWidth: 0 },
  text: { overflowWrap: 'anywhere', whiteSpace: 'normal' },
  quiet: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' }
})

export type Report = z.output<typeof checkImport.answer>
type Props = { readonly importId: string; readonly report: Report; readonly onDone: () => void }

/** In one sentence, also for those who hear the page. */
export function Summary({ report }: Pick<Props, 'report'>): ReactNode {
  const styles = useStyles()
  const { imports } = useApp().words.enrollment
  const { rows, people, assignments, needless, errors } = report
  return (
    <MessageBar intent={errors > 0 ? 'error' : 'success'} layout="multiline">
      <MessageBarBody className={styles.text}>
        {errors > 0 ? imports.errors(errors) : imports.noErrors} {imports.ready(assignments, people, rows)}
        {needless > 0 && ` ${imports.needless(needless)}`}
      </MessageBarBody>
    </MessageBar>
  )
}

export function ImportReport({ importId, report, onDone }: Props): ReactNode {
  const styles = useStyles()
  const { session, words } = useApp()
  const { imports } = words.enrollment
  return (
    <section aria-label={imports.report} className={styles.column}>
      {report.findings.length > 0 && (
        <>
          <Subtitle2 as="h3">{imports.report}</Subtitle2>
          <Findings
            words={imports}
            found={report.findings.map(one => ({ ...one, at: imports.finding(one.row, one.column, one.value) }))}
            rest={report.errors + report.notes - report.findings.length}
            save={() => session.save(saveImportReport, { params: { importId } })}
          />
        </>
      )}
      {report.errors === 0 && <Import {...{ importId, report, onDone }} />}
    </section>
  )
}

function Import({ importId, report, onDone }: Props): ReactNode {
  const styles = useStyles()
  const { session, words } = useApp()
  const { imports } = words.enrollment
  const { busy, run, problem } = usePress()
  const [proposals, setProposals] = useState<readonly string[]>([])
  const [shown, setShown] = useState<z.output<typeof dryRunImport.answer>>()
  const [reason, setReason] = useState('')
  const params = { importId }
  const toggle = (proposalId: string, on: boolean): void => {
    setShown(undefined)
    setProposals(on ? [...proposals, proposalId] : proposals.filter(each => each !== proposalId))
  }
  const show = (): void =>
    run(async () => setShown(await session.call(dryRunImport, { params, body: { proposals: [...proposals] } })))
  const carryOut = (seen: string): void =>
    run(async () => {
      await session.call(carryOutImport, { params, body: { proposals: [...proposals], seen, reason } })
      onDone()
    })
  return (
    <>
      {report.proposals.length > 0 && <Proposals {...{ report, proposals, toggle }} />}
      <div>
        <Button appearance={shown ? 'secondary' : 'primary'} disabled={busy} onClick={show}>
          {imports.dryRun}
        </Button>
      </div>
      {shown && (
        <>
          <Text>{imports.counts(shown.assignments, shown.rules)}</Text>
          <Outcome dry={shown.dry} />
          <Field label={imports.reason} className={styles.field}>
            <Input
              className={styles.wide}
              value={reason}
              maxLength={200}
              onChange={(_event, { value }) => setReason(value)}
            />
          </Field>
          <div>
            <Button appearance="primary" disabled={busy || reason.trim() === ''} onClick={() => carryOut(shown.seen)}>
              {imports.carryOut}
            </Button>
          </div>
        </>
      )}
      {problem}
    </>
  )
}

type ProposalsProps = {
  readonly report: Report
  readonly proposals: readonly string[]
  readonly toggle: (proposalId: string, on: boolean) => void
}

function Proposals({ report, proposals, toggle }: ProposalsProps): ReactNode {
  const styles = useStyles()
  const { enrollment } = useApp().words
  const { imports } = enrollment
  return (
    <fieldset className={styles.set}>
      <legend>
        <Text weight="semibold">{imports.proposals}</Text>
      </legend>
      <Text>{imports.proposalsBody}</Text>
      {report.proposals.map(({ proposalId, when, targets, covers, more, apart }) => (
        <div key={proposalId} className={styles.set}>
          <Checkbox
            label={`${conditionOf(when, enrollment)} ${enrollment.gives(targets.map(({ name }) => name).join(', '))}`}
            checked={proposals.includes(proposalId)}
            onChange={(_event, { checked }) => toggle(proposalId, checked === true)}
          />
          <Text size={200} className={styles.quiet}>
            {[
              imports.covers(covers),
              ...(more.people > 0 ? [imports.also(more.people, namesOf(more, enrollment.dry.more))] : []),
              ...(apart > 0 ? [imports.apart(apart)] : [])
            ].join(' ')}
          </Text>
        </div>
      ))}
    </fieldset>
  )
}

function namesOf(more: Report['proposals'][number]['more'], rest: (count: number) => string): string {
  const names = more.first.map(({ name }) => name).join(', ')
  const left = more.people - more.first.length
  return left > 0 ? `${names} ${rest(left)}` : names
}
