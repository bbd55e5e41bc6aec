/** For whoever helps people: whether somebody has access, what they are enrolled in, and having the learning site asked again. */
import { Button, Card, Field, Input, Text, Title3, makeStyles, tokens } from '@fluentui/react-components'
import { useState, type ReactNode } from 'react'
import { listEnrolledPeople, tryEnrollmentAgain } from '../../api/contract/enrollment-admin.ts'
import { formatDay, useApp } from '../context.ts'
import { Loading, useLoaded } from '../load.tsx'
import { usePress } from '../press.tsx'

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyle: 'none', display: 'flex', flexDirection: 'column', gap: '16px' },
  row: { display: 'flex', gap: '8px', flexWrap: 'wrap', alignItems: 'flex-end' },
  column: { display: 'flex', flexDirection: 'column', gap: '12px' },
  person: { display: 'flex', flexDirection: 'column', overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2 }
})

export function Lookup(): ReactNode {
  const styles = useStyles()
  const { session, words } = useApp()
  const said = words.lookup
  const [typed, setTyped] = useState('')
  const [search, setSearch] = useState('')
  const [asked, setAsked] = useState<number>()
  const { busy, run, problem } = usePress()
  const again = (): void =>
    run(async () => {
      const { people } = await session.call(tryEnrollmentAgain)
      setAsked(people)
    })
  return (
    <Card>
      <Title3 as="h2">{said.title}</Title3>
      <Text>{said.body}</Text>
      <form
        className={styles.row}
        onSubmit={event => {
          event.preventDefault()
          setSearch(typed.trim())
        }}
      >
        <Field label={said.search}>
          <Input type="search" value={typed} onChange={(_event, { value }) => setTyped(value)} />
        </Field>
        <Button type="submit" disabled={typed.trim() === ''}>
          {said.find}
        </Button>
      </form>
      {search && <Found key={search} search={search} />}
      <div>
        <Button disabled={busy} onClick={again}>
          {said.again}
        </Button>
      </div>
      <output>{asked !== undefined && said.asked(asked)}</output>
      {problem}
    </Card>
  )
}

function Found({ search }: { readonly search: string }): ReactNode {
  const styles = useStyles()
  const app = useApp()
  const { session, words } = app
  const said = words.lookup
  const loaded = useLoaded(() => session.call(listEnrolledPeople, { query: { search } }))
  return (
    <Loading loaded={loaded}>
      {({ people }) => (
        <div className={styles.column}>
          {people.length === 0 && <Text className={styles.quiet}>{said.nobody}</Text>}
          <ul className={styles.list}>
            {people.map(({ personId, name, mayLearn, enrollments }) => (
              <li key={personId} className={styles.person}>
                <Text weight="semibold">{name}</Text>
                <Text>{mayLearn ? said.access : said.noAccess}</Text>
                {enrollments.length === 0 && <Text className={styles.quiet}>{said.noCourses}</Text>}
                {enrollments.map(({ target, state, expiresAt, problem }) => (
                  <Text key={`${target.kind} ${target.id}`}>
                    {[target.name, said.states[state], expiresAt && said.until(formatDay(expiresAt, app)), problem]
                      .filter(Boolean)
                      .join(' · ')}
                  </Text>
                ))}
              </li>
            ))}
          </ul>
        </div>
      )}
    </Loading>
  )
}
