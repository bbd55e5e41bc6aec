/** The tab in a window of its own, as Teams pops one out: another page around another frame, and nothing of the first is shared. */
import { Text } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type * as control from '../control/contract.ts'
import { useCenter } from './center.ts'
import { TabFrame } from './tab-frame.tsx'
import type { ThemeName } from './theme.ts'

type Props = { readonly state: control.SandboxState; readonly personKey: string; readonly theme: ThemeName }

export function PoppedOut({ state, personKey, theme }: Props): ReactNode {
  const center = useCenter()
  const person = state.people.find(({ key }) => key === personKey)
  if (!person)
    return (
      <main className={center}>
        <Text>This person is not among those that the sandbox shows. Close this window.</Text>
      </main>
    )
  return (
    <main aria-label={`The tab of ${person.name}, popped out`} style={{ height: '100vh' }}>
      <TabFrame url={state.tabUrl} person={person} theme={theme} place="" onTab={ignore} />
    </main>
  )
}

/** The tour's hands stay in the window that it is in. */
const ignore = (): void => undefined
