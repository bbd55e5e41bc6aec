/**
 * What Microsoft's template for a tab with single sign-on is made of, all up front, painting our composer after our exchange: React,
 * of Fluent only the six parts that it needs, teams-js, and the credential of teamsfx. The template itself loads more of Fluent.
 */
import {
  Button,
  FluentProvider,
  Text,
  Textarea,
  makeStyles,
  teamsDarkTheme,
  teamsHighContrastTheme,
  teamsLightTheme,
  tokens
} from '@fluentui/react-components'
import { app } from '@microsoft/teams-js'
import { TeamsUserCredential } from '@microsoft/teamsfx'
import { useEffect, useState, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'

const THEMES = { default: teamsLightTheme, dark: teamsDarkTheme, contrast: teamsHighContrastTheme }
type ThemeName = keyof typeof THEMES

const credential = new TeamsUserCredential({
  clientId: '5b1a4d2c-2222-4c0a-9d6e-0c1de0000002',
  initiateLoginEndpoint: `${location.origin}/auth-start.html`
})

const useStyles = makeStyles({
  page: {
    minHeight: '100vh',
    display: 'flex',
    flexDirection: 'column',
    gap: '12px',
    maxWidth: '860px',
    margin: '0 auto',
    padding: '16px',
    backgroundColor: tokens.colorNeutralBackground2
  },
  thread: { flex: 1, display: 'flex', flexDirection: 'column', gap: '10px' },
  row: { display: 'flex', gap: '8px', alignItems: 'flex-end' },
  wide: { flex: 1 }
})

type Turn = { readonly messageId: string; readonly text: string }
type Shown = { readonly theme: ThemeName; readonly turns: readonly Turn[] }

async function open(): Promise<Shown> {
  await app.initialize()
  const context = await app.getContext()
  const sso = await credential.getToken('')
  const json = { 'content-type': 'application/json' }
  // As ours asks: what is shown first comes with the token; a composer needs no plans.
  const body = JSON.stringify({ token: sso?.token, opens: 'coach' })
  const exchanged = await fetch('/v1/session/teams', { method: 'POST', headers: json, body })
  const { opened } = (await exchanged.json()) as { readonly opened: { readonly thread: { readonly turns: Turn[] } } }
  const { turns } = opened.thread
  void app.notifySuccess()
  const theme = context.app.theme
  return { theme: theme === 'dark' || theme === 'contrast' ? theme : 'default', turns }
}

function App(): ReactNode {
  const styles = useStyles()
  const [shown, setShown] = useState<Shown>()
  const [text, setText] = useState('')
  useEffect(() => void open().then(setShown), [])
  if (!shown) return null
  return (
    <FluentProvider theme={THEMES[shown.theme]}>
      <main className={styles.page}>
        <div className={styles.thread}>
          {shown.turns.map(turn => (
            <Text key={turn.messageId}>{turn.text}</Text>
          ))}
        </div>
        <div className={styles.row}>
          <Textarea
            className={styles.wide}
            aria-label="What is on your mind?"
            value={text}
            onChange={(_event, { value }) => setText(value)}
          />
          <Button appearance="primary">Send</Button>
        </div>
      </main>
    </FluentProvider>
  )
}

const root = document.querySelector('#root')
if (root) createRoot(root).render(<App />)
