/** The company's own systems that are told what happens: added, tried, changed, and what was sent to each. */
import { Button, Card, Checkbox, Field, Input, Text, Title3, makeStyles, tokens } from '@fluentui/react-components'
import { useState, type ReactNode } from 'react'
import {
  addWebhook,
  changeWebhook,
  listWebhookDeliveries,
  listWebhooks,
  removeWebhook,
  rotateWebhookSecret,
  sendWebhookAgain,
  tryWebhook,
  WEBHOOK_EVENTS,
  type WebhookEndpointView
} from '../../api/contract/webhooks.ts'
import { ConfirmButton } from '../confirm.tsx'
import { formatMoment, useApp } from '../context.ts'
import { Loading, useLoaded } from '../load.tsx'
import { usePress } from '../press.tsx'

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyle: 'none', display: 'flex', flexDirection: 'column', gap: '24px' },
  close: { margin: 0, padding: 0, listStyle: 'none', display: 'flex', flexDirection: 'column', gap: '8px' },
  column: { display: 'flex', flexDirection: 'column', gap: '12px' },
  row: { display: 'flex', gap: '8px', flexWrap: 'wrap', alignItems: 'center' },
  events: { border: 'none', margin: 0, padding: 0, display: 'flex', flexWrap: 'wrap' },
  field: { maxWidth: '520px' },
  code: { fontFamily: tokens.fontFamilyMonospace, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' }
})

type EventType = (typeof WEBHOOK_EVENTS)[number]

export function Webhooks(): ReactNode {
  const styles = useStyles()
  const { session, words } = useApp()
  const said = words.webhooks
  const loaded = useLoaded(() => session.call(listWebhooks))
  const [secret, setSecret] = useState('')
  return (
    <Card>
      <Title3 as="h2">{said.title}</Title3>
      <Text>{said.body}</Text>
      <Loading loaded={loaded}>
        {({ endpoints }) => (
          <div className={styles.column}>
            {endpoints.length === 0 && <Text className={styles.quiet}>{said.none}</Text>}
            <ul className={styles.list}>
              {endpoints.map(each => (
                <li key={each.endpointId}>
                  <One endpoint={each} onChange={loaded.reload} onSecret={setSecret} />
                </li>
              ))}
            </ul>
            <output className={styles.column}>
              {secret && (
                <>
                  <Text>{said.secret}</Text>
                  <Text className={styles.code}>{secret}</Text>
                </>
              )}
            </output>
            <Add
              onAdded={made => {
                setSecret(made)
                loaded.reload()
              }}
            />
          </div>
        )}
      </Loading>
    </Card>
  )
}

function Add({ onAdded }: { readonly onAdded: (secret: string) => void }): ReactNode {
  const styles = useStyles()
  const { session, words } = useApp()
  const said = words.webhooks
  const [url, setUrl] = useState('')
  const [events, setEvents] = useState<readonly EventType[]>(WEBHOOK_EVENTS)
  const { busy, run, problem } = usePress()
  const isWhole = URL.canParse(url) && events.length > 0
  const add = (): void =>
    run(async () => {
      const { secret } = await session.call(addWebhook, { body: { url, events: [...events] } })
      setUrl('')
      onAdded(secret)
    })
  return (
    <>
      <Field label={said.address} className={styles.field}>
        <Input type="url" value={url} onChange={(_event, { value }) => setUrl(value)} />
      </Field>
      <fieldset className={styles.events}>
        <legend>{said.events}</legend>
        {WEBHOOK_EVENTS.map(each => (
          <Checkbox
            key={each}
            label={said.eventNames[each]}
            checked={events.includes(each)}
            onChange={(_event, { checked }) =>
              setEvents(checked === true ? [...events, each] : events.filter(other => other !== each))
            }
          />
        ))}
      </fieldset>
      <div>
        <Button disabled={busy || !isWhole} onClick={add}>
          {said.add}
        </Button>
      </div>
      {problem}
    </>
  )
}

type OneProps = {
  readonly endpoint: WebhookEndpointView
  readonly onChange: () => void
  readonly onSecret: (secret: string) => void
}

function One({ endpoint, onChange, onSecret }: OneProps): ReactNode {
  const styles = useStyles()
  const app = useApp()
  const { session, words } = app
  const said = words.webhooks
  const { busy, run, problem } = usePress()
  const [tried, setTried] = useState('')
  const [log, setLog] = useState(false)
  const { endpointId, url, events, state, failingSince, waiting } = endpoint
  const params = { endpointId }
  const { host } = new URL(url)
  const test = (): void =>
    run(async () => {
      const answer = await session.call(tryWebhook, { params })
      setTried(
        answer.problem === null
          ? said.testWell(answer.status ?? 0, answer.ms)
          : said.testBad(answer.status === null ? said.problems[answer.problem] : String(answer.status))
      )
      onChange()
    })
  const change = (active: boolean): void =>
    run(async () => {
      await session.call(changeWebhook, { params, body: { url, events, active } })
      onChange()
    })
  const rotate = (): void =>
    run(async () => {
      onSecret((await session.call(rotateWebhookSecret, { params })).secret)
      onChange()
    })
  const remove = (): void =>
    run(async () => {
      await session.call(removeWebhook, { params })
      onChange()
    })
  const ask = { size: 'small', keep: said.keep, disabled: busy } as const
  return (
    <div className={styles.column}>
      <Text className={styles.code}>{url}</Text>
      <Text size={200} className={styles.quiet}>
        {[
          said.states[state],
          events.map(each => said.eventNames[each]).join(', '),
          failingSince && said.failing(formatMoment(failingSince, app)),
          waiting > 0 && said.waiting(waiting)
        ]
          .filter(Boolean)
          .join(' · ')}
      </Text>
      <div className={styles.row}>
        <Button size="small" disabled={busy} aria-label={said.of(said.test, host)} onClick={test}>
          {said.test}
        </Button>
        <Button size="small" aria-expanded={log} aria-label={said.of(said.log, host)} onClick={() => setLog(!log)}>
          {said.log}
        </Button>
        <Button size="small" disabled={busy} onClick={() => change(state !== 'active')}>
          {state === 'active' ? said.off : said.on}
        </Button>
        <ConfirmButton {...ask} label={said.rotate} title={said.rotateAsk} body={said.rotateBody} onConfirm={rotate} />
        <ConfirmButton {...ask} label={said.remove} title={said.removeAsk} body={said.removeBody} onConfirm={remove} />
      </div>
      <output>{tried}</output>
      {problem}
      {log && <Log key={`${endpoint.last?.at ?? ''} ${waiting}`} endpointId={endpointId} />}
    </div>
  )
}

function Log({ endpointId }: { readonly endpointId: string }): ReactNode {
  const styles = useStyles()
  const app = useApp()
  const { session, words } = app
  const said = words.webhooks
  const params = { endpointId }
  const loaded = useLoaded(() => session.call(listWebhookDeliveries, { params, query: {} }))
  const { busy, run, problem } = usePress()
  const again = (messageId: string): void =>
    run(async () => {
      await session.call(sendWebhookAgain, { params: { ...params, messageId } })
      loaded.reload()
    })
  return (
    <Loading loaded={loaded}>
      {({ deliveries }) => (
        <>
          {deliveries.length === 0 && <Text className={styles.quiet}>{said.logEmpty}</Text>}
          <ul className={styles.close}>
            {deliveries.map(each => (
              <li key={each.messageId} className={styles.row}>
                <Text className={styles.code}>{each.type}</Text>
                <Text size={200} className={styles.quiet}>
                  {[
                    formatMoment(each.at, app),
                    said.logStates[each.state],
                    each.status ?? (each.problem && said.problems[each.problem]),
                    said.attempts(each.attempts),
                    each.messageId
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </Text>
                {each.state !== 'waiting' && each.type !== 'webhook.test' && (
                  <Button size="small" disabled={busy} onClick={() => again(each.messageId)}>
                    {said.again}
                  </Button>
                )}
              </li>
            ))}
          </ul>
          {problem}
        </>
      )}
    </Loading>
  )
}
