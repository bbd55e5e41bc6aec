/** Fluent's own components in the host's theme, for all that comes after the first view. */
import { FluentProvider, teamsDarkTheme, teamsHighContrastTheme, teamsLightTheme } from '@fluentui/react-components'
import { useContext, type ReactNode } from 'react'
import { ThemeContext } from './context.ts'

/** Has no box of its own: what is inside stands in the page as if it were not there. */
export const Fluent = ({ children }: { readonly children: ReactNode }): ReactNode => (
  <FluentProvider theme={themeOf(useContext(ThemeContext))} style={{ display: 'contents' }}>
    {children}
  </FluentProvider>
)

const themeOf = (name: string): typeof teamsLightTheme =>
  name === 'dark' ? teamsDarkTheme : name === 'contrast' ? teamsHighContrastTheme : teamsLightTheme
