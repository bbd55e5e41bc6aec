/** What decided a nudge, as it was at that moment: the rule, the hours, the week's count, and what else was considered. */
import { Text, makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { getNudgeReceipt } from '../../../api/contract/nudges.ts'
import { tellDecided, tellRecord } from '../../../api/contract/receipt.ts'
import { useApp } from '../../context.ts'
import { useLoaded } from '../../load.tsx'
import { Facts } from './fact.tsx'

const useStyles = makeStyles({ quiet: { color: tokens.colorNeutralForeground2 } })

export function Receipt({ nudgeId }: { readonly nudgeId: string }): ReactNode {
  const styles = useStyles()
  const { session, words, locale } = useApp()
  const { value, failure } = useLoaded(() => session.call(getNudgeReceipt, { params: { nudgeId } }))
  if (value)
    return (
      <>
        <Facts told={tellRecord(value, locale)} />
        <Text size={200} className={styles.quiet}>
          {tellDecided(value, locale)}
        </Text>
      </>
    )
  return failure ? (
    <output>
      <Text size={200} className={styles.quiet}>
        {words.ownNudges.noReceipt}
      </Text>
    </output>
  ) : null
}
