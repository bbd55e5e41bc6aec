/** The people to be, each with their local time. */
import { Input, Text, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useEffect, useState, type ReactNode } from 'react'
import * as control from '../control/contract.ts'
import { call } from './api.ts'
import { localTime } from './format.ts'

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
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` }
  },
  chosen: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    color: tokens.colorNeutralForeground1Selected,
    boxShadow: `inset 3px 0 0 ${tokens.colorBrandForeground1}`
  },
  quiet: { color: tokens.colorNeutralForeground2 },
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

export function Rail({ state, chosen, onChoose }: Props): ReactNode {
  const styles = useStyles()
  const [search, setSearch] = useState('')
  const [found, setFound] = useState<readonly control.SandboxPerson[]>([])
  useEffect(() => {
    if (!search.trim()) {
      setFound([])
      return
    }
    const timer = setTimeout(
      () => void call(control.listPeople, { query: { search, limit: 20 } }).then(({ people }) => setFound(people)),
      200
    )
    return () => clearTimeout(timer)
  }, [search])
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
      {search.trim() !== '' && found.length === 0 && <Text size={200}>Nobody by that name</Text>}
      {found.map(entry)}
      {search.trim() === '' &&
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
