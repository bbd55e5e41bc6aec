/** The person's own access log: that nobody read, or who, why, when and how much; and the way to end it. */
import { Button, Card, Text } from '@fluentui/react-components'
import { useState, type ReactNode } from 'react'
import { getMyAccessLog, stopAccess, type AccessView } from '../../../api/contract/access-log.ts'
import { formatMoment, useApp } from '../../context.ts'
import { Loading, useLoaded } from '../../load.tsx'
import { usePress } from '../../press.tsx'
import { Said, Section, useKnownStyles } from './section.tsx'
import { useKnownWords } from './words.ts'

export function AccessLog(): ReactNode {
  const styles = useKnownStyles()
  const app = useApp()
  const said = useKnownWords().access
  const loaded = useLoaded(() => app.session.call(getMyAccessLog))
  const [done, setDone] = useState('')
  const stopped = (): void => {
    setDone(said.stopped)
    loaded.reload()
  }
  return (
    <Section id="access" title={said.title}>
      <Loading loaded={loaded}>
        {({ readAt, accesses }) => (
          <>
            <Text size={400} weight="semibold">
              {readAt ? said.read(formatMoment(readAt, app)) : said.nobody}
            </Text>
            <Text>{said.body}</Text>
            <ul className={styles.list} aria-label={said.title}>
              {accesses.map(access => (
                <li key={access.accessId}>
                  <Access access={access} onStopped={stopped} />
                </li>
              ))}
            </ul>
          </>
        )}
      </Loading>
      <Said>{done}</Said>
    </Section>
  )
}

function Access({ access, onStopped }: { readonly access: AccessView; readonly onStopped: () => void }): ReactNode {
  const styles = useKnownStyles()
  const app = useApp()
  const said = useKnownWords().access
  const { busy, run, problem } = usePress()
  const { accessId, state, reason, ticket, askedAt, expiresAt, reads } = access
  const stop = (): void =>
    run(async () => {
      await app.session.call(stopAccess, { params: { accessId } })
      onStopped()
    })
  return (
    <Card>
      <Text weight="semibold">
        {said.who}: {said.states[state]}
      </Text>
      <Text style={{ overflowWrap: 'anywhere' }}>{said.why(reason)}</Text>
      <Text size={200} className={styles.quiet}>
        {said.ticket(ticket, formatMoment(askedAt, app))}
      </Text>
      {state === 'open' && expiresAt && <Text>{said.until(formatMoment(expiresAt, app))}</Text>}
      {reads.length === 0 && state !== 'asked' && <Text>{said.unread}</Text>}
      {reads.map(({ at, messages }) => (
        <Text key={at}>{said.reads(formatMoment(at, app), messages)}</Text>
      ))}
      {(state === 'open' || state === 'asked') && (
        <div>
          <Button disabled={busy} onClick={stop}>
            {state === 'open' ? said.stop : said.refuse}
          </Button>
        </div>
      )}
      {problem}
    </Card>
  )
}
