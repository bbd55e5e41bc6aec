/** The company's file, and the way out: the day, the hand-over, the receipt. */
import { Button, Card, Field, Input, Link, Text, Title3, makeStyles, tokens } from '@fluentui/react-components'
import { useState, type ReactNode } from 'react'
import {
  confirmHandOver,
  getLeaving,
  scheduleLeaving,
  undoLeaving,
  type LeavingPage,
  type LeavingView
} from '../../../api/contract/leaving.ts'
import { formatDay, formatMoment, useApp } from '../../context.ts'
import { Loading, useLoaded, useLookAgain } from '../../load.tsx'
import { usePress } from '../../press.tsx'
import { CompanyFile } from './file.tsx'

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', gap: '12px' },
  field: { maxWidth: '420px' },
  quiet: { color: tokens.colorNeutralForeground2 },
  link: { overflowWrap: 'anywhere' }
})

const LOOK_MS = 3000
const MOVES = new Set(['exporting', 'closing', 'erasing'])

export function Leaving(): ReactNode {
  const { session } = useApp()
  const loaded = useLoaded(() => session.call(getLeaving))
  const { value, reload } = loaded
  const moves =
    value !== undefined &&
    (value.exports.some(({ state }) => state === 'waiting') || MOVES.has(value.leaving?.state ?? ''))
  useLookAgain(loaded, moves ? LOOK_MS : undefined)
  return (
    <Loading loaded={loaded}>
      {page => (
        <>
          <CompanyFile page={page} onChange={reload} />
          <Plan page={page} onChange={reload} />
        </>
      )}
    </Loading>
  )
}

type Props = { readonly page: LeavingPage; readonly onChange: () => void }

function Plan({ page, onChange }: Props): ReactNode {
  const styles = useStyles()
  const { words } = useApp()
  const said = words.leaving
  const [undone, setUndone] = useState(false)
  return (
    <Card>
      <Title3 as="h2">{said.planTitle}</Title3>
      {page.leaving ? (
        <Standing
          leaving={page.leaving}
          company={page.company}
          onChange={isUndone => {
            setUndone(isUndone)
            onChange()
          }}
        />
      ) : (
        <div className={styles.column}>
          <output>{undone && said.undone}</output>
          <Text>{said.planBody}</Text>
          <Choose company={page.company} onChange={onChange} />
        </div>
      )}
    </Card>
  )
}

/** The end of that day where the owner is. */
const endOf = (day: string): Date => new Date(`${day}T23:59:00`)

function Choose({ company, onChange }: { readonly company: string; readonly onChange: () => void }): ReactNode {
  const styles = useStyles()
  const { session, words } = useApp()
  const said = words.leaving
  const [draft, setDraft] = useState({ day: '', reason: '', confirm: '' })
  const { busy, run, problem } = usePress()
  const day = endOf(draft.day)
  const isWhole = !Number.isNaN(day.getTime()) && draft.reason.trim().length >= 3 && draft.confirm.trim() === company
  const plan = (): void =>
    run(async () => {
      const { reason, confirm } = draft
      await session.call(scheduleLeaving, { body: { leavesAt: day.toISOString(), reason, confirm } })
      onChange()
    })
  return (
    <div className={styles.column}>
      <Field label={said.day} hint={said.dayHint} className={styles.field}>
        <Input type="date" value={draft.day} onChange={(_event, { value }) => setDraft({ ...draft, day: value })} />
      </Field>
      <Field label={said.reason} className={styles.field}>
        <Input
          value={draft.reason}
          maxLength={500}
          onChange={(_event, { value }) => setDraft({ ...draft, reason: value })}
        />
      </Field>
      <Field label={said.confirmName(company)} className={styles.field}>
        <Input value={draft.confirm} onChange={(_event, { value }) => setDraft({ ...draft, confirm: value })} />
      </Field>
      <div>
        <Button disabled={busy || !isWhole} onClick={plan}>
          {said.plan}
        </Button>
      </div>
      {problem}
    </div>
  )
}

type StandingProps = {
  readonly leaving: LeavingView
  readonly company: string
  readonly onChange: (isUndone: boolean) => void
}

function Standing({ leaving, company, onChange }: StandingProps): ReactNode {
  const styles = useStyles()
  const app = useApp()
  const { session, words } = app
  const said = words.leaving
  const { busy, run, problem } = usePress()
  const undo = (): void =>
    run(async () => {
      await session.call(undoLeaving)
      onChange(true)
    })
  return (
    <div className={styles.column}>
      <output>
        <Text weight="semibold">{said.states[leaving.state]}</Text>
      </output>
      <Text>{said.on(formatMoment(leaving.leavesAt, app))}</Text>
      <Text className={styles.quiet}>{said.by(leaving.by ?? words.roles.somebody, leaving.reason)}</Text>
      {leaving.state === 'scheduled' && (
        <>
          <Text>{said.tellPeople}</Text>
          <div>
            <Button disabled={busy} onClick={undo}>
              {said.undo}
            </Button>
          </div>
        </>
      )}
      {leaving.state === 'handing_over' && !leaving.confirmedAt && (
        <HandOver leaving={leaving} company={company} onChange={() => onChange(false)} />
      )}
      <Text weight="semibold">{said.receipt}</Text>
      <Text>{said.receiptBody}</Text>
      <Link className={styles.link} href={leaving.receiptUrl} target="_blank" rel="noopener">
        {leaving.receiptUrl}
      </Link>
      {problem}
    </div>
  )
}

function HandOver({ leaving, company, onChange }: Omit<StandingProps, 'onChange'> & { readonly onChange: () => void }) {
  const styles = useStyles()
  const app = useApp()
  const { session, words } = app
  const said = words.leaving
  const [confirm, setConfirm] = useState('')
  const { busy, run, problem } = usePress()
  const erase = (): void =>
    run(async () => {
      await session.call(confirmHandOver, { body: { confirm } })
      onChange()
    })
  return (
    <>
      {leaving.handOverUntil && <Text>{said.until(formatDay(leaving.handOverUntil, app))}</Text>}
      <Field label={said.confirmName(company)} className={styles.field}>
        <Input value={confirm} onChange={(_event, { value }) => setConfirm(value)} />
      </Field>
      <div>
        <Button disabled={busy || confirm.trim() !== company} onClick={erase}>
          {said.haveIt}
        </Button>
      </div>
      {problem}
    </>
  )
}
