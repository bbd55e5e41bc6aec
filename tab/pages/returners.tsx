/** People of whom it is not sure whether they have been here before: an admin says so with one press. Nothing is shown when there are none. */
import { Button, Card, Text, Title3, makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { z } from 'zod'
import { decideReturnerEndpoint, listReturners } from '../../api/contract/directory.ts'
import { formatMoment, useApp } from '../context.ts'
import { Loading, useLoaded } from '../load.tsx'
import { usePress } from '../press.tsx'

const useStyles = makeStyles({
  one: { display: 'flex', flexDirection: 'column', gap: '4px', overflowWrap: 'anywhere' },
  row: { display: 'flex', gap: '8px', flexWrap: 'wrap' },
  quiet: { color: tokens.colorNeutralForeground2 }
})

type Returner = z.output<typeof listReturners.answer>['returners'][number]

export function Returners(): ReactNode {
  const styles = useStyles()
  const { session, words } = useApp()
  const loaded = useLoaded(() => session.call(listReturners))
  return (
    <Loading loaded={loaded}>
      {({ returners }) =>
        returners.length > 0 && (
          <Card>
            <Title3 as="h2">{words.returners.title}</Title3>
            <Text>{words.returners.body}</Text>
            <Text size={200} className={styles.quiet}>
              {words.returners.sameHint}
            </Text>
            {returners.map(each => (
              <One key={each.personId} returner={each} reload={loaded.reload} />
            ))}
          </Card>
        )
      }
    </Loading>
  )
}

function One({ returner, reload }: { readonly returner: Returner; readonly reload: () => void }): ReactNode {
  const styles = useStyles()
  const app = useApp()
  const { returners } = app.words
  const { busy, run, problem } = usePress()
  const { personId, name, formerName, goneSince, because } = returner
  const say = (decision: 'same' | 'different'): void =>
    run(async () => {
      await app.session.call(decideReturnerEndpoint, { params: { personId }, body: { decision } })
      reload()
    })
  return (
    <div className={styles.one}>
      <Text weight="semibold">{returners.who(name, formerName)}</Text>
      <Text>{returners.because[because]}</Text>
      {goneSince && <Text className={styles.quiet}>{returners.gone(formatMoment(goneSince, app))}</Text>}
      <div className={styles.row}>
        <Button disabled={busy} aria-label={returners.sameOf(name)} onClick={() => say('same')}>
          {returners.same}
        </Button>
        <Button disabled={busy} aria-label={returners.differentOf(name)} onClick={() => say('different')}>
          {returners.different}
        </Button>
      </div>
      {problem}
    </div>
  )
}
