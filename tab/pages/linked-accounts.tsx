/** How somebody's Teams account came to be theirs, and the way to part the two, which asks for a reason and names the person. */
import {
  Button,
  Card,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
  Subtitle2,
  Text,
  Title3,
  makeStyles,
  tokens
} from '@fluentui/react-components'
import { useState, type FormEvent, type ReactNode } from 'react'
import type { z } from 'zod'
import { listLinkedAccounts, partAccounts } from '../../api/contract/accounts.ts'
import { formatMoment, useApp } from '../context.ts'
import { usePress } from '../press.tsx'

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', gap: '12px' },
  form: { display: 'flex', gap: '8px', flexWrap: 'wrap', alignItems: 'flex-end' },
  field: { flex: '1 1 200px' },
  list: { margin: 0, padding: 0, listStyle: 'none', display: 'flex', flexDirection: 'column', gap: '12px' },
  one: { display: 'flex', gap: '8px', flexWrap: 'wrap', alignItems: 'center', justifyContent: 'space-between' },
  who: { display: 'flex', flexDirection: 'column', overflowWrap: 'anywhere', minWidth: 0 },
  quiet: { color: tokens.colorNeutralForeground2 }
})

type Account = z.output<typeof listLinkedAccounts.answer>['accounts'][number]
type Found = { readonly search: string; readonly accounts: readonly Account[] }

const SHORTEST = 2
const SHORTEST_REASON = 3

export function LinkedAccounts(): ReactNode {
  const styles = useStyles()
  const { session, words } = useApp()
  const { accounts: said } = words
  const [search, setSearch] = useState('')
  const [found, setFound] = useState<Found>()
  const [parted, setParted] = useState('')
  const { busy, run, problem } = usePress()
  const look = async (): Promise<void> => {
    const wanted = search.trim()
    const { accounts } = await session.call(listLinkedAccounts, { query: { search: wanted } })
    setFound({ search: wanted, accounts })
  }
  const find = (event: FormEvent): void => {
    event.preventDefault()
    setParted('')
    if (search.trim().length >= SHORTEST) run(look)
  }
  const onParted = (name: string): void => {
    setParted(said.done(name))
    run(look)
  }
  return (
    <Card>
      <Title3 as="h2">{said.title}</Title3>
      <Text>{said.body}</Text>
      <form className={styles.form} onSubmit={find}>
        <Field label={said.search} hint={said.short} className={styles.field}>
          <Input value={search} maxLength={100} onChange={(_event, { value }) => setSearch(value)} />
        </Field>
        <Button type="submit" disabled={busy || search.trim().length < SHORTEST}>
          {said.find}
        </Button>
      </form>
      {parted && <output>{parted}</output>}
      {found && found.accounts.length === 0 && <Text className={styles.quiet}>{said.none(found.search)}</Text>}
      {found && found.accounts.length > 0 && (
        <ul className={styles.list}>
          {found.accounts.map(account => (
            <li key={`${account.personId} ${account.tenantId}`} className={styles.one}>
              <One account={account} onParted={onParted} />
            </li>
          ))}
        </ul>
      )}
      {problem}
    </Card>
  )
}

type OneProps = { readonly account: Account; readonly onParted: (name: string) => void }

function One({ account, onParted }: OneProps): ReactNode {
  const styles = useStyles()
  const app = useApp()
  const { accounts: said } = app.words
  const [asking, setAsking] = useState(false)
  const name = account.name || (account.email ?? account.personId)
  return (
    <>
      <div className={styles.who}>
        <Subtitle2>{name}</Subtitle2>
        <Text size={200} className={styles.quiet}>
          {[account.email, said.since(said.rungs[account.because], formatMoment(account.linkedAt, app))]
            .filter(Boolean)
            .join(' · ')}
        </Text>
      </div>
      <Button size="small" aria-label={said.partName(name)} onClick={() => setAsking(true)}>
        {said.part}
      </Button>
      <Dialog modalType="alert" open={asking} onOpenChange={(_event, { open }) => setAsking(open)}>
        <DialogSurface>
          <Ask name={name} personId={account.personId} onEnd={() => setAsking(false)} onParted={onParted} />
        </DialogSurface>
      </Dialog>
    </>
  )
}

type AskProps = Pick<OneProps, 'onParted'> & {
  readonly name: string
  readonly personId: string
  readonly onEnd: () => void
}

function Ask({ name, personId, onEnd, onParted }: AskProps): ReactNode {
  const styles = useStyles()
  const { session, words } = useApp()
  const { accounts: said } = words
  const [reason, setReason] = useState('')
  const { busy, run, problem } = usePress()
  const part = (): void =>
    run(async () => {
      await session.call(partAccounts, { params: { personId }, body: { reason: reason.trim() } })
      onEnd()
      onParted(name)
    })
  return (
    <DialogBody>
      <DialogTitle>{said.confirmTitle(name)}</DialogTitle>
      <DialogContent className={styles.column}>
        <Text>{said.confirmBody}</Text>
        <Field label={said.reason} hint={said.reasonHint}>
          <Input value={reason} maxLength={300} onChange={(_event, { value }) => setReason(value)} />
        </Field>
        {problem}
      </DialogContent>
      <DialogActions>
        <Button onClick={onEnd}>{said.cancel}</Button>
        <Button appearance="primary" disabled={busy || reason.trim().length < SHORTEST_REASON} onClick={part}>
          {said.part}
        </Button>
      </DialogActions>
    </DialogBody>
  )
}
