/** Pictures of every card, in each look and language, for people to judge: `node e2e/card-looks.ts` writes them to build/cards. */
import { mkdirSync, readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { everyCard } from '../bot/cards/every.ts'
import { openBrowser } from './browser.ts'

/** Teams' own colors are not published as a host configuration; these are its neutral tokens. */
const LOOKS = {
  light: {
    back: '#f5f5f5',
    card: '#ffffff',
    text: '#242424',
    quiet: '#616161',
    soft: '#f0f0f0',
    accent: '#5b5fc7',
    alert: '#b10e1c'
  },
  dark: {
    back: '#1f1f1f',
    card: '#292929',
    text: '#ffffff',
    quiet: '#adadad',
    soft: '#3d3d3d',
    accent: '#7f85f5',
    alert: '#e37d80'
  },
  contrast: {
    back: '#000000',
    card: '#000000',
    text: '#ffffff',
    quiet: '#ffffff',
    soft: '#000000',
    accent: '#ffff00',
    alert: '#ffff00'
  }
}
const RENDERER = readFileSync('node_modules/adaptivecards/dist/adaptivecards.min.js', 'utf8')
/** Teams' own is not published: the sandbox's. */
const MARKDOWN = `${stripTypeScriptTypes(readFileSync('sandbox/window/markdown.ts', 'utf8'))}
AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => Object.assign(result, { outputHtml: toHtml(text), didProcess: true })`
const FOLDER = 'build/cards'

type Look = (typeof LOOKS)[keyof typeof LOOKS]

const hostConfig = ({ card, text, quiet, soft, accent, alert }: Look) => {
  const tone = (color: string) => ({ default: color, subtle: color === text ? quiet : color })
  const foregroundColors = {
    default: tone(text),
    accent: tone(accent),
    attention: tone(alert),
    good: tone(text),
    warning: tone(text)
  }
  return {
    fontFamily: 'Segoe UI, system-ui, sans-serif',
    containerStyles: {
      default: { backgroundColor: card, foregroundColors },
      emphasis: { backgroundColor: soft, foregroundColors }
    },
    actions: { maxActions: 20, actionsOrientation: 'horizontal', actionAlignment: 'left' },
    separator: { lineThickness: 1, lineColor: quiet }
  }
}

const styleOf = ({ back, card, text, accent }: Look): string => `
  body { margin: 0; padding: 16px; background: ${back}; color: ${text}; font-family: system-ui; display: flex; flex-wrap: wrap; gap: 16px }
  figure { margin: 0; width: 360px } figcaption { font-size: 12px; margin-bottom: 4px }
  .ac-adaptiveCard { border: 1px solid ${text}33; border-radius: 8px } a { color: ${accent} } .ac-actionSet, .ac-actionSet > div { flex-wrap: wrap }
  .ac-pushButton { background: ${card}; color: ${text}; border: 1px solid ${text}66; border-radius: 4px; padding: 5px 12px; font: inherit; margin: 0 0 6px }
  .ac-pushButton.style-positive { background: ${accent}; color: ${card}; border-color: ${accent} }`

await using browser = await openBrowserHeld()
mkdirSync(FOLDER, { recursive: true })
for (const [name, look] of Object.entries(LOOKS))
  for (const locale of ['en', 'es']) {
    const page = await browser.page()
    await page.setContent(`<style>${styleOf(look)}</style>`)
    await page.addScriptTag({ content: RENDERER })
    await page.addScriptTag({ content: MARKDOWN, type: 'module' })
    await page.evaluate(
      ({ cards, config }) => {
        const { AdaptiveCard, HostConfig } = Reflect.get(globalThis, 'AdaptiveCards')
        for (const [title, json] of Object.entries(cards)) {
          const card = new AdaptiveCard()
          card.hostConfig = new HostConfig(config)
          card.parse(JSON.parse(JSON.stringify(json).replaceAll('"isVisible":false', '"isVisible":true')))
          const figure = document.createElement('figure')
          figure.innerHTML = `<figcaption>${title}</figcaption>`
          figure.append(card.render())
          document.body.append(figure)
        }
      },
      { cards: JSON.parse(JSON.stringify(everyCard(locale))), config: hostConfig(look) }
    )
    await page.setViewportSize({ width: 1540, height: 900 })
    await page.screenshot({ path: `${FOLDER}/${name}-${locale}.png`, fullPage: true })
    await page.close()
  }

async function openBrowserHeld() {
  const browser = await openBrowser()
  return { page: () => browser.newPage(), [Symbol.asyncDispose]: () => browser.close() }
}
