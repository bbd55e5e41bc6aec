/** The person's own passkeys: which device, since when, and the way to remove one. Nothing where their company signs them in. */
import { Card, CardFooter, Subtitle2, Text, makeStyles, tokens } from '@fluentui/react-components'
import { useState, type ReactNode } from 'react'
import { listMyPasskeys, removeMyPasskey, type PasskeyView } from '../../api/contract/passkeys.ts'
import { ConfirmButton } from '../confirm.tsx'
import { formatMoment, useApp } from '../context.ts'
import { Loading, useLoaded } from '../load.tsx'
import { usePress } from '../press.tsx'

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', gap: '12px' },
  quiet: { color: tokens.colorNeutralForeground2 }
})

export function Passkeys(): ReactNode {
  const styles = useStyles()
  const { session, words } = useApp()
  const loaded = useLoaded(() => session.call(listMyPasskeys))
  const [removed, setRemoved] = useState('')
  const change = (device: string): void => {
    setRemoved(device)
    loaded.reload()
  }
  return (
    <Loading loaded={loaded}>
      {({ passkeys }) => (
        <div className={styles.list}>
          {passkeys.length > 0 && (
            <>
              <Subtitle2 as="h2">{words.passkeys.title}</Subtitle2>
              <Text>{words.passkeys.body}</Text>
            </>
          )}
          {passkeys.map(each => (
            <PasskeyCard key={each.passkeyId} view={each} onRemoved={change} />
          ))}
          <output>{removed && <Text>{words.passkeys.removed(removed)}</Text>}</output>
        </div>
      )}
    </Loading>
  )
}

type CardProps = { readonly view: PasskeyView; readonly onRemoved: (device: string) => void }

function PasskeyCard({ view, onRemoved }: CardProps): ReactNode {
  const styles = useStyles()
  const app = useApp()
  const { session, words } = app
  const { busy, run, problem } = usePress()
  const device = view.device ?? words.passkeys.unknownDevice
  const used = view.usedAt ? words.passkeys.used(formatMoment(view.usedAt, app)) : words.passkeys.unused
  const remove = (): void =>
    run(async () => {
      await session.call(removeMyPasskey, { params: { passkeyId: view.passkeyId } })
      onRemoved(device)
    })
  return (
    <Card>
      <Text size={400} weight="semibold">
        {device}
      </Text>
      <Text>{view.synced ? words.passkeys.synced : words.passkeys.bound}</Text>
      <Text size={200} className={styles.quiet}>
        {words.passkeys.since(formatMoment(view.createdAt, app))} {used}
      </Text>
      <CardFooter>
        <ConfirmButton
          disabled={busy}
          label={words.passkeys.remove}
          ariaLabel={words.passkeys.removeNamed(device)}
          title={words.passkeys.confirmTitle(device)}
          body={words.passkeys.confirmBody}
          keep={words.passkeys.keep}
          confirm={words.passkeys.removeNamed(device)}
          onConfirm={remove}
        />
      </CardFooter>
      {problem}
    </Card>
  )
}
