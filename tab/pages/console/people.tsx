/** The admin looks through the directory: search, filters, a page at a time, one person, and the groups with their sizes. */
import { Badge, Button, Field, Input, Text, makeStyles, tokens } from '@fluentui/react-components'
import { useRef, useState, type FormEvent, type ReactNode } from 'react'
import {
  browsePeople,
  listDirectoryGroups,
  PEOPLE_FILTERS,
  type BrowsedPerson
} from '../../../api/contract/people-browser.ts'
import { useApp } from '../../context.ts'
import { Loading, useLoaded } from '../../load.tsx'
import { usePress } from '../../press.tsx'
import { Choice, Sheet } from './form.tsx'
import { GroupSizes } from './group-sizes.tsx'
import { PersonView } from './person-view.tsx'

const useStyles = makeStyles({
  browser: { display: 'flex', flexDirection: 'column', gap: '12px' },
  row: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'flex-end' },
  search: { flex: '1 1 220px' },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '8px' },
  one: { display: 'flex', gap: '8px', alignItems: 'center', justifyContent: 'space-between', flexWrap: 'wrap' },
  who: { display: 'flex', flexDirection: 'column', minWidth: 0, overflowWrap: 'anywhere', flex: '1 1 200px' },
  quiet: { color: tokens.colorNeutralForeground2 }
})

type Asked = {
  readonly search: string
  readonly filter: (typeof PEOPLE_FILTERS)[number]
  readonly group: string
  readonly cohort: string
}
const NOTHING: Asked = { search: '', filter: 'all', group: '', cohort: '' }

export function People(): ReactNode {
  const { session, words } = useApp()
  const groups = useLoaded(() => session.call(listDirectoryGroups))
  const [open, setOpen] = useState<string>()
  return (
    <>
      <Sheet title={words.directoryPeople.title} body={words.directoryPeople.body}>
        {open && <PersonView personId={open} onBack={() => setOpen(undefined)} />}
        {/* What was found stays for the way back. */}
        <div hidden={open !== undefined}>
          <Loading loaded={groups}>
            {({ groups: names, cohorts }) => (
              <Browser
                groups={names.map(({ name }) => name)}
                cohorts={cohorts.map(({ name }) => name)}
                onOpen={setOpen}
              />
            )}
          </Loading>
        </div>
      </Sheet>
      <Loading loaded={groups}>{sizes => <GroupSizes sizes={sizes} />}</Loading>
    </>
  )
}

type BrowserProps = {
  readonly groups: readonly string[]
  readonly cohorts: readonly string[]
  readonly onOpen: (personId: string) => void
}

function Browser({ groups, cohorts, onOpen }: BrowserProps): ReactNode {
  const styles = useStyles()
  const { session, words } = useApp()
  const { directoryPeople: said } = words
  const [asked, setAsked] = useState(NOTHING)
  const newest = useRef(asked)
  const [typed, setTyped] = useState('')
  const first = useLoaded(() => ask(NOTHING))
  const [found, setFound] = useState<Awaited<ReturnType<typeof ask>>>()
  const { busy, run, problem } = usePress()
  const page = found ?? first.value
  function ask({ search, filter, group, cohort }: Asked, after?: string) {
    const query = {
      filter,
      ...(search ? { search } : {}),
      ...(group ? { group } : {}),
      ...(cohort ? { cohort } : {}),
      ...(after ? { after } : {})
    }
    return session.call(browsePeople, { query })
  }
  const look = (next: Asked): void => {
    setAsked(next)
    newest.current = next
    run(async () => {
      const answer = await ask(next)
      // An answer that was overtaken is of what nobody asks any more.
      if (newest.current === next) setFound(answer)
    })
  }
  const find = (event: FormEvent): void => {
    event.preventDefault()
    look({ ...asked, search: typed.trim() })
  }
  const more = (after: string): void =>
    run(async () => {
      const next = await ask(asked, after)
      if (newest.current !== asked) return
      setFound({ ...next, people: [...(page?.people ?? []), ...next.people] })
    })
  const options = (names: readonly string[]) => [['', said.any] as const, ...names.map(name => [name, name] as const)]
  return (
    <div className={styles.browser}>
      <form className={styles.browser} onSubmit={find}>
        <div className={styles.row}>
          <Field label={said.search} className={styles.search}>
            <Input value={typed} maxLength={100} onChange={(_event, { value }) => setTyped(value)} />
          </Field>
          <Button type="submit" disabled={busy}>
            {said.find}
          </Button>
        </div>
        <div className={styles.row}>
          <Choice
            label={said.filter}
            value={asked.filter}
            options={PEOPLE_FILTERS.map(name => [name, said.filters[name]] as const)}
            onChange={value => look({ ...asked, filter: PEOPLE_FILTERS.find(name => name === value) ?? 'all' })}
          />
          <Choice
            label={said.group}
            value={asked.group}
            options={options(groups)}
            onChange={group => look({ ...asked, group })}
          />
          <Choice
            label={said.cohort}
            value={asked.cohort}
            options={options(cohorts)}
            onChange={cohort => look({ ...asked, cohort })}
          />
        </div>
      </form>
      {problem}
      <Loading loaded={{ ...first, value: page }}>
        {({ people, next }) => (
          <>
            <output className={styles.quiet}>{people.length === 0 ? said.none : said.shown(people.length)}</output>
            <ul className={styles.list}>
              {people.map(person => (
                <One key={person.personId} person={person} onOpen={() => onOpen(person.personId)} />
              ))}
            </ul>
            {next && (
              <div>
                <Button disabled={busy} onClick={() => more(next)}>
                  {said.more}
                </Button>
              </div>
            )}
          </>
        )}
      </Loading>
    </div>
  )
}

function One({ person, onOpen }: { readonly person: BrowsedPerson; readonly onOpen: () => void }): ReactNode {
  const styles = useStyles()
  const { directoryPeople: said } = useApp().words
  const name = person.name || person.email || said.noName
  return (
    <li className={styles.one}>
      <div className={styles.who}>
        <Text weight="semibold">{name}</Text>
        <Text size={200} className={styles.quiet}>
          {[person.email, person.title, person.department].filter(Boolean).join(' · ')}
        </Text>
      </div>
      <Badge appearance="tint" color={person.access ? 'success' : 'informative'}>
        {person.access ? said.access : said.noAccess}
      </Badge>
      <Button size="small" aria-label={said.look(name)} onClick={onOpen}>
        {said.open}
      </Button>
    </li>
  )
}
