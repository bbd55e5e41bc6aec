/** The window: people on the left, what they see in the middle, what happened on the right. */
import {
  Badge,
  Button,
  FluentProvider,
  Link,
  Select,
  Spinner,
  Tab,
  TabList,
  Text,
  makeStyles,
  teamsDarkTheme,
  teamsHighContrastTheme,
  teamsLightTheme,
  tokens
} from '@fluentui/react-components'
import { useCallback, useEffect, useState, type ReactNode } from 'react'
import * as control from '../control/contract.ts'
import { Activity, type Line } from './activity.tsx'
import { call, listen } from './api.ts'
import { Conversation } from './chat.tsx'
import { localTime } from './format.ts'
import { Rail } from './rail.tsx'
import type { View } from './steps.ts'
import { TabFrame } from './tab-frame.tsx'
import { Tour } from './tour.tsx'

const THEMES = { default: teamsLightTheme, dark: teamsDarkTheme, contrast: teamsHighContrastTheme }
type ThemeName = keyof typeof THEMES
const KEPT_LINES = 200
const NARROW = '@media (max-width: 900px)'

const useStyles = makeStyles({
  frame: { height: '100vh', display: 'flex', flexDirection: 'column', backgroundColor: tokens.colorNeutralBackground2 },
  bar: {
    display: 'flex',
    gap: '10px',
    alignItems: 'center',
    flexWrap: 'wrap',
    padding: '8px 16px',
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`
  },
  grow: { flex: 1 },
  panes: {
    flex: 1,
    minHeight: 0,
    display: 'grid',
    gridTemplateColumns: '240px minmax(0, 1fr) 300px',
    [NARROW]: { gridTemplateColumns: 'minmax(0, 1fr)' }
  },
  side: {
    minHeight: 0,
    overflowY: 'auto',
    backgroundColor: tokens.colorNeutralBackground3,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`
  },
  middle: { minHeight: 0, minWidth: 0, display: 'flex', flexDirection: 'column' },
  head: {
    display: 'flex',
    gap: '10px',
    alignItems: 'center',
    flexWrap: 'wrap',
    padding: '8px 16px',
    backgroundColor: tokens.colorNeutralBackground1
  },
  views: { overflowX: 'auto', flexShrink: 0 },
  body: { flex: 1, minHeight: 0 },
  switcher: { display: 'none', [NARROW]: { display: 'block' } },
  hidden: { [NARROW]: { display: 'none' } },
  center: { margin: 'auto', maxWidth: '440px', padding: '24px', display: 'flex', flexDirection: 'column', gap: '12px' }
})

type Pane = 'people' | 'middle' | 'activity'

export function App(): ReactNode {
  const [theme, setTheme] = useState<ThemeName>(() =>
    window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'default'
  )
  const [state, setState] = useState<control.SandboxState>()
  const [lost, setLost] = useState(false)
  const [lines, setLines] = useState<readonly Line[]>([])
  const [version, setVersion] = useState(0)
  const refresh = useCallback(() => {
    call(control.getState).then(
      next => {
        setState(next)
        setLost(false)
      },
      () => setLost(true)
    )
    setVersion(before => before + 1)
  }, [])
  useEffect(() => {
    refresh()
    let pending: ReturnType<typeof setTimeout> | undefined
    const soon = (): void => {
      pending ??= setTimeout(() => {
        pending = undefined
        refresh()
      }, 150)
    }
    const stop = listen(event => {
      if (event.kind === 'call') {
        const { standin, id, method, path, status } = event
        // The stream is read every half second; only what is new is worth a line.
        if (!(standin === 'workos' && path.startsWith('/events')))
          setLines(before =>
            [{ key: `${standin}-${id}`, standin, id, method, path, status }, ...before].slice(0, KEPT_LINES)
          )
      } else soon()
    }, setLost)
    return () => {
      stop()
      clearTimeout(pending)
    }
  }, [refresh])
  return (
    <FluentProvider theme={THEMES[theme]}>
      {state ? (
        <Window {...{ state, lines, version, theme, setTheme, lost, refresh }} />
      ) : (
        <Opening lost={lost} onRetry={refresh} />
      )}
    </FluentProvider>
  )
}

function Opening({ lost, onRetry }: { readonly lost: boolean; readonly onRetry: () => void }): ReactNode {
  const styles = useStyles()
  return (
    <div className={styles.frame}>
      {lost ? (
        <div className={styles.center} role="alert">
          <Text size={500}>The sandbox is not answering</Text>
          <Text>Start it with “npm start”, then reload this page: each start makes a new token.</Text>
          <Button onClick={onRetry}>Try again</Button>
        </div>
      ) : (
        <Spinner label="Opening the sandbox …" style={{ margin: 'auto' }} />
      )}
    </div>
  )
}

type WindowProps = {
  readonly state: control.SandboxState
  readonly lines: readonly Line[]
  readonly version: number
  readonly theme: ThemeName
  readonly setTheme: (theme: ThemeName) => void
  readonly lost: boolean
  readonly refresh: () => void
}

function Window({ state, lines, version, theme, setTheme, lost, refresh }: WindowProps): ReactNode {
  const styles = useStyles()
  const [chosen, setChosen] = useState<control.SandboxPerson | undefined>(state.people[0])
  const [view, setView] = useState<View>('chat')
  const [pane, setPane] = useState<Pane>('middle')
  const [touring, setTouring] = useState(false)
  const person = state.people.find(({ key }) => key === chosen?.key) ?? chosen
  const newcomer = state.people.find(({ role }) => role === 'newcomer')
  const hr = state.people.find(({ role, companyKey }) => role === 'hr' && companyKey === newcomer?.companyKey)
  const company = state.companies.find(({ key }) => key === person?.companyKey)
  const channelId = state.companies.find(({ key }) => key === newcomer?.companyKey)?.channels[0]?.channelId
  const choose = (next: control.SandboxPerson): void => {
    setChosen(next)
    setPane('middle')
  }
  if (!person) return <Opening lost onRetry={refresh} />
  return (
    <div className={styles.frame}>
      <header className={styles.bar}>
        <Text as="h1" size={400} weight="semibold">
          ConsciousInsights in Teams
        </Text>
        <Badge appearance="tint" color="warning">
          Simulated
        </Badge>
        {lost && <Text role="alert">The sandbox is not answering; start it again with “npm start”.</Text>}
        <span className={styles.grow} />
        {newcomer && hr && channelId && !touring && (
          <Button appearance="primary" onClick={() => setTouring(true)}>
            Take the tour
          </Button>
        )}
        <Select
          aria-label="Theme"
          value={theme}
          onChange={(_event, { value }) => setTheme(value === 'dark' || value === 'contrast' ? value : 'default')}
        >
          <option value="default">Light</option>
          <option value="dark">Dark</option>
          <option value="contrast">High contrast</option>
        </Select>
      </header>
      {touring && newcomer && hr && channelId && (
        <Tour
          cast={{ newcomer: newcomer.key, hr: hr.key, companyKey: newcomer.companyKey, channelId }}
          onShow={step => {
            setChosen(step.person === 'hr' ? hr : newcomer)
            setView(step.view)
            setPane('middle')
          }}
          onStop={() => setTouring(false)}
        />
      )}
      <nav className={styles.switcher} aria-label="Panes">
        <TabList
          selectedValue={pane}
          onTabSelect={(_event, { value }) => setPane(value === 'people' || value === 'activity' ? value : 'middle')}
        >
          <Tab value="people">People</Tab>
          <Tab value="middle">{person.name.split(' ')[0]}</Tab>
          <Tab value="activity">Activity</Tab>
        </TabList>
      </nav>
      <div className={styles.panes}>
        <div className={`${styles.side} ${pane === 'people' ? '' : styles.hidden}`}>
          <Rail state={state} chosen={person.key} onChoose={choose} />
        </div>
        <main className={`${styles.middle} ${pane === 'middle' ? '' : styles.hidden}`}>
          <div className={styles.head}>
            <Text weight="semibold">{person.name}</Text>
            <Text size={200}>
              {person.title} · {company?.name} · {localTime(state.now, person.timezone)}
            </Text>
            <span className={styles.grow} />
            <Installed person={person} onChanged={refresh} />
          </div>
          <TabList
            className={styles.views}
            selectedValue={view}
            onTabSelect={(_event, { value }) =>
              setView(value === 'tab' || value === 'channel' || value === 'learning' ? value : 'chat')
            }
          >
            <Tab value="chat">Chat</Tab>
            <Tab value="tab">ConsciousInsights tab</Tab>
            <Tab value="channel">HR channel</Tab>
            <Tab value="learning">Learning site</Tab>
          </TabList>
          <div className={styles.body}>
            <Middle {...{ view, person, state, version, theme, setView }} />
          </div>
        </main>
        <div className={`${styles.side} ${pane === 'activity' ? '' : styles.hidden}`}>
          <Activity state={state} person={person} lines={lines} onChanged={refresh} />
        </div>
      </div>
    </div>
  )
}

type MiddleProps = {
  readonly view: View
  readonly person: control.SandboxPerson
  readonly state: control.SandboxState
  readonly version: number
  readonly theme: ThemeName
  readonly setView: (view: View) => void
}

function Middle({ view, person, state, version, theme, setView }: MiddleProps): ReactNode {
  const styles = useStyles()
  const company = state.companies.find(({ key }) => key === person.companyKey)
  const channel = company?.channels[0]
  const onOpen = (url: string): void => {
    if (url.startsWith(state.tabUrl) || url.includes('/l/entity/')) setView('tab')
    else window.open(url, '_blank', 'noopener')
  }
  if (view === 'tab') return <TabFrame url={state.tabUrl} person={person} theme={theme} />
  if (view === 'learning') return <Learning person={person} url={company?.learningSiteUrl ?? ''} />
  if (view === 'channel')
    return channel ? (
      <Conversation
        key={channel.channelId}
        source={{ kind: 'channel', channelId: channel.channelId, person }}
        version={version}
        onOpen={onOpen}
        empty={
          <EmptyChannel person={person} companyKey={person.companyKey} name={`${channel.teamName} › ${channel.name}`} />
        }
      />
    ) : (
      <div className={styles.center}>This company has no channel yet.</div>
    )
  return (
    <Conversation
      key={person.key}
      source={{ kind: 'chat', person }}
      version={version}
      onOpen={onOpen}
      empty={<EmptyChat person={person} />}
    />
  )
}

function EmptyChat({ person }: { readonly person: control.SandboxPerson }): ReactNode {
  return (
    <>
      <Text size={400}>
        {person.installed ? 'The bot is installed, in silence' : 'The bot is not installed for this person'}
      </Text>
      <Text>
        {person.installed
          ? 'On the company’s launch date, in working hours, the first card arrives. Move the clock on the right.'
          : 'Install it as the company’s IT would by policy. Nothing is sent at that moment.'}
      </Text>
    </>
  )
}

function EmptyChannel({
  person,
  companyKey,
  name
}: {
  readonly person: control.SandboxPerson
  readonly companyKey: string
  readonly name: string
}): ReactNode {
  const [problem, setProblem] = useState('')
  const mayAdd = person.role === 'hr' || person.role === 'admin'
  const add = (): void =>
    void call(control.installToChannel, { params: { companyKey }, body: { personKey: person.key } }).catch(() =>
      setProblem('The app could not be added')
    )
  return (
    <>
      <Text size={400}>{name}</Text>
      <Text>
        No reports come here yet. HR or IT adds the app and confirms; then a report arrives every Monday at nine.
      </Text>
      {mayAdd ? (
        <Button onClick={add}>Add the app to this channel</Button>
      ) : (
        <Text size={200}>Be somebody from HR or IT to add it.</Text>
      )}
      {problem && <Text role="alert">{problem}</Text>}
    </>
  )
}

function Installed({
  person,
  onChanged
}: {
  readonly person: control.SandboxPerson
  readonly onChanged: () => void
}): ReactNode {
  const params = { personKey: person.key }
  const after = (work: Promise<unknown>): void => void work.then(onChanged, onChanged)
  if (!person.installed)
    return (
      <Button size="small" disabled={person.left} onClick={() => after(call(control.installBot, { params }))}>
        Install the bot
      </Button>
    )
  return (
    <>
      <Button
        size="small"
        onClick={() => after(call(control.setBlocked, { params, body: { blocked: !person.blocked } }))}
      >
        {person.blocked ? 'Unblock the bot' : 'Block the bot'}
      </Button>
      <Button size="small" onClick={() => after(call(control.uninstallBot, { params }))}>
        Uninstall
      </Button>
    </>
  )
}

function Learning({ person, url }: { readonly person: control.SandboxPerson; readonly url: string }): ReactNode {
  const styles = useStyles()
  const [link, setLink] = useState('')
  useEffect(() => {
    call(control.getLearningLink, { params: { personKey: person.key } }).then(
      answer => setLink(answer.url),
      () => setLink(url)
    )
  }, [person.key, url])
  return (
    <div className={styles.center}>
      <Text size={400}>The learning site opens in its own browser tab</Text>
      <Text>
        It signs {person.name} in through CI, which sends them to their company’s provider. On the simulated sign-in
        page press “Sign in”; the name is filled in.
      </Text>
      <Link href={link || url} target="_blank" rel="noopener noreferrer">
        Open the learning site as {person.name.split(' ')[0]}
      </Link>
    </div>
  )
}
