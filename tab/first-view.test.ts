/** What is asked for before the composer works, as the build left it. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'

const BUILT = fileURLToPath(new URL('../dist/tab/', import.meta.url))
/** Without teams-js, and with React's development form of a test's build, which alone is some 60 kB more than what people load. */
const LIGHT = 165_000

const load = (name: string) => {
  const html = readFileSync(BUILT + name, 'utf8')
  const files = [...html.matchAll(/(?:src|href)="\/tab\/(assets\/[^"]+)"/gu)].map(([, file = '']) => ({
    name: file,
    text: readFileSync(BUILT + file, 'utf8')
  }))
  return { html, files }
}
const { html: page, files } = load('index.html')
const named = (ending: string): string =>
  files.flatMap(({ name, text }) => (name.endsWith(ending) ? [text] : [])).join('\n')

test('the first view is light, and has nothing of Fluent but its tokens', () => {
  expect(named('.js').length).toBeGreaterThan(50_000)
  expect(named('.js')).not.toMatch(/fui-[A-Z]|__styles/u)
  const bytes = files.reduce((sum, { text }) => sum + gzipSync(text).length, gzipSync(page).length)
  expect(bytes).toBeLessThan(LIGHT)
})

test('Chromium compiles its scripts while they arrive', () => {
  const told = files.filter(({ text }) => text.startsWith('//# allFunctionsCalledOnLoad\n'))
  expect(told.map(({ name }) => /assets\/(?<name>\w+)-/u.exec(name)?.groups?.['name']).sort()).toEqual([
    'app',
    'opening'
  ])
})

test.each(['index.html', 'framed.html'])('%s asks at once for all that its scripts import', name => {
  const { html, files: asked } = load(name)
  const imported = asked.flatMap(({ text }) => [...text.matchAll(/(?:from|^import)\s*"\.\/(?<file>[^"]+)"/gmu)])
  expect(imported.length).toBeGreaterThan(0)
  for (const { groups } of imported) expect(html).toContain(`/tab/assets/${groups?.['file']}"`)
})

test('a page that is framed brings the door of Teams along, and no further file', () => {
  const { files: asked } = load('framed.html')
  const scripts = asked.flatMap(
    ({ name }) => /assets\/(?<name>[\w-]+)-[\w-]{8}\.js/u.exec(name)?.groups?.['name'] ?? []
  )
  expect(scripts.sort()).toEqual(['app', 'opening', 'rolldown-runtime', 'teams'])
})

test('its stylesheet has a value in each theme for every token that it names', () => {
  const sheet = named('.css')
  const [, light = ''] = /:root\{(?<tokens>[^}]*)\}/u.exec(sheet) ?? []
  const used = new Set([...sheet.matchAll(/var\(--(?<token>\w+)\)/gu)].map(([, token]) => token))
  expect(used.size).toBeGreaterThan(40)
  for (const token of used) expect(light).toContain(`--${token}:`)
  for (const theme of ['dark', 'contrast']) expect(sheet).toMatch(new RegExp(`data-theme=.?${theme}.?\\]\\{--`, 'u'))
})
