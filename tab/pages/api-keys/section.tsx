/** Keys of the company's own systems: what each opens, until when, by whom, last used; made, rotated and revoked here. */
import { Badge, Card, Subtitle2, Text, Title3 } from '@fluentui/react-components'
import { useState, type ReactNode } from 'react'
import { listApiKeys, revokeApiKey, type ApiKeyView } from '../../../api/contract/api-keys.ts'
import { ConfirmButton } from '../../confirm.tsx'
import { formatDay, formatMoment, useApp } from '../../context.ts'
import { Loading, useLoaded } from '../../load.tsx'
import { usePress } from '../../press.tsx'
import { Make } from './make.tsx'
import { Rotate } from './rotate.tsx'
import { Secret, type Shown } from './secret.tsx'
import { useStyles } from './styles.ts'

const COLORS = { active: 'success', ending: 'warning', expired: 'informative', revoked: 'informative' } as const

export function ApiKeys(): ReactNode {
  const styles = useStyles()
  const { session, words } = useApp()
  const said = words.apiKeys
  const loaded = useLoaded(() => session.call(listApiKeys))
  const [shown, setShown] = useState<Shown>()
  const [told, setTold] = useState('')
  const made = (one: Shown): void => {
    setTold('')
    setShown(one)
    loaded.reload()
  }
  const gone = (name: string): void => {
    setTold(said.revoked(name))
    loaded.reload()
  }
  return (
    <Card>
      <Title3 as="h2">{said.title}</Title3>
      <Text>{said.body}</Text>
      {/* Whatever becomes of the list: it is shown once. */}
      {shown && <Secret shown={shown} onKept={() => setShown(undefined)} />}
      <Loading loaded={loaded}>
        {({ keys, mayGive }) => {
          const live = keys.filter(({ endedAt }) => endedAt === null)
          const ended = keys.filter(({ endedAt }) => endedAt !== null)
          return (
            <div className={styles.column}>
              {live.length === 0 && <Text className={styles.quiet}>{said.none}</Text>}
              <Keys keys={live} onMade={made} onRevoked={gone} />
              <output>{told}</output>
              <Make mayGive={mayGive} onMade={made} />
              {ended.length > 0 && <Subtitle2 as="h3">{said.ended}</Subtitle2>}
              <Keys keys={ended} onMade={made} onRevoked={gone} />
            </div>
          )
        }}
      </Loading>
    </Card>
  )
}

type Doing = { readonly onMade: (shown: Shown) => void; readonly onRevoked: (name: string) => void }

function Keys({ keys, ...doing }: Doing & { readonly keys: readonly ApiKeyView[] }): ReactNode {
  const styles = useStyles()
  return keys.length === 0 ? null : (
    <ul className={styles.list}>
      {keys.map(each => (
        <li key={each.keyId} className={styles.column}>
          <One apiKey={each} {...doing} />
        </li>
      ))}
    </ul>
  )
}

function One({ apiKey, onMade, onRevoked }: Doing & { readonly apiKey: ApiKeyView }): ReactNode {
  const styles = useStyles()
  const app = useApp()
  const { session, words } = app
  const said = words.apiKeys
  const { busy, run, problem } = usePress(said.refused)
  const { keyId, name, scopes, begins, state, formerUntil, makerLeft, mayRotate, endedAt } = apiKey
  const revoke = (): void =>
    run(async () => {
      await session.call(revokeApiKey, { params: { keyId } })
      onRevoked(name)
    })
  return (
    <>
      <div className={styles.close}>
        <div className={styles.row}>
          <Text weight="semibold">{name}</Text>
          <Badge appearance="tint" color={COLORS[state]}>
            {said.states[state]}
          </Badge>
        </div>
        <Text>{scopes.map(scope => said.scopes[scope][0]).join(' · ')}</Text>
        <Text size={200} className={styles.quiet}>
          {factsOf(apiKey, app).join(' · ')}
        </Text>
        {state === 'ending' && <Text>{said.endsSoon(formatDay(apiKey.expiresAt, app))}</Text>}
        {formerUntil && <Text>{said.former(formatMoment(formerUntil, app))}</Text>}
        {makerLeft && <Text>{said.makerLeft}</Text>}
        {endedAt === null && (
          <Text size={200} className={styles.quiet}>
            {said.begins(begins)}
          </Text>
        )}
      </div>
      {endedAt === null && (
        <div className={styles.row}>
          {mayRotate && <Rotate apiKey={apiKey} onMade={onMade} />}
          <ConfirmButton
            size="small"
            label={said.revoke}
            ariaLabel={said.revokeOf(name)}
            title={said.revokeAsk(name)}
            body={said.revokeBody}
            keep={said.keep}
            disabled={busy}
            onConfirm={revoke}
          />
          {!mayRotate && <Text size={200}>{said.cannotRotate}</Text>}
        </div>
      )}
      {problem}
    </>
  )
}

function factsOf(key: ApiKeyView, app: ReturnType<typeof useApp>): readonly string[] {
  const said = app.words.apiKeys
  const day = (iso: string): string => formatDay(iso, app)
  const end = key.endedAt
    ? key.state === 'revoked'
      ? said.revokedBy(key.endedBy ?? said.somebody, day(key.endedAt))
      : said.endedOn(day(key.endedAt))
    : said.ends(day(key.expiresAt))
  return [
    said.made(key.madeBy ?? said.somebody, day(key.madeAt)),
    ...(key.state === 'ending' ? [] : [end]),
    // A day without a time zone: noon is on it everywhere.
    key.lastUsedOn ? said.lastUsed(day(`${key.lastUsedOn}T12:00:00Z`)) : said.neverUsed
  ]
}
