/** An Adaptive Card drawn by Microsoft's renderer in the window's theme. */
import { AdaptiveCard, ExecuteAction, HostConfig, OpenUrlAction, SubmitAction } from 'adaptivecards'
import { useEffect, useRef, type ReactNode } from 'react'
import { toHtml } from './markdown.ts'

AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = toHtml(text)
  result.didProcess = true
}

export type Pressed = { readonly verb?: string; readonly title: string; readonly inputs: Record<string, unknown> }

type Props = {
  readonly card: Readonly<Record<string, unknown>>
  readonly onPress: (pressed: Pressed) => void
  readonly onOpen: (url: string) => void
}

export function Card({ card, onPress, onOpen }: Props): ReactNode {
  const place = useRef<HTMLDivElement>(null)
  const handlers = useRef({ onPress, onOpen })
  useEffect(() => {
    handlers.current = { onPress, onOpen }
  })
  useEffect(() => {
    const adaptive = new AdaptiveCard()
    adaptive.hostConfig = new HostConfig(HOST)
    adaptive.onExecuteAction = action => {
      const { onPress: press, onOpen: open } = handlers.current
      if (action instanceof OpenUrlAction) open(action.url ?? '')
      else if (action instanceof ExecuteAction)
        press({
          ...(action.verb ? { verb: action.verb } : {}),
          title: action.title ?? '',
          inputs: inputsOf(action.data, card)
        })
      else if (action instanceof SubmitAction) press({ title: action.title ?? '', inputs: inputsOf(action.data, card) })
    }
    adaptive.onAnchorClicked = (_element, anchor) => {
      handlers.current.onOpen(anchor.href)
      return true
    }
    adaptive.parse(card)
    const rendered = adaptive.render()
    if (rendered) place.current?.replaceChildren(rendered)
    // The renderer is fed again only when the card itself changed.
  }, [JSON.stringify(card)])
  return <div ref={place} className="card" />
}

/** The renderer mixes inputs into the action's data; the stand-in wants the inputs alone. */
function inputsOf(data: unknown, card: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const ids = [
    ...JSON.stringify(card).matchAll(
      /"type":"Input\.\w+"[^}]*?"id":"([^"]+)"|"id":"([^"]+)"[^}]*?"type":"Input\.\w+"/gu
    )
  ].map(([, a, b]) => a ?? b)
  const all = typeof data === 'object' && data !== null ? Object.entries(data) : []
  return Object.fromEntries(all.filter(([name]) => ids.includes(name)))
}

const colors = (text: string, subtle: string) => ({ default: text, subtle })
const FOREGROUND = {
  default: colors('var(--colorNeutralForeground1)', 'var(--colorNeutralForeground2)'),
  accent: colors('var(--colorBrandForeground1)', 'var(--colorBrandForeground2)'),
  good: colors('var(--colorPaletteGreenForeground1)', 'var(--colorPaletteGreenForeground1)'),
  warning: colors('var(--colorPaletteDarkOrangeForeground1)', 'var(--colorPaletteDarkOrangeForeground1)'),
  attention: colors('var(--colorPaletteRedForeground1)', 'var(--colorPaletteRedForeground1)')
}

const HOST = {
  textBlock: { headingLevel: 2 },
  fontFamily: 'inherit',
  spacing: { small: 4, default: 8, medium: 12, large: 16, extraLarge: 24, padding: 12 },
  fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 22 },
  containerStyles: {
    default: { backgroundColor: 'transparent', foregroundColors: FOREGROUND },
    emphasis: { backgroundColor: 'var(--colorNeutralBackground3)', foregroundColors: FOREGROUND },
    accent: { backgroundColor: 'var(--colorBrandBackground2)', foregroundColors: FOREGROUND }
  },
  actions: {
    maxActions: 8,
    spacing: 'default',
    buttonSpacing: 8,
    actionsOrientation: 'horizontal',
    actionAlignment: 'left',
    showCard: { actionMode: 'inline' }
  }
}
