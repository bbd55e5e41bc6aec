/** The theme the system asks for, now and whenever it changes. */
export function followSystemTheme(onTheme: (theme: string) => void): string {
  const contrast = window.matchMedia('(forced-colors: active)')
  const dark = window.matchMedia('(prefers-color-scheme: dark)')
  const theme = (): string => (contrast.matches ? 'contrast' : dark.matches ? 'dark' : 'default')
  for (const each of [contrast, dark]) each.addEventListener('change', () => onTheme(theme()))
  // At once: a page that says what went wrong has colors too.
  onTheme(theme())
  return theme()
}
