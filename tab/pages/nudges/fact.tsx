/** The lines of a receipt: what each is about, and what it says. */
import { Text, makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { ReceiptLine } from '../../../api/contract/receipt.ts'

const useStyles = makeStyles({
  facts: { margin: 0, display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '8px', marginBottom: '8px' },
  term: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  told: { margin: 0 }
})

export function Facts({ told }: { readonly told: readonly ReceiptLine[] }): ReactNode {
  const styles = useStyles()
  return (
    <dl className={styles.facts}>
      {told.map(({ term, said }) => (
        <div key={term}>
          <dt className={styles.term}>{term}</dt>
          <dd className={styles.told}>
            {said.map(line => (
              <Text key={line} block>
                {line}
              </Text>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  )
}
