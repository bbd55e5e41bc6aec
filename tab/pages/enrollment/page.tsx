/** The admin's page about courses: work at hand, rules with a dry run, people with receipts, comparison with repair. */
import { makeStyles } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { Drift } from './drift.tsx'
import { People } from './people.tsx'
import { Rules } from './rules.tsx'
import { useRules } from './use-rules.ts'
import { useWork } from './use-work.ts'
import { Work } from './work.tsx'

const useStyles = makeStyles({ list: { display: 'flex', flexDirection: 'column', gap: '12px' } })

export function EnrollmentPage(): ReactNode {
  const styles = useStyles()
  const work = useWork()
  const rules = useRules()
  return (
    <div className={styles.list}>
      <Work work={work} />
      <Rules rules={rules} onSaved={work.reload} />
      <People rules={rules} />
      <Drift onRepair={work.reload} onLook={work.reload} />
    </div>
  )
}
