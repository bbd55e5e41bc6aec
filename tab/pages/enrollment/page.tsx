/** The admin's page about courses: work at hand, rules with a dry run, people with receipts, spreadsheets and a former chatbot to import, comparison with repair, moving in. */
import { makeStyles } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { Cutover } from './cutover.tsx'
import { Drift } from './drift.tsx'
import { Former } from './former.tsx'
import { Guide } from './guide.tsx'
import { Imports } from './imports.tsx'
import { Moving } from './moving.tsx'
import { People } from './people.tsx'
import { Rules } from './rules.tsx'
import { SignUps } from './sign-ups.tsx'
import { useRules } from './use-rules.ts'
import { useWork } from './use-work.ts'
import { Work } from './work.tsx'

const useStyles = makeStyles({ list: { display: 'flex', flexDirection: 'column', gap: '12px' } })

export function EnrollmentPage(): ReactNode {
  const styles = useStyles()
  const work = useWork()
  const rules = useRules()
  const reload = (): void => {
    work.reload()
    rules.loaded.reload()
  }
  return (
    <div className={styles.list}>
      <Work work={work} />
      <Rules rules={rules} onSaved={work.reload} />
      <People rules={rules} />
      <Imports onRun={reload} />
      <Former />
      <SignUps onTakenIn={work.reload} />
      <Drift onRepair={work.reload} onLook={work.reload} />
      <Moving />
      <Cutover />
      <Guide />
    </div>
  )
}
