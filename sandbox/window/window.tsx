/** The window: people on the left, what they see in the middle, what happened on the right. */
import {
  Badge,
  Button,
  MessageBar,
  MessageBarBody,
  Select,
  Tab,
  TabList,
  Text,
  makeStyles,
  mergeClasses,
  tokens
} from '@fluentui/react-components'
import { useState, type ReactNode } from 'react'
import type * as control from '../control/contract.ts'
import { Activity } from './activity.tsx'
import { Failed } from './failed.tsx'
import { createHands } from './hands.ts'
import { localTime } from './format.ts'
import { Installed } from './installed.tsx'
import { Middle } from './middle.tsx'
import { popOut } from './pop-out.ts'
import { Rail } from './rail.tsx'
import type { Line } from './request.tsx'
import { isView, VIEWS, type View } from './step.ts'
import type { ThemeName } from './theme.ts'
import { Tour } from './tour.tsx'
import { Broken } from './vendors.tsx'

const NARROW = '@media (max-width: 900px)'

const useStyles = makeStyles({
  frame: {
    height: '100vh',
    overflowY: 'auto',
    display: 'flex',
    flexDirection: 'column',
    backgroundColor: tokens.colorNeutralBackground2
  },
  bar: {
    display: 'flex',
    gap: '8px',
    alignItems: 'center',
    flexWrap: 'wrap',
    padding: '8px 16px',
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`
  },
  grow: { flex: 1 },
  panes: {
    // On a low screen the page scrolls rather than squeeze a chat into nothing.
    flex: '1 0 440px',
    minHeight: 0,
    display: 'grid',
    gridTemplateColumns: '240px minmax(0, 1fr) 300px',
    gridTemplateRows: 'minmax(0, 1fr)',
    [NARROW]: { gridTemplateColumns: 'minmax(0, 1fr)' }
  },
  side: { minHeight: 0, overflowY: 'auto', backgroundColor: tokens.colorNeutralBackground3 },
  left: { borderRight: `1px solid ${tokens.colorNeutralStroke2}` },
  right: { borderLeft: `1px solid ${tokens.colorNeutralStroke2}` },
  middle: { minHeight: 0, minWidth: 0, display: 'flex', flexDirection: 'column' },
  views: { overflowX: 'auto', flexShrink: 0 },
  body: { flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column', '> *': { minHeight: 0 } },
  switcher: { display: 'none', [NARROW]: { display: 'block' } },
  hidden: { [NARROW]: { display: 'none' } }
})

type Pane = 'people' | 'middle' | 'activity'

type Props = {
  readonly state: control.SandboxState
  readonly lines: readonly Line[]
  readonly version: number
  readonly theme: ThemeName
  readonly chooseTheme: (name: string) => void
  readonly lost: string
  readonly refresh: () => void
}

export function Window({ state, lines, version, theme, chooseTheme, lost, refresh }: Props): ReactNode {
  const styles = useStyles()
  const [chosen, setChosen] = useState<control.SandboxPerson | undefined>(state.people[0])
  const [view, setView] = useState<View>('chat')
  const [pane, setPane] = useState<Pane>('middle')
  const [touring, setTouring] = useState(false)
  const [hands] = useState(createHands)
  const person = state.people.find(({ key }) => key === chosen?.key) ?? chosen
  const newcomer = state.people.find(({ role }) => role === 'newcomer')
  const hr = state.people.find(({ role, companyKey }) => role === 'hr' && companyKey === newcomer?.companyKey)
  const company = state.companies.find(({ key }) => key === person?.companyKey)
  const channelId = state.companies.find(({ key }) => key === newcomer?.companyKey)?.channels[0]?.channelId
  const mayTour = newcomer && hr && channelId
  const show = (next: control.SandboxPerson): void => {
    setChosen(next)
    setPane('middle')
  }
  const besides = (name: Pane): string | undefined => (pane === name ? undefined : styles.hidden)
  if (!person)
    return (
      <Failed
        title="This sandbox has no people"
        problem="Start it over with “npm start -- --fresh”, or add a company through the control API."
        onRetry={refresh}
      />
    )
  return (
    <div className={styles.frame}>
      <header className={styles.bar}>
        <Text as="h1" size={400} weight="semibold">
          ConsciousInsights in Teams
        </Text>
        <Badge appearance="tint" color="warning">
          Simulated
        </Badge>
        <span className={styles.grow} />
        {mayTour && !touring && (
          <Button appearance="primary" onClick={() => setTouring(true)}>
            Take the tour
          </Button>
        )}
        <Select aria-label="Theme" value={theme} onChange={(_event, { value }) => chooseTheme(value)}>
          <option value="default">Light</option>
          <option value="dark">Dark</option>
          <option value="contrast">High contrast</option>
        </Select>
      </header>
      {lost && (
        <section aria-label="Connection">
          <MessageBar intent="error" layout="multiline">
            <MessageBarBody>{lost}. What you see may be out of date.</MessageBarBody>
          </MessageBar>
        </section>
      )}
      <Broken standins={state.standins} onChanged={refresh} />
      {touring && mayTour && (
        <Tour
          cast={{
            newcomer: newcomer.key,
            timezone: newcomer.timezone,
            hr: hr.key,
            companyKey: newcomer.companyKey,
            channelId,
            hands
          }}
          onShow={step => {
            show(step.person === 'hr' ? hr : newcomer)
            setView(step.view)
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
      <main className={styles.panes}>
        <div className={mergeClasses(styles.side, styles.left, besides('people'))}>
          <Rail state={state} chosen={person.key} onChoose={show} />
        </div>
        <section className={mergeClasses(styles.middle, besides('middle'))} aria-label={person.name}>
          <div className={styles.bar}>
            <Text as="h2" weight="semibold">
              {person.name}
            </Text>
            <Text size={200}>
              {person.title} · {company?.name} · {localTime(state.now, person.timezone)}
            </Text>
            <span className={styles.grow} />
            {view === 'tab' && state.people.some(({ key }) => key === person.key) && (
              <Button size="small" onClick={() => popOut(person.key)}>
                Pop out
              </Button>
            )}
            <Installed person={person} onChanged={refresh} />
          </div>
          <TabList
            className={styles.views}
            selectedValue={view}
            onTabSelect={(_event, { value }) => setView(isView(value) ? value : 'chat')}
          >
            {Object.entries(VIEWS).map(([name, title]) => (
              <Tab key={name} value={name}>
                {title}
              </Tab>
            ))}
          </TabList>
          <div className={styles.body} role="tabpanel" aria-label={VIEWS[view]}>
            <Middle {...{ view, person, state, version, theme, onTab: hands.take }} onView={setView} />
          </div>
        </section>
        <div className={mergeClasses(styles.side, styles.right, besides('activity'))}>
          <Activity state={state} person={person} lines={lines} onChanged={refresh} />
        </div>
      </main>
    </div>
  )
}
