/** Accounts one by one, what the site shows beside what CI knows: the same person, none of them, later, or taken back. */
import { Button, Field, Input, Select, Subtitle2, Text, makeStyles, tokens } from '@fluentui/react-components'
import { useEffect, useState, type ReactNode } from 'react'
import type { z } from 'zod'
import { decideLearners, LEARNER_STATES, listSiteLearners, type LearnerState } from '../../../api/contract/moving.ts'
import { formatDay, formatMoment, useApp, type Shared } from '../../context.ts'
import { Loading, useLoaded } from '../../load.tsx'
import { usePress } from '../../press.tsx'
import { Evidence } from './together.tsx'

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', gap: '12px' },
  list: { margin: 0, padding: 0, listStyle: 'none', display: 'flex', flexDirection: 'column', gap: '16px' },
  item: { borderTop: `1px solid ${tokens.colorNeutralStroke2}`, paddingTop: '12px' },
  sides: { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(min(240px, 100%), 1fr))', gap: '12px' },
  side: { display: 'flex', flexDirection: 'column', gap: '4px', overflowWrap: 'anywhere', minWidth: 0 },
  row: { display: 'flex', gap: '8px', flexWrap: 'wrap' },
  field: { gridTemplateColumns: 'minmax(0, 1fr)' },
  wide: { minWidth: 0 },
  quiet: { color: tokens.colorNeutralForeground2 }
})

/** Which accounts: in one state, and of one evidence where the admin chose a group. */
export type Shown = { readonly state: LearnerState; readonly evidence?: string }

type Learner = z.output<typeof listSiteLearners.answer>['learners'][number]
type Candidate = Learner['candidates'][number]
type Props = { readonly shown: Shown; readonly onShow: (shown: Shown) => void; readonly onDone: () => void }

const TYPING_MS = 250

export function LearnerList({ shown, onShow, onDone }: Props): ReactNode {
  const styles = useStyles()
  const { moving } = useApp().words
  const [typed, setTyped] = useState('')
  const [search, setSearch] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setSearch(typed.trim()), TYPING_MS)
    return () => clearTimeout(timer)
  }, [typed])
  const choose = (value: string): void => {
    const state = LEARNER_STATES.find(each => each === value)
    if (state) onShow({ state })
  }
  return (
    <section className={styles.column}>
      <Subtitle2 as="h3">{moving.list}</Subtitle2>
      <Field label={moving.state} className={styles.field}>
        <Select value={shown.state} onChange={(_event, { value }) => choose(value)}>
          {LEARNER_STATES.map(state => (
            <option key={state} value={state}>
              {moving.states[state]}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={moving.search} className={styles.field}>
        <Input className={styles.wide} type="search" value={typed} onChange={(_event, { value }) => setTyped(value)} />
      </Field>
      {shown.evidence !== undefined && (
        <div className={styles.row}>
          <Text>{moving.onlyGroup}</Text>
          <Button size="small" onClick={() => onShow({ state: shown.state })}>
            {moving.all}
          </Button>
        </div>
      )}
      <Page key={`${shown.state} ${shown.evidence ?? ''} ${search}`} shown={shown} search={search} onDone={onDone} />
    </section>
  )
}

type PageProps = {
  readonly shown: Shown
  readonly search: string
  readonly after?: string
  readonly onDone: () => void
}

function Page({ shown, search, after, onDone }: PageProps): ReactNode {
  const styles = useStyles()
  const { session, words } = useApp()
  const { moving } = words
  const [more, setMore] = useState(false)
  const query = { ...shown, ...(search ? { search } : {}), ...(after ? { after } : {}) }
  const loaded = useLoaded(() => session.call(listSiteLearners, { query }))
  return (
    <Loading loaded={loaded}>
      {({ learners, next }) => (
        <>
          {learners.length === 0 && !after && <Text className={styles.quiet}>{moving.empty}</Text>}
          <ul className={styles.list}>
            {learners.map(learner => (
              <li key={learner.userId} className={styles.item}>
                <One learner={learner} onDone={onDone} />
              </li>
            ))}
          </ul>
          {next && !more && (
            <div>
              <Button onClick={() => setMore(true)}>{moving.more}</Button>
            </div>
          )}
          {next && more && <Page shown={shown} search={search} after={next} onDone={onDone} />}
        </>
      )}
    </Loading>
  )
}

type OneProps = { readonly learner: Learner; readonly onDone: () => void }

function One({ learner, onDone }: OneProps): ReactNode {
  const styles = useStyles()
  const app = useApp()
  const { moving } = app.words
  const [reason, setReason] = useState('')
  const [given, setGiven] = useState('')
  const press = usePress()
  const { userId } = learner
  const decide = (body: z.input<typeof decideLearners.body>): void =>
    press.run(async () => {
      const { givenMeanwhile } = await app.session.call(decideLearners, { body })
      setGiven(givenMeanwhile.join(', '))
      // Courses that stay open on a wrong account are read before the list moves on.
      if (givenMeanwhile.length === 0) onDone()
    })
  const account = moving.account(learner.name, learner.email)
  return (
    <div className={styles.side}>
      <div className={styles.sides}>
        <div className={styles.side}>
          <Text size={200} className={styles.quiet}>
            {moving.onSite}
          </Text>
          <Text weight="semibold">{account}</Text>
          {factsOf(learner, app).map(fact => (
            <Text key={fact} size={200}>
              {fact}
            </Text>
          ))}
        </div>
        {learner.candidates.map(candidate => (
          <Person
            key={candidate.personId}
            candidate={candidate}
            account={account}
            open={isOpen(learner)}
            busy={press.busy}
            onAccept={() => decide({ what: 'accept', userId, personId: candidate.personId, reason })}
          />
        ))}
      </div>
      {learner.decided && (
        <Text size={200} className={styles.quiet}>
          {moving.decided(learner.decided.by, formatMoment(learner.decided.at, app), learner.decided.reason)}
        </Text>
      )}
      <Turns
        {...{ learner, account, reason, setReason }}
        busy={press.busy}
        onTurn={what => decide({ what, userId, reason })}
      />
      {given && <Text role="alert">{moving.given(given)}</Text>}
      {press.problem}
    </div>
  )
}

const isOpen = ({ state }: Learner): boolean => state === 'certain' || state === 'review' || state === 'postponed'

function factsOf(learner: Learner, app: Shared): readonly string[] {
  const { moving } = app.words
  const { employeeNumber, formerId, createdAt, roles } = learner
  return [
    ...(employeeNumber ? [moving.number(employeeNumber)] : []),
    ...(formerId ? [moving.formerIdOf(formerId)] : []),
    ...(createdAt ? [moving.since(formatDay(createdAt, app))] : []),
    ...(roles.length > 0 ? [moving.roles(roles.join(', '))] : [])
  ]
}

type PersonProps = {
  readonly candidate: Candidate
  readonly account: string
  readonly open: boolean
  readonly busy: boolean
  readonly onAccept: () => void
}

function Person({ candidate, account, open, busy, onAccept }: PersonProps): ReactNode {
  const styles = useStyles()
  const { moving } = useApp().words
  const { name, email, employeeNumber, department, active, grounds, doubts, mayAccept } = candidate
  return (
    <div className={styles.side}>
      <Text size={200} className={styles.quiet}>
        {moving.atCi}
      </Text>
      <Text weight="semibold">{moving.account(name, email ?? '')}</Text>
      {[
        ...(employeeNumber ? [moving.number(employeeNumber)] : []),
        ...(department ? [department] : []),
        ...(active ? [] : [moving.left])
      ].map(fact => (
        <Text key={fact} size={200}>
          {fact}
        </Text>
      ))}
      {(grounds.length > 0 || doubts.length > 0) && <Evidence grounds={grounds} doubts={doubts} />}
      {open && mayAccept && (
        <div>
          <Button size="small" disabled={busy} aria-label={moving.acceptOf(account, name)} onClick={onAccept}>
            {moving.accept}
          </Button>
        </div>
      )}
    </div>
  )
}

type TurnsProps = {
  readonly learner: Learner
  readonly account: string
  readonly reason: string
  readonly setReason: (reason: string) => void
  readonly busy: boolean
  readonly onTurn: (what: 'refuse' | 'postpone' | 'undo') => void
}

function Turns({ learner, account, reason, setReason, busy, onTurn }: TurnsProps): ReactNode {
  const styles = useStyles()
  const { moving } = useApp().words
  const { state } = learner
  const open = isOpen(learner)
  if (!open && state !== 'linked' && state !== 'refused') return null
  return (
    <>
      <Field label={moving.reason} className={styles.field}>
        <Input
          className={styles.wide}
          value={reason}
          maxLength={500}
          onChange={(_event, { value }) => setReason(value)}
        />
      </Field>
      <div className={styles.row}>
        {open && (
          <Button size="small" disabled={busy} aria-label={moving.refuseOf(account)} onClick={() => onTurn('refuse')}>
            {moving.refuse}
          </Button>
        )}
        {open && state !== 'postponed' && (
          <Button size="small" disabled={busy} aria-label={moving.laterOf(account)} onClick={() => onTurn('postpone')}>
            {moving.later}
          </Button>
        )}
        {!open && (
          <Button size="small" disabled={busy} aria-label={moving.undoOf(account)} onClick={() => onTurn('undo')}>
            {moving.undo}
          </Button>
        )}
      </div>
    </>
  )
}
