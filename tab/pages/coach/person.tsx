/** Whom to talk to instead of a program. */
import { Badge, Text, makeStyles } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { getHumanRoutes } from '../../../api/contract/coach.ts'
import { useApp } from '../../context.ts'
import { Loading, useLoaded } from '../../load.tsx'
import { Sheet } from './sheet.tsx'

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: '12px', alignItems: 'flex-start' },
  list: { margin: 0, paddingLeft: '20px', display: 'flex', flexDirection: 'column', gap: '6px' }
})

export function TalkToPerson(): ReactNode {
  const { words } = useApp()
  const { toPerson, person } = words.coachPage
  return (
    <Sheet label={toPerson} title={person.title} close={person.close}>
      {() => <Routes />}
    </Sheet>
  )
}

function Routes(): ReactNode {
  const styles = useStyles()
  const { session, words } = useApp()
  const loaded = useLoaded(() => session.call(getHumanRoutes))
  const page = words.coachPage.person
  return (
    <div className={styles.content}>
      <Text>{page.body}</Text>
      <Text weight="semibold">{page.danger}</Text>
      <Loading loaded={loaded}>
        {({ lines, routes, sponsor }) => (
          <>
            <Lines lines={lines} />
            {routes.length > 0 && (
              <>
                <Text weight="semibold">{page.inside}</Text>
                <Lines lines={routes} />
              </>
            )}
            {sponsor && <Text>{page.inCharge(sponsor.name, sponsor.title)}</Text>}
          </>
        )}
      </Loading>
      <Badge size="small">{words.humanLabel}</Badge>
    </div>
  )
}

function Lines({
  lines
}: {
  readonly lines: readonly { readonly name: string; readonly contact: string }[]
}): ReactNode {
  const styles = useStyles()
  return (
    <ul className={styles.list}>
      {lines.map(({ name, contact }) => (
        <li key={`${name} ${contact}`}>
          {name}: <strong>{contact}</strong>
        </li>
      ))}
    </ul>
  )
}
