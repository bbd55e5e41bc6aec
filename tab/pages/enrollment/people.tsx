/** Who has access to what and why, each with receipts, and exceptions for one person. */
import {
  Badge,
  Button,
  Card,
  Field,
  Input,
  Subtitle2,
  Text,
  Title3,
  makeStyles,
  tokens
} from '@fluentui/react-components'
import { useEffect, useState, type ReactNode } from 'react'
import type { z } from 'zod'
import { listEnrolledPeople } from '../../../api/contract/enrollment-admin.ts'
import { useApp } from '../../context.ts'
import { Loading, useLoaded } from '../../load.tsx'
import { ExceptionForm } from './exception-form.tsx'
import { Receipts } from './receipts.tsx'
import type { RulesEditor } from './use-rules.ts'

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', gap: '16px' },
  person: { display: 'flex', flexDirection: 'column', gap: '4px', overflowWrap: 'anywhere' },
  row: { display: 'flex', gap: '8px', flexWrap: 'wrap', alignItems: 'center' },
  field: { gridTemplateColumns: 'minmax(0, 1fr)' },
  wide: { minWidth: 0 },
  badge: { height: 'auto', whiteSpace: 'normal' },
  quiet: { color: tokens.colorNeutralForeground2 }
})

type Page = z.output<typeof listEnrolledPeople.answer>
type Person = Page['people'][number]

const TYPING_MS = 250

export function People({ rules }: { readonly rules: RulesEditor }): ReactNode {
  const styles = useStyles()
  const { enrollment } = useApp().words
  const [typed, setTyped] = useState('')
  const [search, setSearch] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setSearch(typed.trim()), TYPING_MS)
    return () => clearTimeout(timer)
  }, [typed])
  return (
    <Card>
      <Title3 as="h2">{enrollment.people}</Title3>
      <Text>{enrollment.peopleBody}</Text>
      <Field label={enrollment.search} className={styles.field}>
        <Input className={styles.wide} type="search" value={typed} onChange={(_event, { value }) => setTyped(value)} />
      </Field>
      <Found key={search} search={search} rules={rules} />
    </Card>
  )
}

type FoundProps = { readonly search: string; readonly rules: RulesEditor; readonly after?: string }

/** A page of people; the next one appends itself. */
function Found({ search, rules, after }: FoundProps): ReactNode {
  const styles = useStyles()
  const { session, words } = useApp()
  const { enrollment } = words
  const [more, setMore] = useState(false)
  const loaded = useLoaded(() =>
    session.call(listEnrolledPeople, { query: { ...(search ? { search } : {}), ...(after ? { after } : {}) } })
  )
  return (
    <Loading loaded={loaded}>
      {({ people, next }) => (
        <div className={styles.column}>
          {people.length === 0 && <Text className={styles.quiet}>{enrollment.noPeople}</Text>}
          {people.map(person => (
            <One key={person.personId} person={person} rules={rules} />
          ))}
          {next && !more && (
            <div>
              <Button onClick={() => setMore(true)}>{enrollment.next}</Button>
            </div>
          )}
          {next && more && <Found search={search} rules={rules} after={next} />}
        </div>
      )}
    </Loading>
  )
}

function One({ person, rules }: { readonly person: Person; readonly rules: RulesEditor }): ReactNode {
  const styles = useStyles()
  const { words } = useApp()
  const { enrollment } = words
  const [open, setOpen] = useState<'receipts' | 'exception'>()
  const { name, enrollments } = person
  const toggle = (panel: 'receipts' | 'exception') => (): void => setOpen(open === panel ? undefined : panel)
  return (
    <div className={styles.person}>
      <Subtitle2 as="h3">{person.mayLearn ? name : `${name} (${enrollment.left})`}</Subtitle2>
      {person.siteLearner && (
        <Text size={200} className={styles.quiet}>
          {words.signUps.onlyThere}
        </Text>
      )}
      <div className={styles.row}>
        {enrollments.length === 0 && (
          <Text size={200} className={styles.quiet}>
            {enrollment.nothingHeld}
          </Text>
        )}
        {enrollments.map(({ target, state, problem }) => (
          <Badge
            key={`${target.kind}${target.id}`}
            appearance="tint"
            className={styles.badge}
            color={state === 'open' ? 'success' : state === 'failed' ? 'danger' : 'informative'}
          >
            {`${target.name}: ${problem ? (enrollment.problems[problem]?.[0] ?? enrollment.states[state]) : enrollment.states[state]}`}
          </Badge>
        ))}
      </div>
      <div className={styles.row}>
        <Button
          size="small"
          aria-expanded={open === 'receipts'}
          aria-label={open === 'receipts' ? words.signUps.hideOf(name) : enrollment.receiptsOf(name)}
          onClick={toggle('receipts')}
        >
          {open === 'receipts' ? enrollment.hide : enrollment.receipts}
        </Button>
        <Button
          size="small"
          aria-expanded={open === 'exception'}
          aria-label={enrollment.exceptFor(name)}
          onClick={toggle('exception')}
        >
          {enrollment.except}
        </Button>
      </div>
      {open === 'receipts' && <Receipts personId={person.personId} />}
      {open === 'exception' && <ExceptionForm person={person} rules={rules} onDone={() => setOpen(undefined)} />}
    </div>
  )
}
