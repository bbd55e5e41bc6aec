/** Plays the Teams client for the unmodified tab: same origin, the documented messages of teams-js. */
import { useEffect, useRef, type ReactNode } from 'react'
import { z } from 'zod'
import * as control from '../control/contract.ts'
import { call } from './api.ts'

const requestSchema = z.object({
  id: z.number().optional(),
  uuidAsString: z.string().optional(),
  func: z.string(),
  args: z.array(z.unknown()).optional()
})

type Props = { readonly url: string; readonly person: control.SandboxPerson; readonly theme: string }

export function TabFrame({ url, person, theme }: Props): ReactNode {
  const frame = useRef<HTMLIFrameElement>(null)
  useEffect(() => {
    const post = (message: unknown): void => frame.current?.contentWindow?.postMessage(message, window.location.origin)
    const onMessage = async ({ source, origin, data }: MessageEvent): Promise<void> => {
      if (source !== frame.current?.contentWindow || origin !== window.location.origin) return
      const request = requestSchema.safeParse(data)
      if (!request.success) return
      const { id, uuidAsString, func } = request.data
      const args = await answer(func, person, theme)
      if (args) post({ id, uuidAsString, args })
    }
    const listener = (event: MessageEvent): void => void onMessage(event)
    window.addEventListener('message', listener)
    return () => window.removeEventListener('message', listener)
  }, [person, theme])
  useEffect(() => {
    frame.current?.contentWindow?.postMessage({ func: 'themeChange', args: [theme] }, window.location.origin)
  }, [theme])
  return (
    <iframe
      key={person.key}
      ref={frame}
      src={url}
      title={`ConsciousInsights tab of ${person.name}`}
      style={{ border: 0, width: '100%', height: '100%' }}
    />
  )
}

async function answer(
  func: string,
  person: control.SandboxPerson,
  theme: string
): Promise<readonly unknown[] | undefined> {
  switch (func) {
    case 'initialize':
      return [
        'content',
        'desktop',
        JSON.stringify({
          apiVersion: 4,
          hostVersionsInfo: {},
          isLegacyTeams: false,
          supports: { pages: {}, dialog: {}, people: {} }
        }),
        '2.0.1'
      ]
    case 'getContext':
      return [
        {
          theme,
          locale: person.locale,
          entityId: 'coach',
          userPrincipalName: person.email,
          loginHint: person.email,
          hostName: 'Teams',
          hostClientType: 'desktop',
          sessionId: 'sandbox',
          frameContext: 'content'
        }
      ]
    case 'authentication.getAuthToken': {
      const { token } = await call(control.getTeamsToken, { params: { personKey: person.key } })
      return [true, token]
    }
    case 'executeDeepLink':
      return [true, '']
    default:
      return undefined
  }
}
