/** Everything about nudges that is the person's to decide. */
import { Text, Title3, makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { useApp } from '../../context.ts'
import { Loading } from '../../load.tsx'
import { Budget, Focus, Language, Zone } from './choices.tsx'
import { Hours } from './hours.tsx'
import { Away, Pause, Stop } from './silences.tsx'
import type { Preferences } from './use-preferences.ts'

const useStyles = makeStyles({
  head: { display: 'flex', flexDirection: 'column', gap: '4px' },
  grid: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 320px), 1fr))',
    columnGap: '32px',
    rowGap: '28px'
  },
  quiet: { color: tokens.colorNeutralForeground2 }
})

export function Settings({ preferences }: { readonly preferences: Preferences }): ReactNode {
  const styles = useStyles()
  const said = useApp().words.ownNudges
  return (
    <section aria-labelledby="nudges-yours">
      <div className={styles.head}>
        <Title3 as="h2" id="nudges-yours">
          {said.yours}
        </Title3>
        <Text className={styles.quiet}>{said.yoursBody}</Text>
      </div>
      <Loading loaded={preferences.loaded}>
        {value => (
          <div className={styles.grid} style={{ marginTop: '16px' }}>
            {[Budget, Focus, Pause, Away, Hours, Zone, Language, Stop].map(Part => (
              <Part key={Part.name} value={value} preferences={preferences} />
            ))}
          </div>
        )}
      </Loading>
    </section>
  )
}
