/** Who has which role, and giving or taking one, each with a reason. */
import {
  Button,
  Card,
  Field,
  Input,
  Select,
  Text,
  Title3,
  makeStyles,
  mergeClasses,
  tokens
} from '@fluentui/react-components'
import { useState, type ReactNode } from 'react'
import type { z } from 'zod'
import {
  GIVEN_ROLES,
  giveRole,
  listRoles,
  searchForRole,
  takeRole,
  type RoleHolder
} from '../../api/contract/role-grants.ts'
import { ConfirmButton } from '../confirm.tsx'
import { formatDay, useApp } from '../context.ts'
import { Loading, useLoaded } from '../load.tsx'
import { usePress } from '../press.tsx'

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyle: 'none', display: 'flex', flexDirection: 'column', gap: '16px' },
  column: { display: 'flex', flexDirection: 'column', gap: '12px' },
  row: { display: 'flex', gap: '8px', flexWrap: 'wrap', alignItems: 'center' },
  low: { alignItems: 'flex-end' },
  field: { maxWidth: '420px' },
  quiet: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' }
})

type Given = (typeof GIVEN_ROLES)[number]
type Found = z.output<typeof searchForRole.answer>['people'][number]

const isGiven = (role: string): role is Given => GIVEN_ROLES.some(each => each === role)

export function Roles(): ReactNode {
  const styles = useStyles()
  const { session, words } = useApp()
  const loaded = useLoaded(() => session.call(listRoles))
  return (
    <Card>
      <Title3 as="h2">{words.roles.title}</Title3>
      <Text>{words.roles.body}</Text>
      <Loading loaded={loaded}>
        {({ holders }) => (
          <div className={styles.column}>
            {holders.length === 0 && <Text className={styles.quiet}>{words.roles.none}</Text>}
            <ul className={styles.list}>
              {holders.map(holder => (
                <li key={holder.personId}>
                  <Holder holder={holder} onChange={loaded.reload} />
                </li>
              ))}
            </ul>
            <Give onChange={loaded.reload} />
          </div>
        )}
      </Loading>
    </Card>
  )
}

function Holder({ holder, onChange }: { readonly holder: RoleHolder; readonly onChange: () => void }): ReactNode {
  const styles = useStyles()
  const app = useApp()
  const { session, words } = app
  const said = words.roles
  const { busy, run, problem } = usePress()
  const { personId, name, address } = holder
  const take = (role: Given): void =>
    run(async () => {
      await session.call(takeRole, { body: { personId, role, reason: said.taken } })
      onChange()
    })
  return (
    <>
      <Text weight="semibold">{name}</Text> <Text className={styles.quiet}>{address}</Text>
      {holder.roles.map(({ role, from, reason, by, at }) => (
        <div key={`${role} ${from}`} className={styles.row}>
          <Text>{said.names[role]}</Text>
          <Text size={200} className={styles.quiet}>
            {from === 'group'
              ? said.byGroup
              : said.byOwner(by ?? said.somebody, at ? formatDay(at, app) : '', reason ?? '')}
          </Text>
          {from === 'owner' && isGiven(role) && (
            <ConfirmButton
              size="small"
              label={said.take}
              ariaLabel={said.takeOf(said.names[role], name)}
              title={said.takeAsk(said.names[role], name)}
              body={said.takeBody}
              keep={said.keep}
              disabled={busy}
              onConfirm={() => take(role)}
            />
          )}
        </div>
      ))}
      {problem}
    </>
  )
}

function Give({ onChange }: { readonly onChange: () => void }): ReactNode {
  const styles = useStyles()
  const { session, words } = useApp()
  const said = words.roles
  const [search, setSearch] = useState('')
  const [found, setFound] = useState<readonly Found[]>()
  const [chosen, setChosen] = useState<Found>()
  const [role, setRole] = useState<Given>('support')
  const [reason, setReason] = useState('')
  const [given, setGiven] = useState(false)
  const { busy, run, problem } = usePress()
  const look = (): void =>
    run(async () => {
      setGiven(false)
      setChosen(undefined)
      setFound((await session.call(searchForRole, { query: { search } })).people)
    })
  const give = ({ personId }: Found): void =>
    run(async () => {
      await session.call(giveRole, { body: { personId, role, reason } })
      setChosen(undefined)
      setFound(undefined)
      setReason('')
      setGiven(true)
      onChange()
    })
  return (
    <div className={styles.column}>
      <Text weight="semibold">{said.giveTitle}</Text>
      <form
        className={mergeClasses(styles.row, styles.low)}
        onSubmit={event => {
          event.preventDefault()
          if (search.trim().length >= 2) look()
        }}
      >
        <Field label={said.search} className={styles.field}>
          <Input value={search} onChange={(_event, { value }) => setSearch(value)} />
        </Field>
        <Button type="submit" disabled={busy || search.trim().length < 2}>
          {said.find}
        </Button>
      </form>
      <output className={styles.column}>
        {given && said.given}
        {found?.length === 0 && said.nobody}
        {chosen && said.chosen(chosen.name)}
      </output>
      {!chosen && found && found.length > 0 && (
        <ul className={styles.list}>
          {found.map(each => (
            <li key={each.personId}>
              <Button size="small" aria-label={said.choose(each.name)} onClick={() => setChosen(each)}>
                {each.name}
              </Button>{' '}
              <Text className={styles.quiet}>{each.address}</Text>
            </li>
          ))}
        </ul>
      )}
      {chosen && (
        <>
          <Field label={said.role} hint={said.says[role]} className={styles.field}>
            <Select value={role} onChange={(_event, { value }) => isGiven(value) && setRole(value)}>
              {GIVEN_ROLES.map(each => (
                <option key={each} value={each}>
                  {said.names[each]}
                </option>
              ))}
            </Select>
          </Field>
          <Field label={said.reason} className={styles.field}>
            <Input value={reason} maxLength={300} onChange={(_event, { value }) => setReason(value)} />
          </Field>
          <div>
            <Button disabled={busy || reason.trim().length < 3} onClick={() => give(chosen)}>
              {said.give}
            </Button>
          </div>
        </>
      )}
      {problem}
    </div>
  )
}
