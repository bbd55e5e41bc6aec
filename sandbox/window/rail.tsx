/** The people to be, each with their local time. */
import { Input, Text, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useEffect, useState, type ReactNode } from 'react'
import * as control from '../control/contract.ts'
import { call } from './api.ts'
import { localTime } from './format.ts'
import { sayProblem } from './use-work.ts'

const useStyles = makeStyles({
  rail: { display: 'flex', flexDirection: 'column', gap: '4px', padding: '12px 8px', overflowY: 'auto' },
  person: {
    display: 'grid',
    width: '100%',
    textAlign: 'left',
    border: 0,
    font: 'inherit',
    color: 'inherit',
    backgroundColor: 'transparent',
    padding: '8px 10px',
    borderRadius: tokens.borderRadiusMedium,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' }
  },
  chosen: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    color: tokens.colorNeutralForeground1Selected,
    boxShadow: `inset 3px 0 0 ${tokens.colorBrandForeground1}`,
    // Shadows and grounds are gone there.
    '@media (forced-colors: active)': { borderLeft: '3px solid Highlight' }
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  found: { fontSize: tokens.fontSizeBase200, padding: '0 10px' },
  company: { padding: '12px 10px 2px' }
})

const ROLES: Readonly<Record<control.SandboxPerson['role'], string>> = {
  employee: 'Employee',
  manager: 'Manager',
  hr: 'HR',
  admin: 'IT admin',
  newcomer: 'New hire'
}

type Props = {
  readonly state: control.SandboxState
  readonly chosen: string
  readonly onChoose: (person: control.SandboxPerson) => void
}

const LIMIT = 20

function sayFound(count: number): string {
  if (count === 0) return 'Nobody by that name or title'
  return count === LIMIT ? `The first ${LIMIT}; type more to narrow it down` : `${count} found`
}

export function Rail({ state, chosen, onChoose }: Props): ReactNode {
  const styles = useStyles()
  const [search, setSearch] = useState('')
  const searching = search.trim()
  /** Undefined while it is looked for. */
  const [found, setFound] = useState<readonly control.SandboxPerson[]>()
  const [problem, setProblem] = useState('')
  useEffect(() => {
    setFound(undefined)
    setProblem('')
    if (!searching) return
    const stopped = new AbortController()
    const look = (): void =>
      void call(control.listPeople, { query: { search: searching, limit: LIMIT }, signal: stopped.signal }).then(
        ({ people }) => setFound(people),
        (error: unknown) => !stopped.signal.aborted && setProblem(sayProblem(error))
      )
    const timer = setTimeout(look, 200)
    return () => {
      clearTimeout(timer)
      stopped.abort()
    }
  }, [searching])
  const entry = (person: control.SandboxPerson): ReactNode => (
    <button
      key={person.key}
      type="button"
      className={mergeClasses(styles.person, person.key === chosen && styles.chosen)}
      aria-pressed={person.key === chosen}
      onClick={() => onChoose(person)}
    >
      <Text weight="semibold">{person.name}</Text>
      <Text size={200} className={person.key === chosen ? undefined : styles.quiet}>
        {person.left ? 'Left the company' : ROLES[person.role]} · {person.country} ·{' '}
        {localTime(state.now, person.timezone)}
      </Text>
    </button>
  )
  return (
    <nav className={styles.rail} aria-label="People to be">
      <Input
        placeholder="Find anybody"
        aria-label="Find anybody"
        value={search}
        onChange={(_event, { value }) => setSearch(value)}
      />
      <output className={styles.found}>{searching && (problem || (found && sayFound(found.length)))}</output>
      {found?.map(entry)}
      {!searching &&
        state.companies.map(company => (
          <section key={company.key} aria-label={company.name}>
            <Text as="h2" block size={200} weight="semibold" className={mergeClasses(styles.company, styles.quiet)}>
              {company.name} · {company.people} people
            </Text>
            {state.people.filter(({ companyKey }) => companyKey === company.key).map(entry)}
          </section>
        ))}
    </nav>
  )
}
