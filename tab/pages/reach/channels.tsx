/** HR's channels: who can read there, what they get, what is wrong and what to do. */
import {
  Button,
  Card,
  Field,
  MessageBar,
  MessageBarBody,
  Select,
  Text,
  Title3,
  makeStyles,
  tokens
} from '@fluentui/react-components'
import { useState, type ReactNode } from 'react'
import {
  decideHrChannel,
  getHrChannels,
  postToHrChannel,
  putHrChannelLocale,
  putHrChannelZone,
  type HrChannelView
} from '../../../api/contract/channels.ts'
import { ConfirmButton } from '../../confirm.tsx'
import { formatMoment, useApp } from '../../context.ts'
import { Loading, useLoaded } from '../../load.tsx'
import { usePress } from '../../press.tsx'

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', gap: '8px' },
  channel: {
    display: 'flex',
    flexDirection: 'column',
    gap: '4px',
    paddingTop: '8px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`
  },
  row: { display: 'flex', gap: '12px', flexWrap: 'wrap', alignItems: 'flex-end' },
  quiet: { color: tokens.colorNeutralForeground2 }
})

export function HrChannels(): ReactNode {
  const styles = useStyles()
  const { session, words } = useApp()
  const said = words.hrChannels
  const loaded = useLoaded(() => session.call(getHrChannels))
  return (
    <Card>
      <Title3 as="h2">{said.title}</Title3>
      <Loading loaded={loaded}>
        {({ channels, ...company }) => (
          <div className={styles.column}>
            {channels.length === 0 && <Text>{said.none}</Text>}
            {channels.map(channel => (
              <Channel key={channel.channelId} channel={channel} company={company} changed={loaded.reload} />
            ))}
          </div>
        )}
      </Loading>
    </Card>
  )
}

type Company = { readonly timezone: string; readonly locale: string }
type Props = { readonly channel: HrChannelView; readonly company: Company; readonly changed: () => void }

function Channel({ channel, company, changed }: Props): ReactNode {
  const styles = useStyles()
  const app = useApp()
  const said = app.words.hrChannels
  const { busy, run, problem } = usePress()
  const params = { channelId: channel.channelId }
  // Teams gives the channel that every team has no name of its own.
  const own = channel.name && channel.name !== channel.teamName ? channel.name : said.unnamed
  const name = [channel.teamName, own].filter(Boolean).join(' · ')
  const who = audienceOf(said, channel)
  const confirmed = channel.state === 'confirmed'
  const decide = (decision: 'confirmed' | 'removed') => (): void =>
    run(async () => {
      await app.session.call(decideHrChannel, { params, body: { decision } })
      changed()
    })
  return (
    <section className={styles.channel} aria-label={name}>
      <Text as="h3" weight="semibold">
        {name}
      </Text>
      <Text className={styles.quiet}>{who}</Text>
      <Text>
        {said.states[channel.state]}.{' '}
        {channel.lastPostedAt ? said.posted(formatMoment(channel.lastPostedAt, app)) : said.notPosted}
      </Text>
      {channel.problem && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{said.problems[channel.problem]}</MessageBarBody>
        </MessageBar>
      )}
      <div className={styles.row}>
        {confirmed && <Zone channel={channel} company={company} />}
        {confirmed && <Language channel={channel} company={company} />}
        {(confirmed || channel.problem !== 'app_removed') && (
          <ConfirmButton
            size="small"
            disabled={busy}
            label={confirmed ? said.remove : said.confirm}
            ariaLabel={said.named(confirmed ? said.remove : said.confirm, name)}
            title={confirmed ? said.removeTitle(name) : said.confirmTitle(name)}
            body={confirmed ? said.removeBody : said.confirmBody(who)}
            keep={said.keep}
            onConfirm={decide(confirmed ? 'removed' : 'confirmed')}
          />
        )}
      </div>
      {confirmed && <PostAgain channel={channel} name={name} />}
      {problem}
    </section>
  )
}

type Said = ReturnType<typeof useApp>['words']['hrChannels']

function audienceOf(said: Said, { kind, members }: HrChannelView): string {
  if (!kind) return said.unknown
  return [said.kinds[kind], members !== null && said.members(members)].filter(Boolean).join(', ')
}

const ZONES = Intl.supportedValuesOf('timeZone')

function Zone({ channel, company }: Pick<Props, 'channel' | 'company'>): ReactNode {
  const { session, words } = useApp()
  const said = words.hrChannels
  const [zone, setZone] = useState(channel.timezone ?? '')
  const [saved, setSaved] = useState(false)
  const { busy, run, problem } = usePress()
  const choose = (timezone: string): void =>
    run(async () => {
      await session.call(putHrChannelZone, {
        params: { channelId: channel.channelId },
        body: { timezone: timezone || null }
      })
      setZone(timezone)
      setSaved(true)
    })
  return (
    <div>
      <Field label={said.zone}>
        <Select size="small" value={zone} disabled={busy} onChange={(_event, { value }) => choose(value)}>
          <option value="">{said.company(company.timezone)}</option>
          {ZONES.map(each => (
            <option key={each}>{each}</option>
          ))}
        </Select>
      </Field>
      <output>{saved && said.saved}</output>
      {problem}
    </div>
  )
}

const LANGUAGES = ['en', 'es'] as const

function Language({ channel, company }: Pick<Props, 'channel' | 'company'>): ReactNode {
  const { session, words } = useApp()
  const said = words.hrChannels
  const [locale, setLocale] = useState(channel.locale)
  const [saved, setSaved] = useState(false)
  const { busy, run, problem } = usePress()
  const choose = (chosen: string): void =>
    run(async () => {
      const next = LANGUAGES.find(each => each === chosen) ?? null
      await session.call(putHrChannelLocale, { params: { channelId: channel.channelId }, body: { locale: next } })
      setLocale(next)
      setSaved(true)
    })
  const own = said.languages[company.locale.startsWith('es') ? 'es' : 'en']
  return (
    <div>
      <Field label={said.language}>
        <Select size="small" value={locale ?? ''} disabled={busy} onChange={(_event, { value }) => choose(value)}>
          <option value="">{said.companyLanguage(own)}</option>
          {LANGUAGES.map(each => (
            <option key={each} value={each} lang={each}>
              {said.languages[each]}
            </option>
          ))}
        </Select>
      </Field>
      <output>{saved && said.saved}</output>
      {problem}
    </div>
  )
}

/** Where the last post did not arrive, or nobody knows. */
function PostAgain({ channel, name }: { readonly channel: HrChannelView; readonly name: string }): ReactNode {
  const { session, words } = useApp()
  const said = words.hrChannels
  const [told, setTold] = useState('')
  const { busy, run, problem } = usePress()
  if (!channel.problem) return null
  const post = (): void =>
    run(async () => {
      const { posted } = await session.call(postToHrChannel, { params: { channelId: channel.channelId } })
      setTold(posted ? said.postedAgain : said.nothingToPost)
    })
  return (
    <div>
      <Button size="small" disabled={busy} aria-label={said.named(said.postAgain, name)} onClick={post}>
        {said.postAgain}
      </Button>
      <output>{told}</output>
      {problem}
    </div>
  )
}
