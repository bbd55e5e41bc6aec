/** The first view has Fluent's colors and measures in each theme before Fluent is there: of its tokens, those that a stylesheet names. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { teamsDarkTheme, teamsHighContrastTheme, teamsLightTheme } from '@fluentui/react-components'
import type { Plugin } from 'vite'

type Tokens = Readonly<Record<string, string | number>>

/** Fills themes.css. @throws when a stylesheet names what is no token of Fluent. */
export const writeThemes = (): Plugin => ({
  name: 'write-themes',
  enforce: 'pre',
  transform: (_code, id) => (id.endsWith('/tab/themes.css') ? themes(namedIn(import.meta.dirname)) : undefined)
})

function themes(names: readonly string[]): string {
  const light: Tokens = teamsLightTheme
  // What is as in the light one is not said again.
  const other = (name: string, theme: Tokens): string =>
    rule(
      `:root[data-theme='${name}']`,
      theme,
      names.filter(each => theme[each] !== light[each])
    )
  return [rule(':root', light, names), other('dark', teamsDarkTheme), other('contrast', teamsHighContrastTheme)].join(
    '\n'
  )
}

function rule(selector: string, theme: Tokens, names: readonly string[]): string {
  const missing = names.filter(name => theme[name] === undefined)
  if (missing.length > 0) throw new Error(`No token of Fluent: ${missing.join(', ')}`)
  return `${selector} { ${names.map(name => `--${name}: ${theme[name]};`).join(' ')} }`
}

function namedIn(folder: string): readonly string[] {
  const sheets = globSync('**/*.css', { cwd: folder }).map(file => readFileSync(join(folder, file), 'utf8'))
  return [...new Set(sheets.flatMap(sheet => [...sheet.matchAll(/var\(--(\w+)\)/gu)].map(([, name = '']) => name)))]
}
