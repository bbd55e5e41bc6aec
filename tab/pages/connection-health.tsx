/** Whether each connection is well, in words, with the reason, the remedy and what was heard last. */
import {
  Badge,
  Card,
  MessageBar,
  MessageBarBody,
  Subtitle2,
  Text,
  Title3,
  makeStyles,
  tokens
} from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { z } from 'zod'
import { getConnections } from '../../api/contract/admin.ts'
import { listDirectoryDrift } from '../../api/contract/directory.ts'
import { countTeamsLinks } from '../../api/contract/identity.ts'
import { formatDay, formatMoment, useApp } from '../context.ts'
import { Loading, useLoaded } from '../load.tsx'

const useStyles = makeStyles({
  one: { display: 'flex', flexDirection: 'column', gap: '4px', overflowWrap: 'anywhere' },
  head: { display: 'flex', gap: '8px', alignItems: 'center', flexWrap: 'wrap' },
  quiet: { color: tokens.colorNeutralForeground2 }
})

export function ConnectionHealth(): ReactNode {
  const { session, words } = useApp()
  const loaded = useLoaded(async () => {
    const [connections, links, { reports }] = await Promise.all([
      session.call(getConnections),
      session.call(countTeamsLinks),
      session.call(listDirectoryDrift)
    ])
    return { connections, links, drift: reports[0] }
  })
  return (
    <Card>
      <Title3 as="h2">{words.health.title}</Title3>
      <Loading loaded={loaded}>{state => <Both {...state} />}</Loading>
    </Card>
  )
}

type State = {
  readonly connections: z.output<typeof getConnections.answer>
  readonly links: z.output<typeof countTeamsLinks.answer>
  /** Of the last night. */
  readonly drift: z.output<typeof listDirectoryDrift.answer>['reports'][number] | undefined
}

function Both({ connections, links, drift }: State): ReactNode {
  const styles = useStyles()
  const app = useApp()
  const { setup, health } = app.words
  const { directory, signIn, live } = connections
  const when = (iso: string | null): string => (iso ? formatMoment(iso, app) : health.never)
  const failures = signIn.week.reduce((sum, { outcome, count }) => (outcome === 'signed_in' ? sum : sum + count), 0)
  const name = [signIn.name, signIn.type && protocolOf(signIn.type)].filter(Boolean).join(' · ')
  return (
    <>
      {!live && (
        <MessageBar intent="warning">
          <MessageBarBody>{health.notLive}</MessageBarBody>
        </MessageBar>
      )}
      <div className={styles.one}>
        <Head title={health.signIn} health={signIn.health} />
        {name && <Small>{name}</Small>}
        <Told told={health.signInReasons[signIn.health.reason]} />
        {signIn.certificateExpiresAt && <Text>{health.certificate(formatDay(signIn.certificateExpiresAt, app))}</Text>}
        <Text>{setup.signIn(when(signIn.lastAt))}</Text>
        <News news={signIn.news} />
        {failures > 0 && <Text>{setup.failed(failures)}</Text>}
      </div>
      <div className={styles.one}>
        <Head title={health.directory} {...(directory.expected ? { health: directory.health } : {})} />
        {directory.expected ? (
          <>
            <Told told={health.directoryReasons[directory.health.reason]} />
            <Text>{setup.directory(when(directory.lastEventAt))}</Text>
            <News news={directory.news} />
            {drift && <Small>{setup.drift({ ...drift, at: formatMoment(drift.at, app) })}</Small>}
          </>
        ) : (
          <Text>{health.bySignIn}</Text>
        )}
      </div>
      <Text>{setup.links(links)}</Text>
      {links.linked > 0 && <Small>{health.rungs(links.by)}</Small>}
    </>
  )
}

/** WorkOS' names of types end in it, such as `GenericOIDC` and `AdfsSAML`. */
export const protocolOf = (type: string): string =>
  type.endsWith('OIDC') ? 'OpenID Connect' : type.endsWith('SAML') ? 'SAML' : type

type Health = z.output<typeof getConnections.answer>['signIn']['health']
const COLORS = { green: 'success', amber: 'warning', red: 'danger' } as const

function Head({ title, health }: { readonly title: string; readonly health?: Health }): ReactNode {
  const styles = useStyles()
  const { lights } = useApp().words.health
  return (
    <div className={styles.head}>
      <Subtitle2 as="h3">{title}</Subtitle2>
      {health && (
        <Badge appearance="tint" color={COLORS[health.light]}>
          {lights[health.light]}
        </Badge>
      )}
    </div>
  )
}

function Told({ told }: { readonly told: readonly [string, string] | undefined }): ReactNode {
  const [state, remedy] = told ?? ['', '']
  return (
    <>
      {state && <Text weight="semibold">{state}</Text>}
      {remedy && <Text>{remedy}</Text>}
    </>
  )
}

function News({ news }: { readonly news: { readonly event: string; readonly at: string } | null }): ReactNode {
  const app = useApp()
  const said = news && app.words.health.events[news.event]?.(formatMoment(news.at, app))
  return said ? <Small>{said}</Small> : null
}

function Small({ children }: { readonly children: ReactNode }): ReactNode {
  const styles = useStyles()
  return (
    <Text size={200} className={styles.quiet}>
      {children}
    </Text>
  )
}
