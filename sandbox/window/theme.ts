/** Teams' three themes; the choice is kept for the next visit, and is the same in each window. */
import { teamsDarkTheme, teamsHighContrastTheme, teamsLightTheme } from '@fluentui/react-components'
import { useEffect, useState } from 'react'

/** Named as Teams names them to a tab. */
export const THEMES = { default: teamsLightTheme, dark: teamsDarkTheme, contrast: teamsHighContrastTheme }
export type ThemeName = keyof typeof THEMES

const KEPT = 'sandbox.theme'
const isTheme = (name: string | null): name is ThemeName => name !== null && Object.hasOwn(THEMES, name)

function firstTheme(): ThemeName {
  const kept = localStorage.getItem(KEPT)
  if (isTheme(kept)) return kept
  if (window.matchMedia('(forced-colors: active), (prefers-contrast: more)').matches) return 'contrast'
  return window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'default'
}

export function useTheme(): readonly [ThemeName, (name: string) => void] {
  const [theme, setTheme] = useState(firstTheme)
  useEffect(() => {
    document.documentElement.style.colorScheme = theme === 'default' ? 'light' : 'dark'
  }, [theme])
  useEffect(() => {
    const follow = ({ key, newValue }: StorageEvent): void => {
      if (key === KEPT && isTheme(newValue)) setTheme(newValue)
    }
    window.addEventListener('storage', follow)
    return () => window.removeEventListener('storage', follow)
  }, [])
  const choose = (name: string): void => {
    if (!isTheme(name)) return
    localStorage.setItem(KEPT, name)
    setTheme(name)
  }
  return [theme, choose]
}
