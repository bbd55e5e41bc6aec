/** Everything about a person that the product knows, to themselves: to be seen, switched, had and erased. */
import { makeStyles } from '@fluentui/react-components'
import { useState, type ReactNode } from 'react'
import { AccessLog } from './access.tsx'
import { Context } from './context.tsx'
import { Employer } from './employer.tsx'
import { Erase } from './erase.tsx'
import { OwnFile } from './file.tsx'
import { Memory } from './memory.tsx'

const useStyles = makeStyles({ page: { display: 'flex', flexDirection: 'column', gap: '36px' } })

export function KnownPage(): ReactNode {
  const styles = useStyles()
  // After an erasure every part is read anew; what was said about it stays.
  const [round, setRound] = useState(0)
  return (
    <div className={styles.page}>
      <AccessLog key={`access-${round}`} />
      <Context key={`context-${round}`} />
      <Memory key={`memory-${round}`} />
      <Employer />
      <OwnFile key={`file-${round}`} />
      <Erase onErased={() => setRound(before => before + 1)} />
    </div>
  )
}
