/** What was asked of the learning site for one person, by which rule, and what it answered. */
import { Text, makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { getEnrollmentReceipts } from '../../../api/contract/enrollment-admin.ts'
import { formatMoment, useApp } from '../../context.ts'
import { Loading, useLoaded } from '../../load.tsx'

const useStyles = makeStyles({
  list: { margin: 0, paddingLeft: '20px', overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2 }
})

export function Receipts({ personId }: { readonly personId: string }): ReactNode {
  const styles = useStyles()
  const app = useApp()
  const { enrollment } = app.words
  const loaded = useLoaded(() => app.session.call(getEnrollmentReceipts, { params: { personId } }))
  const text = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '')
  return (
    <Loading loaded={loaded}>
      {({ receipts }) =>
        receipts.length === 0 ? (
          <Text size={200} className={styles.quiet}>
            {enrollment.noReceipts}
          </Text>
        ) : (
          <ul className={styles.list}>
            {receipts.map(({ receiptId, title, at, detail }) => {
              const [answer, rule] = [text(detail['answer']), text(detail['because']) || text(detail['rule'])]
              const parts = [
                enrollment.receipt(title, formatMoment(at, app)),
                ...(rule ? [enrollment.byRule(rule, text(detail['version']))] : []),
                ...(answer ? [enrollment.answered(answer)] : [])
              ]
              return (
                <li key={receiptId}>
                  <Text size={200}>{parts.join(', ')}</Text>
                </li>
              )
            })}
          </ul>
        )
      }
    </Loading>
  )
}
