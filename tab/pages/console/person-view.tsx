/** One person as the directory says, and why they have access or not. Asking is recorded. */
import { Badge, Button, Subtitle2, Text, makeStyles, tokens } from '@fluentui/react-components'
import { useEffect, useRef, type ReactNode } from 'react'
import type { z } from 'zod'
import { lookUpPerson } from '../../../api/contract/people-browser.ts'
import { formatDay, useApp } from '../../context.ts'
import { Loading, useLoaded } from '../../load.tsx'

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', gap: '8px', alignItems: 'flex-start' },
  head: { display: 'flex', gap: '8px', alignItems: 'center', flexWrap: 'wrap' },
  list: { margin: 0, display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: '6px', overflowWrap: 'anywhere' },
  name: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0 }
})

type Props = { readonly personId: string; readonly onBack: () => void }

export function PersonView({ personId, onBack }: Props): ReactNode {
  const styles = useStyles()
  const { session, words } = useApp()
  const loaded = useLoaded(() => session.call(lookUpPerson, { params: { personId } }))
  const back = useRef<HTMLDivElement>(null)
  useEffect(() => back.current?.focus(), [])
  return (
    <div ref={back} tabIndex={-1} className={styles.column}>
      <Button onClick={onBack}>{words.directoryPeople.back}</Button>
      <Loading loaded={loaded}>{person => <Details person={person} />}</Loading>
    </div>
  )
}

type Person = z.output<typeof lookUpPerson.answer>

function Details({ person }: { readonly person: Person }): ReactNode {
  const styles = useStyles()
  const app = useApp()
  const { directoryPeople: said } = app.words
  const { fields } = said
  const cohorts = person.cohorts.map(({ name, rule }) => (rule ? said.rule(name, rule) : said.noRule(name)))
  const roles = person.roles.map(({ role, group }) => (group ? said.rule(said.roles[role], group) : said.roles[role]))
  const rows: readonly (readonly [string, string | null])[] = [
    [fields.email, person.email],
    [fields.title, person.title],
    [fields.department, person.department],
    [fields.manager, person.manager],
    [fields.reports, String(person.reports)],
    [fields.groups, person.groups.join(', ')],
    [fields.cohorts, cohorts.join(', ')],
    [fields.roles, roles.join(', ')],
    [fields.country, person.country],
    [fields.timezone, person.timezone],
    [fields.locale, person.locale],
    [fields.providerId, person.providerId],
    [fields.since, formatDay(person.since, app)],
    ...(person.goneSince ? [[fields.goneSince, formatDay(person.goneSince, app)] as const] : [])
  ]
  return (
    <>
      <div className={styles.head}>
        <Subtitle2 as="h3">{person.name || person.email || said.noName}</Subtitle2>
        <Badge appearance="tint" color={person.access ? 'success' : 'informative'}>
          {person.access ? said.access : said.noAccess}
        </Badge>
      </div>
      <Text weight="semibold">{said.because[person.because](person.accessGroup ?? '')}</Text>
      <dl className={styles.list}>
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt className={styles.name}>{name}</dt>
            <dd className={styles.value}>{value || said.empty}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}
